import { formContext } from '~/cases/context.server'
import { loadForm } from '~/cases/form-versions.store.server'
import { readRecord } from '~/cases/read-record'
import { roleOf, titleAs } from '~/cases/signers'
import { loadSubmission } from '~/cases/submission.store.server'
import type { CaseRecord } from '~/forms/record'
import type { Language } from '~/forms/text'
import type { CaseState, RoundKind } from '~/generated/prisma/enums'
import { dayOf, endOfDay } from '~/grants/rounds/deadline'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { type Difference, differences } from '~/views/diff/diff'
import type { TimeApart } from '~/views/signing/signing'
import { displayText } from '~/views/summary/display-text'
import { summarise } from '~/views/summary/summarise'
import type { Summary } from '~/views/summary/summary'
import { lateness } from './lateness'
import { beginReview, hasEventSince, type ReviewedCase, reviewedCase } from './review.store.server'
import { roundNames } from './round.server'

/** What the reviewer looks at first: a warning that the recipient has explained. */
export interface Explained {
  /** Id of the question that it stands at. */
  readonly question: string
  /** «2. Nya klienter» */
  readonly label: string
  /** What the portal asked. */
  readonly asked: string
  /** What the recipient answered. */
  readonly words: string
}

/** An answer that is not as it was in the recipient's previous submission. */
export interface Changed {
  readonly question: string
  readonly label: string
  /** In one line; '' where there was none, or is none. */
  readonly before: string
  readonly after: string
}

/** A handed-in case as the agency reads it, from the frozen record alone. */
export interface ReadableCase {
  readonly id: string
  readonly roundId: string
  readonly state: CaseState
  readonly recipient: ReviewedCase['organisation']
  /** «Personligt ombud: återrapportering för 2020» */
  readonly round: string
  readonly fileTitle: string
  readonly kind: RoundKind
  readonly year: number
  readonly caseNumber: string | null
  readonly ownCaseNumber: string | null
  readonly receivedAt: Date
  readonly late: boolean
  readonly lateBy?: TimeApart
  /** From 1; more than one when the recipient has handed in again. */
  readonly version: number
  /** Everybody who has signed, the signatory first. */
  readonly signatories: readonly { readonly name: string; readonly title: string; readonly at: Date }[]
  readonly recordHash: string
  /** False for the moment that sealing takes. */
  readonly sealed: boolean
  readonly awarded: number | null
  readonly posts: number | null
  /** Figures that the form names, in kronor; absent where the form has none. */
  readonly amount?: number
  readonly remaining?: number
  readonly explained: readonly Explained[]
  /** Against the year before, where the recipient has handed in then. */
  readonly changed?: { readonly year: number; readonly answers: readonly Changed[] }
  readonly summary: Summary
}

/**
 * Opens a case for reading: the first reading puts it under review, and every reader's first opening of a day is
 * logged, since the agency is another than the recipient.
 *
 * @throws PortalError notFound, also before anything is handed in
 */
export async function readCase(caseId: string, userId: string, language: Language, now: Date): Promise<ReadableCase> {
  const [stored, submission] = await Promise.all([reviewedCase(caseId), loadSubmission({ caseId })])
  if (!stored || !submission) throw new PortalError('notFound')
  const begun = await logOpening(caseId, userId, now)
  const form = await loadForm(stored.formVersionId)
  const record = readRecord(submission.record)
  const { signature } = submission
  const context = formContext(language, stored.organisation.code)
  const summary = summarise(form, { state: 'record', record }, context)
  const { previous } = record.surroundings
  const deadline = new Date(record.round.deadline)
  const lateBy = submission.late ? lateness(deadline, submission.receivedAt) : undefined
  const names = roundNames(form, { year: record.round.year, deadline, kind: form.definition.kind }, language)
  const figure = (id: string | undefined) => kronorOf(record, id)
  const amount = figure(form.definition.figures.amount)
  const remaining = figure(form.definition.figures.remaining)
  return {
    id: stored.id,
    roundId: stored.roundId,
    state: begun ? 'underReview' : stored.state,
    recipient: stored.organisation,
    round: names.title,
    fileTitle: names.fileTitle,
    kind: form.definition.kind,
    year: record.round.year,
    caseNumber: stored.caseNumber,
    ownCaseNumber: record.case.ownCaseNumber ?? null,
    receivedAt: submission.receivedAt,
    late: submission.late,
    ...(lateBy ? { lateBy } : {}),
    version: submission.version,
    signatories: [
      ...(signature ? [{ name: signature.name, title: signature.title, at: signature.at }] : []),
      ...submission.further.map(({ name, title, role, at, partner }) => ({
        name,
        title: titleAs(title, roleOf(form.definition, role), language, partner),
        at,
      })),
    ],
    recordHash: submission.recordHash,
    sealed: submission.sealedPdfHash !== null,
    awarded: stored.awarded,
    posts: stored.posts,
    ...(amount === undefined ? {} : { amount }),
    ...(remaining === undefined ? {} : { remaining }),
    explained: explainedIn(summary),
    ...(previous
      ? {
          changed: {
            year: previous.year,
            answers: differences(form, previous.answers, record.answers, context, record.surroundings).map(toChanged),
          },
        }
      : {}),
    summary,
  }
}

const toChanged = ({ question, number, label, before, after }: Difference): Changed => ({
  question,
  label: [number, label].filter(Boolean).join('. '),
  before: displayText(before),
  after: displayText(after),
})

async function logOpening(caseId: string, userId: string, now: Date): Promise<boolean> {
  const entity = `case:${caseId}`
  const today = new Date(endOfDay(dayOf(now)).getTime() - 24 * 3_600_000)
  const known = await hasEventSince(userId, 'case.open', entity, today)
  return transaction(async (tx) => {
    const begun = await beginReview(tx, caseId)
    if (begun || !known) await audit(tx, { actor: userId, action: 'case.open', entity, details: { begun } })
    return begun
  })
}

function kronorOf(record: CaseRecord, question: string | undefined): number | undefined {
  const value = question === undefined ? undefined : record.answers[question]
  return typeof value === 'number' ? value : undefined
}

const answersOf = (summary: Summary) =>
  summary.pages.flatMap((page) => page.groups.flatMap(({ answers }) => answers.map((answer) => ({ page, answer }))))

function explainedIn(summary: Summary): Explained[] {
  return answersOf(summary).flatMap(({ page, answer }) =>
    answer.explanations.map(({ question: asked, words }) => ({
      question: answer.id,
      label: [answer.number ?? page.number, answer.label].filter(Boolean).join('. '),
      asked,
      words,
    })),
  )
}
