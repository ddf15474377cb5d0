import { z } from 'zod'
import { formatInteger, formatKronor } from '~/forms/format'
import { readWholeNumber } from '../numbers'
import { oneLine, oneLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { messages } from './messages'

/** Whole kronor. `min` is 0 unless it is said. */
const options = z.strictObject({ min: z.int().default(0), max: z.int().optional() })
export type MoneyOptions = z.output<typeof options>

/** An amount in whole kronor. */
export const money = oneLineKind<MoneyOptions, number>({
  name: 'money',
  options,
  value: z.int(),
  type: () => ({ type: 'int' }),
  decode(typed, { options: { min, max } }, { language }) {
    const says = messages[language]
    const read = readWholeNumber(typed)
    if (read.type === 'noNumber') return refused(says.notNumber)
    if (read.type === 'decimals') return refused(says.decimals)
    if (read.type === 'tooLarge') return refused(says.tooLarge)
    if (read.value < min) return refused(says.tooSmall(formatKronor(min, language)))
    if (max !== undefined && read.value > max) return refused(says.tooBig(formatKronor(max, language)))
    return accepted(read.value)
  },
  canonical: (posted) => (Number.isSafeInteger(posted) ? Number(posted) : undefined),
  encode: (value) => formatInteger(value, 'sv'),
  missing: (_question, { language }) => messages[language].missing,
  display: (value, _question, { language }) => ({ type: 'text', text: formatKronor(value, language), numeric: true }),
  blank: () => ({ ...oneLine, unit: 'kr' }),
  column: 'money',
  exported: (value) => value,
  example: ({ options: { min, max } }) => Math.min(Math.max(min, 1_127_386), max ?? Number.MAX_SAFE_INTEGER),
})
