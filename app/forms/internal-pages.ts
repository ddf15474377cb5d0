import type { CompiledForm, CompiledQuestion } from './compiled-form'
import { programsIn } from './computed-cells'
import type { FormDefinition, Page } from './definition'
import type { Read } from './expression'
import { localTexts } from './local-texts'
import type { Report } from './problems'

/** Ids of the questions that are for the recipient alone. */
export const internalQuestions = (pages: readonly Page[]): ReadonlySet<string> =>
  new Set(pages.filter(({ internal }) => internal).flatMap(({ questions }) => questions.map(({ id }) => id)))

/** What is handed in: without what is for the recipient alone, by question id, or by the check's. */
export function withoutInternal<Value>(
  form: CompiledForm,
  values: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const internal = internalQuestions(form.pages)
  if (internal.size === 0) return values
  const checks = new Set(
    form.compiled.checks.filter(({ at }) => internal.has(at[0].question)).map(({ check }) => check.id),
  )
  return Object.fromEntries(Object.entries(values).filter(([id]) => !internal.has(id) && !checks.has(id)))
}

/**
 * Refuses everything by which an internal answer could get out: whatever stands outside internal pages may not read
 * one, neither to show nor to compute nor to judge.
 */
export function refuseLeaks(
  { figures, ...definition }: FormDefinition,
  pages: readonly Page[],
  {
    questions,
    pages: compiledPages,
    checks,
    templates,
  }: Pick<CompiledForm['compiled'], 'questions' | 'pages' | 'checks' | 'templates'>,
  report: Report,
): void {
  const internal = internalQuestions(pages)
  if (internal.size === 0) return
  const refuse = (place: string, reads: readonly Read[] = []) => {
    const read = reads.find(({ question }) => internal.has(question))
    if (read)
      report(place, `«${read.question}» is internal: only internal pages, and checks that mark them, may read it.`)
  }
  const refuseTexts = (piece: unknown, place: string) => {
    for (const text of localTexts(piece, place)) {
      for (const source of Object.values(text.text)) refuse(text.place, templates.get(source)?.reads)
    }
  }
  for (const page of pages) {
    if (page.internal) continue
    refuse(`pages.${page.id}.visible`, compiledPages.get(page.id)?.visible?.reads)
    for (const { id } of page.questions) {
      const question = questions.get(id)
      if (question) refuse(`pages.${page.id}.questions.${id}`, readsOf(question))
    }
  }
  refuseTexts(
    pages.filter((page) => !page.internal),
    'pages',
  )
  const { pages: _pages, checks: _checks, ...rest } = definition
  refuseTexts(rest, '')
  for (const { check, at, reads } of checks) {
    const inside = at.filter(({ question }) => internal.has(question)).length
    if (inside === at.length) continue
    if (inside > 0) report(`checks.${check.id}.at`, 'A check marks internal questions, or others, but not both.')
    refuse(`checks.${check.id}.holds`, reads)
    refuseTexts(check.text, `checks.${check.id}.text`)
  }
  for (const id of [figures.amount, figures.remaining, figures.per, ...figures.key]) {
    if (id !== undefined) refuse('figures', [{ question: id, path: [] }])
  }
}

function readsOf({ visible, optional, value, optionReads, cells, tables }: CompiledQuestion): readonly Read[] {
  const programs = [visible, typeof optional === 'boolean' ? undefined : optional, value]
  const inCells = cells ? programsIn(cells).flatMap(({ program }) => program.reads) : []
  return [
    ...programs.flatMap((program) => program?.reads ?? []),
    ...optionReads,
    ...inCells,
    ...tables.map((question) => ({ question, path: [] })),
  ]
}
