import { formatDateTime } from '~/forms/format'
import { type Language, languages } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'
import type { OutgoingMail } from '~/platform/mail.server'
import { openConflicts } from './answers.store.server'
import { type CheckedCase, checkCase } from './check.server'
import { deadlineView } from './heading.server'
import { type Addressee, type NoticeKind, peopleToTell } from './notice.store.server'
import { latestRequest, type StoredRequest } from './signature.store.server'
import { awaited, missingSigners } from './signers'

/** A reader and why they get it: the organisation's mailbox, whoever works there, or whoever is to sign. */
interface Reader {
  readonly email: string
  readonly language: Language
  readonly why: 'person' | 'mailbox' | 'signatory'
}

/**
 * The letters of a notice, one for each reader, in the reader's language: the organisation's administrators and officers,
 * whoever has been asked to sign, and the organisation's mailbox (in Swedish). Nobody gets two.
 */
export async function recipientLetters(caseId: string, kind: NoticeKind, now: Date): Promise<OutgoingMail[]> {
  const words: Partial<Record<Language, CheckedCase>> = {}
  const checked = async (language: Language) => {
    const made = words[language] ?? (await checkCase(caseId, language))
    words[language] = made
    return made
  }
  const { stored } = await checked('sv')
  const latest = stored.state === 'awaitingSignature' ? await latestRequest(caseId) : null
  const request = latest?.state === 'open' ? latest : null
  const conflicts = (await openConflicts(caseId)).length > 0
  const readers = readersOf(await peopleToTell(stored.organisationId), request, stored.organisationEmail)
  return Promise.all(
    readers.map(async (reader) => {
      const facts = { checked: await checked(reader.language), request, conflicts, now }
      return kind === 'invitation' ? invitation(reader, facts) : reminder(reader, facts)
    }),
  )
}

function readersOf(people: readonly Addressee[], request: StoredRequest | null, mailbox: string | null): Reader[] {
  const language = (of: string) => languages.find((each) => each === of) ?? 'sv'
  const all: Reader[] = [
    ...people.map((each) => ({ email: each.email, language: language(each.language), why: 'person' as const })),
    ...(request ? missingSigners(request) : []).map(({ person }) => ({
      email: person.email,
      language: language(person.language),
      why: 'signatory' as const,
    })),
    ...(mailbox?.includes('@')
      ? [{ email: mailbox.toLowerCase(), language: 'sv' as const, why: 'mailbox' as const }]
      : []),
  ]
  return [...new Map(all.reverse().map((each) => [each.email, each])).values()].reverse()
}

interface Facts {
  readonly checked: CheckedCase
  readonly request: StoredRequest | null
  /** Two officers have answered differently and nobody has chosen. */
  readonly conflicts: boolean
  readonly now: Date
}

function invitation({ email, language, why }: Reader, { checked, now }: Facts): OutgoingMail {
  const t = translator(language, 'notice')
  const { stored } = checked
  const { award, agency } = stored.surroundings
  const facts = {
    title: titleOf(checked, language),
    organisation: stored.organisationName,
    agency: agency.name,
    date: deadlineView(stored.deadline, stored.extended, language, now).date,
    deadline: formatDateTime(stored.deadline, language),
  }
  return {
    to: email,
    language,
    subject: t(`invitation.subject.${stored.kind}`, facts),
    text: [
      t(`invitation.text.${stored.kind}`, facts),
      ...(award.kronor === undefined ? [] : [t('invitation.award')]),
      t('invitation.deadline', facts),
      t(`why.${why}`, facts),
    ].join('\n\n'),
    button: { label: t('invitation.button'), href: hrefOf(stored.id) },
  }
}

function reminder({ email, language, why }: Reader, facts: Facts): OutgoingMail {
  const t = translator(language, 'notice')
  const { checked, request, now } = facts
  const { stored, judgement } = checked
  const { organisation, title } = { organisation: stored.organisationName, title: titleOf(checked, language) }
  const done = judgement.pages.filter(({ state }) => state === 'done' || state === 'optional').length
  const far = { done, total: judgement.pages.length, organisation }
  const how = stored.state === 'notOpened' ? 'untouched' : stored.state === 'started' ? 'pages' : 'asked'
  const { step, page } = nextStep(facts)
  return {
    to: email,
    language,
    subject: t('reminder.subject', {
      title,
      count: deadlineView(stored.deadline, stored.extended, language, now).days,
    }),
    text: [
      t(`reminder.${how}`, far),
      t(`reminder.next.${step}`, { page, signatory: request && awaited(request, language) }),
      t('reminder.deadline', { deadline: formatDateTime(stored.deadline, language) }),
      t(`why.${why}`, { organisation }),
    ].join('\n\n'),
    button: {
      label: t('reminder.button'),
      href:
        why === 'signatory' && request ? new URL(`/skriv-under/${request.id}`, env().origin).href : hrefOf(stored.id),
    },
  }
}

/** The one thing to do now; `page` is a page's title. */
function nextStep({ checked: { stored, judgement }, conflicts }: Facts) {
  if (stored.state === 'notOpened') return { step: 'open' } as const
  if (stored.state === 'awaitingSignature') return { step: 'sign' } as const
  const wrong = judgement.pages.find(({ state }) => state === 'needsCorrecting')
  if (wrong) return { step: 'correct', page: wrong.title } as const
  const left = judgement.pages.find(({ state }) => state === 'started' || state === 'notStarted')
  if (left) return { step: 'fill', page: left.title } as const
  return { step: judgement.complete && !conflicts ? 'request' : 'check' } as const
}

/** «Personligt ombud 2020» */
function titleOf({ stored, form }: CheckedCase, language: Language): string {
  const { surroundings } = stored
  return `${resolveText(form, form.definition.shortTitle, language, { surroundings })} ${stored.year}`
}

const hrefOf = (caseId: string) => new URL(`/arenden/${caseId}`, env().origin).href
