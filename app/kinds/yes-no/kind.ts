import { z } from 'zod'
import { oneLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { oneCell, truthChoices } from '../sheet'
import { truthOf, truthText } from '../truth'
import { messages } from './messages'

const options = z.strictObject({})
export type YesNoOptions = z.output<typeof options>

const base = oneLineKind<YesNoOptions, boolean>({
  name: 'yes-no',
  options,
  value: z.boolean(),
  type: () => ({ type: 'bool' }),
  decode(typed, _question, { language }) {
    const value = truthOf(typed)
    return value === undefined ? refused(messages[language].missing) : accepted(value)
  },
  canonical: (posted) => (typeof posted === 'boolean' ? posted : undefined),
  encode: truthText,
  missing: (_question, { language }) => messages[language].missing,
  display: (value, _question, { language }) => ({ type: 'text', text: messages[language][value ? 'yes' : 'no'] }),
  blank: (_question, { language }) => ({
    type: 'boxes',
    options: [messages[language].yes, messages[language].no],
    several: false,
  }),
  column: 'boolean',
  exported: (value) => value,
  example: () => true,
})

/** Yes or no. */
export const yesNo: typeof base = {
  ...base,
  sheet: (question, context) =>
    oneCell(question, context, {
      type: 'choice',
      choices: truthChoices(messages[context.language].yes, messages[context.language].no),
    }),
  displayTyped(question, typed, context) {
    const value = truthOf(typed)
    return value === undefined ? { type: 'text', text: typed } : base.display(question, value, context)
  },
}
