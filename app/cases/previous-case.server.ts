import type { CompiledForm } from '~/forms/compile'
import { readablePrevious } from '~/forms/readable-previous'
import type { CaseRecord } from '~/forms/record'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { PortalError } from '~/platform/errors'
import { summarise } from '~/views/summary/summarise'
import type { Summary, SummaryAnswer } from '~/views/summary/summary'
import { previousSubmission } from './case.store.server'
import { checkCase } from './check.server'
import { formContext } from './context.server'
import { loadForm } from './form-versions.store.server'
import { type CaseHeading, caseHeading } from './heading.server'
import { readRecord } from './read-record'

/** The recipient's previous submission in the same programme, as it was handed in, beside this year's form. */
export interface PreviousCase {
  readonly heading: CaseHeading
  readonly year: number
  readonly caseId: string
  readonly summary: Summary
  /** What was answered then and has no place in this year's form. */
  readonly dropped: readonly SummaryAnswer[]
  /** What this year's form asks for the first time. */
  readonly added: readonly { readonly id: string; readonly page: string; readonly label: string }[]
}

/** @throws PortalError notFound: no such case, or nothing was handed in before */
export async function previousCase(caseId: string, language: Language, now: Date): Promise<PreviousCase> {
  const checked = await checkCase(caseId, language)
  const { stored, form } = checked
  const earlier = await previousSubmission(stored)
  if (!earlier) throw new PortalError('notFound')
  const record = readRecord(earlier.record)
  const context = formContext(language, stored.recipientCode)
  const then = await loadForm(earlier.formVersionId)
  const summary = summarise(then, { state: 'record', record }, context)
  const year = record.surroundings.round.year
  return {
    heading: caseHeading(checked, language, now),
    year,
    caseId: earlier.caseId,
    summary,
    dropped: droppedFrom(summary, record, form, context),
    added: form.pages.flatMap((page) =>
      page.questions
        .filter(
          ({ id, value, was }) => value === undefined && ![id, was].some((each) => each && then.questions.has(each)),
        )
        .map(({ id, label }) => ({
          id,
          page: page.id,
          label: resolveText(form, label, language, { surroundings: stored.surroundings }),
        })),
    ),
  }
}

/** Computed answers are left out: they are computed anew. */
function droppedFrom(
  summary: Summary,
  record: CaseRecord,
  form: CompiledForm,
  formContext: Parameters<typeof summarise>[2],
): readonly SummaryAnswer[] {
  const surroundings = {
    ...record.surroundings,
    previous: { year: record.surroundings.round.year, answers: record.answers },
  }
  const context = {
    ...formContext,
    text: (local: { readonly sv: string; readonly en: string }) => local[formContext.language],
  }
  return summary.pages
    .flatMap(({ groups }) => groups.flatMap(({ answers }) => answers))
    .filter(({ id, status }) => status === 'answered' && !form.questions.get(id)?.value)
    .filter(({ id }) => readablePrevious(form, idNow(form, id), surroundings, context) === undefined)
}

/** What a question of an earlier form is called in this one. */
function idNow(form: CompiledForm, id: string): string {
  if (form.questions.has(id)) return id
  return [...form.questions.values()].find(({ was }) => was === id)?.id ?? id
}
