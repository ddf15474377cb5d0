import type { CompiledCheck } from './compiled-form'
import type { Page } from './definition'
import type { Report } from './problems'

/** The rules that end the form on a page before the one with this index. */
export function stopsOf(
  checks: readonly CompiledCheck[],
  pages: readonly Page[],
  report: Report,
): (pageIndex: number) => readonly CompiledCheck[] {
  const pageOf = new Map(pages.flatMap(({ questions }, index) => questions.map(({ id }) => [id, index] as const)))
  const stops = checks.filter(({ check }) => check.severity === 'stop')
  for (const { check, rows, at } of stops) {
    const place = `checks.${check.id}`
    if (rows) report(`${place}.rows`, 'A stop is judged once, not row by row.')
    const on = new Set(at.map(({ question }) => pageOf.get(question)))
    if (on.size > 1) report(`${place}.at`, 'A stop marks questions of one page: those after it are not asked.')
  }
  return (pageIndex) => stops.filter(({ at }) => (pageOf.get(at[0].question) ?? pageIndex) < pageIndex)
}
