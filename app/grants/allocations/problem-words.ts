import type { TFunction } from 'i18next'
import { formatKronor } from '~/forms/format'
import type { Language } from '~/forms/text'
import type { JudgedList, JudgedRow, ListProblem, RowProblem, StatedTotal } from './judged-list'

/** Everything that stops a list, in words that name the remedy, rows first. `t` is of the namespace `round`. */
export function problemWords(
  judged: JudgedList,
  t: TFunction,
  language: Language,
): readonly { readonly line: number | null; readonly words: string }[] {
  return [
    ...judged.problems.map((problem) => ({ line: null, words: listProblemWords(problem, t) })),
    ...judged.rows.flatMap(({ line, problems }) =>
      problems.map((problem) => ({ line, words: t('problem.atLine', { line, words: rowProblemWords(problem, t) }) })),
    ),
    ...judged.totals
      .filter(({ agrees }) => !agrees)
      .map((total) => ({ line: null, words: totalWords(total, t, language) })),
  ]
}

/** Why a row stops the list. */
export function rowProblemWords(problem: RowProblem, t: TFunction): string {
  if (problem.type === 'unknown' && problem.suggestion !== null) return t('problem.near', { ...problem })
  return t(`problem.${problem.type}`, { ...problem })
}

const listProblemWords = (problem: ListProblem, t: TFunction): string => t(`problem.${problem.type}`, { ...problem })

function totalWords({ source, rounded, line, kronor, sum, difference }: StatedTotal, t: TFunction, language: Language) {
  return t(`problem.total.${source === 'told' && rounded ? 'rounded' : source}`, {
    line,
    sum: formatKronor(sum, language),
    stated: formatKronor(kronor, language),
    difference: formatKronor(Math.abs(difference), language),
  })
}

/** What carrying out a row would do. */
export function effectWords({ effect, before, after, opensCase }: JudgedRow, t: TFunction, language: Language): string {
  if (effect === null) return t('effect.stopped')
  if (effect === 'new' && opensCase) return t('effect.newCase')
  if (effect === 'changed') {
    const facts = (['posts', 'caseNumber', 'note'] as const).filter((fact) => before?.[fact] !== after?.[fact])
    return t('effect.changed', { facts: facts.map((fact) => t(`effect.fact.${fact}`)).join(', ') })
  }
  return t(`effect.${effect}`, { before: formatKronor(before?.kronor ?? 0, language) })
}
