import { z } from 'zod'
import { localText } from '~/forms/definition'
import { formatInteger } from '~/forms/format'
import { readWholeNumber } from '../numbers'
import { oneLine, oneLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { withoutUnit } from '../unit'
import { messages } from './messages'

/** `min` is 0 unless it is said. */
const options = z.strictObject({
  min: z.int().default(0),
  max: z.int().optional(),
  unit: localText.optional(),
})
export type IntegerOptions = z.output<typeof options>

/** A whole number, usually a count. */
export const integer = oneLineKind<IntegerOptions, number>({
  name: 'integer',
  options,
  value: z.int(),
  type: () => ({ type: 'int' }),
  decode(typed, { options: { min, max, unit } }, { language, text }) {
    const says = messages[language]
    const read = readWholeNumber(withoutUnit(typed, unit && text(unit)))
    if (read.type === 'noNumber') return refused(says.notNumber)
    if (read.type === 'decimals') return refused(says.decimals)
    if (read.type === 'tooLarge') return refused(says.tooLarge)
    if (read.value < min) return refused(says.tooSmall(formatInteger(min, language)))
    if (max !== undefined && read.value > max) return refused(says.tooBig(formatInteger(max, language)))
    return accepted(read.value)
  },
  canonical: (posted) => (Number.isSafeInteger(posted) ? Number(posted) : undefined),
  encode: (value) => formatInteger(value, 'sv'),
  missing: ({ options: { min } }, { language }) => messages[language][min > 0 ? 'missing' : 'missingOrNone'],
  display: (value, { options: { unit } }, { language, text }) => ({
    type: 'text',
    text: unit ? `${formatInteger(value, language)}\u00a0${text(unit)}` : formatInteger(value, language),
    numeric: true,
  }),
  blank: ({ options: { unit } }, { text }) => (unit ? { ...oneLine, unit: text(unit) } : oneLine),
  column: 'integer',
  exported: (value) => value,
  example: ({ options: { min, max } }) => Math.min(Math.max(min, 3), max ?? Number.MAX_SAFE_INTEGER),
})
