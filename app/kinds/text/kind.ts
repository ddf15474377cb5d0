import { z } from 'zod'
import { formatInteger } from '~/forms/format'
import { countWords } from '~/ui/count-words'
import { oneLine, textLineKind } from '../one-line'
import { readText } from '../printable'
import { notYet, readValue, refused } from '../reading'
import { maxLengthOf } from './max-length'
import { messages } from './messages'

/** `maxLength` in characters: 10 000 when the text may have several lines, else 200. */
const options = z.strictObject({
  multiline: z.boolean().default(false),
  maxLength: z.int().min(1).max(100_000).optional(),
  maxWords: z.int().min(1).max(20_000).optional(),
  /** A token of HTML's autocomplete, for details of the one who fills in. */
  autocomplete: z.string().optional(),
  inputMode: z.enum(['text', 'numeric', 'decimal', 'tel', 'email', 'url']).optional(),
})
export type TextOptions = z.output<typeof options>

const base = textLineKind<TextOptions>({
  name: 'text',
  options,
  decode(typed, { options }, { language }) {
    const reading = readText(typed, { multiline: options.multiline, maxLength: maxLengthOf(options) }, language)
    const text = readValue(reading)
    // Nothing but what one cannot see.
    if (text === '') return notYet(messages[language].missing)
    const over = countWords(text ?? '') - (options.maxWords ?? Number.POSITIVE_INFINITY)
    if (over <= 0) return reading
    return refused(messages[language].tooManyWords(over, formatInteger(options.maxWords ?? 0, language)))
  },
  missing: (_question, { language }) => messages[language].missing,
  example: ({ options }) =>
    (options.multiline ? 'Ett ombud slutade i september.\nEn ny började i januari.' : 'Ängsgatan 7, Åhléns backe')
      .slice(0, maxLengthOf(options))
      .trim(),
})

/** Free text, of one line or several. */
export const text: typeof base = {
  ...base,
  blank: ({ options }) => (options.multiline ? { type: 'lines', count: 6 } : oneLine),
}
