import { z } from 'zod'
import { localText } from '~/forms/definition'
import { decimalOf, formatDecimal } from '~/forms/format'
import { readScaledNumber } from '../numbers'
import { oneLine, oneLineKind } from '../one-line'
import { accepted, refused } from '../reading'
import { oneCell } from '../sheet'
import { withoutUnit } from '../unit'
import { messages } from './messages'

/** A limit in a definition: 0, 2.5 or '2.50'. */
const limit = z.union([z.number(), z.string().regex(/^-?\d+(\.\d+)?$/)])

/** `min` is 0 unless `min` or `above` is said; `above` is a limit that the number may not have itself. */
const options = z.strictObject({
  scale: z.int().min(0).max(6),
  min: limit.optional(),
  max: limit.optional(),
  above: limit.optional(),
  unit: localText.optional(),
})
export type DecimalOptions = z.output<typeof options>

const example = ({ scale, min, max, above }: DecimalOptions): number => {
  const inUnits = (value: number | string) => Math.round(Number(value) * 10 ** scale)
  const least = above === undefined ? inUnits(min ?? 0) : inUnits(above) + 1
  return Math.min(Math.max(inUnits('2.8'), least), max === undefined ? Number.MAX_SAFE_INTEGER : inUnits(max))
}

const base = oneLineKind<DecimalOptions, string>({
  name: 'decimal',
  options,
  value: z.string().regex(/^-?\d+(\.\d+)?$/),
  type: ({ scale }) => ({ type: 'decimal', scale }),
  decode(typed, { options }, { language, text }) {
    const says = messages[language]
    const { scale, max, above, unit } = options
    const shown = (units: number) => formatDecimal(decimalOf(units, scale), language)
    const inUnits = (value: number | string) => Math.round(Number(value) * 10 ** scale)
    const read = readScaledNumber(withoutUnit(typed, unit && text(unit)), scale)
    if (read.type === 'noNumber') return refused(says.notNumber(shown(example(options))))
    if (read.type === 'decimals') return refused(says.decimals(scale, shown(read.below), shown(read.above)))
    if (read.type === 'tooLarge') return refused(says.tooLarge)
    const min = options.min ?? (above === undefined ? 0 : undefined)
    if (above !== undefined && read.units <= inUnits(above)) return refused(says.notAbove(shown(inUnits(above))))
    if (min !== undefined && read.units < inUnits(min)) return refused(says.tooSmall(shown(inUnits(min))))
    if (max !== undefined && read.units > inUnits(max)) return refused(says.tooBig(shown(inUnits(max))))
    return accepted(decimalOf(read.units, scale))
  },
  canonical(posted, { options: { scale } }) {
    const text = typeof posted === 'number' ? String(posted) : posted
    const fraction = typeof text === 'string' ? /^-?\d+\.(\d+)$/.exec(text)?.[1] : undefined
    return typeof text === 'string' && fraction?.length === scale ? text : undefined
  },
  encode: (value) => value.replace('.', ','),
  missing: ({ options }, { language }) =>
    messages[language].missing(formatDecimal(decimalOf(example(options), options.scale), language)),
  display: (value, { options: { unit } }, { language, text }) => ({
    type: 'text',
    text: unit ? `${formatDecimal(value, language)}\u00a0${text(unit)}` : formatDecimal(value, language),
    numeric: true,
  }),
  blank: ({ options: { unit } }, { text }) => (unit ? { ...oneLine, unit: text(unit) } : oneLine),
  column: 'decimal',
  exported: (value) => Number(value),
  example: ({ options }) => decimalOf(example(options), options.scale),
})

/** A number with a fixed number of decimals, such as full-time equivalents: «2.80». */
export const decimal: typeof base = {
  ...base,
  sheet: (question, context) => oneCell(question, context, { type: 'decimal', scale: question.options.scale }),
}
