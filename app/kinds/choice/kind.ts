import { z } from 'zod'
import type { Question } from '~/forms/definition'
import type { Context } from '../contract'
import { isAlwaysOffered, refusalOf } from '../offered'
import { oneLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { oneCell } from '../sheet'
import { offered, uniqueIds } from '../unique'
import { chosenId } from './chosen-id'
import { messages } from './messages'

const options = z.strictObject({ options: uniqueIds(offered) })
export type ChoiceOptions = z.output<typeof options>

const shown = (value: string, question: Question<ChoiceOptions>, { text }: Context) => {
  const option = question.options.options.find(({ id }) => id === value)
  return option ? text(option.label) : value
}

const base = oneLineKind<ChoiceOptions, string>({
  name: 'choice',
  options,
  value: z.string(),
  type: ({ options }) => ({ type: 'string', oneOf: options.map(({ id }) => id) }),
  decode(typed, question, context) {
    const id = chosenId(typed, question.options)
    const option = question.options.options.find((each) => each.id === id)
    if (!option) return refused(messages[context.language].unknown(typed.trim()))
    const refusal = refusalOf(option, question, context)
    return refusal === undefined ? accepted(option.id) : refused(refusal)
  },
  canonical: () => undefined,
  encode: (value) => value,
  missing: (_question, { language }) => messages[language].missing,
  display: (value, question, context) => ({ type: 'text', text: shown(value, question, context) }),
  blank: ({ options }, { text }) => ({
    type: 'boxes',
    options: options.options.filter(({ retired }) => retired !== true).map(({ label }) => text(label)),
    several: false,
  }),
  column: 'text',
  exported: (value) => value,
  example: ({ options: { options } }) => (options.find(isAlwaysOffered) ?? options[0])?.id ?? '',
})

/** One of several options, by id. */
export const choice: typeof base = {
  ...base,
  displayTyped: (question, typed, context) => ({
    type: 'text',
    text: shown(chosenId(typed, question.options) ?? typed, question, context),
  }),
  sheet: (question, context) =>
    oneCell(question, context, {
      type: 'choice',
      choices: question.options.options.map(({ id, label }) => ({ value: id, label: context.text(label) })),
    }),
  columns: (question, context) => [
    { id: '', label: context.text(question.label), type: 'text', of: (value) => shown(value, question, context) },
  ],
}
