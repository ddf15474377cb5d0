import type { LocalText } from '~/forms/text'
import type { Context } from './contract'
import { wholeNumberOf } from './numbers'
import type { SheetChoice } from './sheet'

/** A scale: its ends, what they mean, and how one says that one does not know. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly low: LocalText
  readonly high: LocalText
  readonly dontKnow?: LocalText | undefined
}

/** Stands for «don't know». */
export const dontKnow = 'dontKnow'
export type Step = number | typeof dontKnow

/** The numbers of a scale, from low to high. */
export const stepsOf = ({ from, to }: Pick<Scale, 'from' | 'to'>): number[] =>
  Array.from({ length: to - from + 1 }, (_, place) => from + place)

/** The step that is typed («4», or «don't know» as the form words it), or undefined when it is none. */
export function stepOf(typed: string, scale: Scale, { text }: Pick<Context, 'text'>): Step | undefined {
  const word = typed.trim()
  if (scale.dontKnow && (word === dontKnow || word === text(scale.dontKnow))) return dontKnow
  const number = wholeNumberOf(word)
  return number !== undefined && number >= scale.from && number <= scale.to ? number : undefined
}

/** A step in words. */
export const stepText = (step: Step, scale: Scale, { text }: Pick<Context, 'text'>): string =>
  step === dontKnow ? (scale.dontKnow ? text(scale.dontKnow) : dontKnow) : String(step).replace('-', '\u2212')

/** What stands at each choice of a scale, the ends with their words («1 (låg)»), «don't know» last. */
export function stepLabels(scale: Scale, context: Pick<Context, 'text'>): string[] {
  const ends = new Map([
    [scale.from, context.text(scale.low)],
    [scale.to, context.text(scale.high)],
  ])
  const labels = stepsOf(scale).map((step) => {
    const words = ends.get(step)
    return words === undefined ? stepText(step, scale, context) : `${stepText(step, scale, context)} (${words})`
  })
  return scale.dontKnow ? [...labels, context.text(scale.dontKnow)] : labels
}

/** The steps in a cell of a spreadsheet. */
export function stepChoices(scale: Scale, context: Pick<Context, 'text'>): readonly SheetChoice[] {
  const labels = stepLabels(scale, context)
  return [...stepsOf(scale), ...(scale.dontKnow ? [dontKnow] : [])].map((step, place) => ({
    value: String(step),
    label: labels[place] ?? String(step),
  }))
}
