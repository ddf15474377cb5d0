import { z } from 'zod'
import { localText } from '~/forms/definition'
import type { FieldKind, Posted } from '../contract'
import { onePlace } from '../places'
import { partsOf, textOf } from '../posted'
import { readText } from '../printable'
import { accepted, codecOf, type Refusal, readValue } from '../reading'
import { oneCell } from '../sheet'
import { messages } from './messages'

/** `itemLabel` is what one row is called («Prioritet»); its number follows. */
const options = z.strictObject({ itemLabel: localText, max: z.int().min(1).max(100).default(10) })
export type OrderedListOptions = z.output<typeof options>

/** The most characters of one row. */
export const itemLength = 200

const list: z.ZodType<readonly string[], readonly string[]> = z.array(z.string()).readonly()

/** One field per row, or one text with a row per line. */
function read(posted: Posted): string[] | undefined {
  const texts = typeof posted === 'string' ? posted.split(/\r?\n/) : partsOf(posted).map(textOf)
  const rows = texts.filter((text) => text !== undefined && text.trim() !== '')
  return rows.length === 0 ? undefined : rows.filter((row) => row !== undefined)
}

/** Short texts in order, the first being the most important. */
export const orderedList: FieldKind<OrderedListOptions, readonly string[], readonly string[]> = {
  name: 'ordered-list',
  options,
  type: () => ({ type: 'list', of: { type: 'string' } }),
  read,
  schema: ({ options: { max } }, { language }) =>
    codecOf(list, list, {
      decode(typed) {
        const refusals: Refusal[] = []
        const items: string[] = []
        for (const [place, text] of typed.entries()) {
          const path = String(place)
          const reading = readText(text, { multiline: false, maxLength: itemLength }, language, path)
          const item = readValue(reading)
          if ('refusals' in reading) refusals.push(...reading.refusals)
          if (item === undefined || item === '') continue
          if (items.some((other) => other.toLocaleLowerCase('sv') === item.toLocaleLowerCase('sv'))) {
            refusals.push({ message: messages[language].twice(item), path: [path], missing: false })
          }
          items.push(item)
        }
        if (items.length > max) {
          refusals.push({ message: messages[language].tooMany(max), path: [String(max)], missing: false })
        }
        if (items.length === 0 && refusals.length === 0) {
          refusals.push({ message: messages[language].missing, path: [], missing: true })
        }
        return refusals.length > 0 ? { refusals } : accepted(items)
      },
      encode: (value) => value,
    }),
  partial: () => undefined,
  missing: (_question, { language }) => messages[language].missing,
  merge: 'question',
  ...onePlace,
  display: (_question, value) => ({ type: 'lines', lines: value, ordered: true }),
  displayTyped: (_question, typed) => ({ type: 'lines', lines: typed, ordered: true }),
  suggestions: () => [],
  blank: ({ options: { max } }) => ({ type: 'lines', count: Math.min(max, 5) }),
  sheet: (question, context) => oneCell(question, context, { type: 'text', joined: '\n' }),
  columns: ({ label }, { text }) => [{ id: '', label: text(label), type: 'text', of: (value) => value.join('; ') }],
  example: ({ options: { max } }) => ['unga vuxna', 'personer med barn', 'personer utan bostad'].slice(0, max),
  fields: (_question, typed) => typed.map((text, place) => [String(place), text]),
}
