import { z } from 'zod'
import type { Context, FieldKind } from '../contract'
import { oneLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { runsUp, scaleShape, stepSchema } from '../scale-options'
import { oneCell } from '../sheet'
import { dontKnow, type Step, stepChoices, stepLabels, stepOf, stepText } from '../steps'
import { messages } from './messages'

const shape = z.strictObject(scaleShape)
export type ScaleOptions = z.output<typeof shape>

const options = shape.refine(runsUp, 'A scale runs from low to high.')

const missing = (scale: ScaleOptions, { language, text }: Context) => {
  const [from, to] = [String(scale.from), String(scale.to)]
  const says = messages[language]
  return scale.dontKnow ? says.missingOr(from, to, text(scale.dontKnow)) : says.missing(from, to)
}

const shown = (step: Step, scale: ScaleOptions, context: Context) => {
  const { from, low, to, high } = scale
  const { language, text } = context
  const number = stepText(step, scale, context)
  return step === dontKnow ? number : messages[language].shown(number, String(from), text(low), String(to), text(high))
}

const base = oneLineKind<ScaleOptions, Step>({
  name: 'scale',
  options,
  value: stepSchema,
  type: () => ({ type: 'int' }),
  decode(typed, { options }, context) {
    const step = stepOf(typed, options, context)
    return step === undefined ? refused(missing(options, context)) : accepted(step)
  },
  canonical: () => undefined,
  encode: String,
  missing: ({ options }, context) => missing(options, context),
  display: (step, { options }, context) => ({ type: 'text', text: shown(step, options, context) }),
  blank: ({ options }, context) => ({ type: 'boxes', options: stepLabels(options, context), several: false }),
  column: 'integer',
  exported: (step) => step,
  example: ({ options }) => Math.min(options.from + 3, options.to),
})

/** A step on a scale, or «don't know» where the form offers it; expressions see no answer then. */
export const scale: FieldKind<ScaleOptions, string, Step> = {
  ...base,
  displayTyped(question, typed, context) {
    const step = stepOf(typed, question.options, context)
    return { type: 'text', text: step === undefined ? typed : shown(step, question.options, context) }
  },
  sheet: (question, context) =>
    oneCell(question, context, { type: 'choice', choices: stepChoices(question.options, context) }),
  columns({ label, options }, { text }) {
    const number = {
      id: '',
      label: text(label),
      type: 'integer' as const,
      of: (step: Step) => (step === dontKnow ? null : step),
    }
    if (!options.dontKnow) return [number]
    const unknown = {
      id: dontKnow,
      label: text(options.dontKnow),
      type: 'boolean' as const,
      of: (step: Step) => step === dontKnow,
    }
    return [number, unknown]
  },
}
