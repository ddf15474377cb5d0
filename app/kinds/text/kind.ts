import { z } from 'zod'
import { localText } from '~/forms/definition'
import { formatInteger } from '~/forms/format'
import { countWords } from '~/ui/count-words'
import { oneLine, textLineKind } from '../one-line'
import { readText } from '../printable'
import { notYet, readValue, refused } from '../reading'
import { maxLengthOf } from './max-length'
import { messages } from './messages'
import { hasShape, ofShape } from './shapes'

/** `maxLength` in characters: 10 000 when the text may have several lines, else 200. */
const options = z
  .strictObject({
    multiline: z.boolean().default(false),
    maxLength: z.int().min(1).max(100_000).optional(),
    maxWords: z.int().min(1).max(20_000).optional(),
    /** A token of HTML's autocomplete, for details of the one who fills in. */
    autocomplete: z.string().optional(),
    inputMode: z.enum(['text', 'numeric', 'decimal', 'tel', 'email', 'url']).optional(),
    pattern: z
      .strictObject({
        shapes: z.array(z.string().min(1).max(100)).min(1).describe('9 is a digit, A a letter, * either: 99.999.'),
        message: localText.describe('What is said of a text that has none of them, with an example.'),
      })
      .optional()
      .describe('What the text must look like.'),
  })
  .refine(({ multiline, pattern }) => !(multiline && pattern), 'Only a text of one line has a pattern.')
export type TextOptions = z.output<typeof options>

const base = textLineKind<TextOptions>({
  name: 'text',
  options,
  decode(typed, { options }, context) {
    const { language } = context
    const reading = readText(typed, { multiline: options.multiline, maxLength: maxLengthOf(options) }, language)
    const text = readValue(reading)
    // Nothing but what one cannot see.
    if (text === '') return notYet(messages[language].missing)
    const over = countWords(text ?? '') - (options.maxWords ?? Number.POSITIVE_INFINITY)
    if (over > 0) return refused(messages[language].tooManyWords(over, formatInteger(options.maxWords ?? 0, language)))
    const { pattern } = options
    const isOdd = pattern && text !== undefined && !pattern.shapes.some((shape) => hasShape(text, shape))
    return isOdd ? refused(context.text(pattern.message)) : reading
  },
  missing: (_question, { language }) => messages[language].missing,
  example: ({ options }) =>
    (options.pattern
      ? ofShape(options.pattern.shapes[0] ?? '')
      : options.multiline
        ? 'Ett ombud slutade i september.\nEn ny började i januari.'
        : 'Ängsgatan 7, Åhléns backe'
    )
      .slice(0, maxLengthOf(options))
      .trim(),
})

/** Free text, of one line or several. */
export const text: typeof base = {
  ...base,
  blank: ({ options }) => (options.multiline ? { type: 'lines', count: 6 } : oneLine),
}
