import { z } from 'zod'
import { formatInteger, formatKronor } from '~/forms/format'
import type { Language } from '~/forms/text'
import { readWholeNumber } from '../numbers'
import { oneLine, oneLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { withoutUnit } from '../unit'
import { messagesIn } from './messages'

/** Whole kronor, or whole units of another currency. `min` is 0 unless it is said. */
const options = z.strictObject({
  min: z.int().default(0),
  max: z.int().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'A currency is three letters: EUR.')
    .refine((code) => code !== 'SEK', 'Kronor are what amounts are in unless something else is said.')
    .optional()
    .describe('Another currency than kronor: EUR. Nothing is converted.'),
})
export type MoneyOptions = z.output<typeof options>

const written = (value: number, { currency }: MoneyOptions, language: Language) =>
  currency === undefined ? formatKronor(value, language) : `${formatInteger(value, language)}\u00a0${currency}`

/** «£» for GBP. None that is written in letters: «kr» is what other crowns are called, too. */
function symbolOf(currency: string): string | undefined {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const symbol = format.formatToParts(0).find(({ type }) => type === 'currency')?.value
  return symbol && /\p{L}/u.test(symbol) ? undefined : symbol
}

/** Kronor are no euros: the words for them are left for nobody to read. */
function withoutCurrency(typed: string, currency: string): string {
  const amount = withoutUnit(withoutUnit(typed, currency), symbolOf(currency))
  return /\p{L}/u.test(amount) ? '' : amount
}

/** An amount in whole kronor, or in another currency. */
const base = oneLineKind<MoneyOptions, number>({
  name: 'money',
  options,
  value: z.int(),
  type: () => ({ type: 'int' }),
  decode(typed, { options }, { language }) {
    const { min, max, currency } = options
    const says = messagesIn(language, currency)
    const read = readWholeNumber(currency === undefined ? typed : withoutCurrency(typed, currency))
    if (read.type === 'noNumber') return refused(says.notNumber)
    if (read.type === 'decimals') return refused(says.decimals)
    if (read.type === 'tooLarge') return refused(says.tooLarge)
    if (read.value < min) return refused(says.tooSmall(written(min, options, language)))
    if (max !== undefined && read.value > max) return refused(says.tooBig(written(max, options, language)))
    return accepted(read.value)
  },
  canonical: (posted) => (Number.isSafeInteger(posted) ? Number(posted) : undefined),
  encode: (value) => formatInteger(value, 'sv'),
  missing: ({ options: { min, currency } }, { language }) =>
    messagesIn(language, currency)[min > 0 ? 'missing' : 'missingOrNone'],
  display: (value, { options }, { language }) => ({
    type: 'text',
    text: written(value, options, language),
    numeric: true,
  }),
  blank: ({ options: { currency } }) => ({ ...oneLine, unit: currency ?? 'kr' }),
  column: 'money',
  exported: (value) => value,
  example: ({ options: { min, max } }) => Math.min(Math.max(min, 1_127_386), max ?? Number.MAX_SAFE_INTEGER),
})

/** Only kronor are added up as kronor; another currency stands in the heading of its column. */
export const money: typeof base = {
  ...base,
  columns: (question, context) =>
    base
      .columns(question, context)
      .map((column) =>
        question.options.currency === undefined
          ? column
          : { ...column, type: 'integer' as const, label: `${column.label} (${question.options.currency})` },
      ),
}
