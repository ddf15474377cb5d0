import type { CompiledForm } from '~/forms/compile'
import type { Display } from '~/forms/display'
import type { Json } from '~/forms/json'
import type { FormContext } from '~/forms/kind-port'
import { previousAnswers } from '~/forms/previous-answers'
import type { CaseRecord } from '~/forms/record'
import type { Language } from '~/forms/text'
import { type Difference, differences } from '~/views/diff/diff'
import { shortDisplay, sumOfTotals } from '~/views/signing/short-display'
import type { Delta, LastYear } from '~/views/signing/signing'

/** As many as are taken in at a glance. */
const most = 5

/** What is not as it was in the recipient's previous submission; undefined when there is none. */
export function lastYear(form: CompiledForm, record: CaseRecord, context: FormContext): LastYear | undefined {
  const { round } = record.surroundings
  const previous = previousAnswers(form, record.surroundings)
  if (!previous) return undefined
  const all = differences(form, previous.answers, record.answers, context, record.surroundings)
  const { amount, remaining, key } = form.definition.figures
  const figures = [amount, remaining, ...key].filter((id) => id !== undefined)
  const deltas = all
    .flatMap((difference) => {
      const { question } = difference
      const values = [previous.answers[question], record.answers[question]] as const
      const delta = toDelta(difference, values, context.language)
      return delta ? [{ delta, rank: rankOf(values[1], figures.indexOf(question), delta) }] : []
    })
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ delta }) => ({ ...delta, words: wordsOn(form, record, delta.question) }))
  return { before: previous.year, now: round.year, deltas, differences: all }
}

/** The figures of the form first, in its order, then other numbers, then yes and no. */
function rankOf(value: Json | undefined, figure: number, { percent }: Delta): number {
  if (figure >= 0) return figure
  return typeof value === 'number' || percent !== undefined ? 1000 : 1001
}

/** Words in free text change every year, and say little in one line: they are left to the whole list. */
function toDelta(
  { question, label, before, after }: Difference,
  [old, value]: readonly [Json | undefined, Json | undefined],
  language: Language,
): Delta | undefined {
  if (typeof value === 'string' && !(after.type === 'text' && after.numeric)) return undefined
  const shown = (display: Display) => sumOfTotals(display) ?? shortDisplay(display, language)
  const [was, now] = [shown(before), shown(after)]
  if (was === undefined || now === undefined || was === now) return undefined
  return { question, label, before: was, now, percent: percentOf(numberOf(old, before), numberOf(value, after)) }
}

function numberOf(value: Json | undefined, display: Display): number | undefined {
  if (typeof value === 'number') return value
  const sum = sumOfTotals(display)
  return sum === undefined ? undefined : Number(sum.replaceAll('\u00a0', ''))
}

function percentOf(before: number | undefined, now: number | undefined): number | undefined {
  if (before === undefined || now === undefined || before <= 0 || now < 0) return undefined
  const percent = Math.round(((now - before) / before) * 100)
  return percent === 0 ? undefined : percent
}

/** The officer's words on the warnings that start at a question. */
function wordsOn(form: CompiledForm, record: CaseRecord, question: string): readonly string[] {
  return form.checks.flatMap(({ id, at }) => {
    const words = record.explanations[id]
    return words !== undefined && at[0]?.split('.')[0] === question ? [words] : []
  })
}
