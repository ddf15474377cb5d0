import { z } from 'zod'
import type { Display } from '~/forms/display'
import { formatDate } from '~/forms/format'
import type { Language } from '~/forms/text'
import { periodType } from '~/forms/value-type'
import type { FieldKind, Posted } from '../contract'
import { partOf, textOf } from '../posted'
import { readDay } from '../read-date'
import { accepted, codecOf, type Reading, type Refusal, readValue } from '../reading'
import type { SheetColumn } from '../sheet'
import { messages } from './messages'

/** `open`: the end may be left out. */
const options = z.strictObject({
  open: z.boolean().default(false).describe('The last day may be left out: «until further notice».'),
})
export type PeriodOptions = z.output<typeof options>

/** As typed; an empty field is absent. */
export type PeriodTyped = { readonly from?: string; readonly to?: string }
/** ISO dates; `to` is absent where the end is open. */
export type PeriodValue = { readonly from: string; readonly to?: string }

const typedShape: z.ZodType<PeriodTyped, PeriodTyped> = z.object({
  from: z.string().exactOptional(),
  to: z.string().exactOptional(),
})
const valueShape: z.ZodType<PeriodValue, PeriodValue> = z.object({ from: z.string(), to: z.string().exactOptional() })

const parts = (from: string | undefined, to: string | undefined): PeriodTyped => ({
  ...(from === undefined ? {} : { from }),
  ...(to === undefined ? {} : { to }),
})

/** Two fields, or one text with a dash or «till» between the days. */
function read(posted: Posted): PeriodTyped | undefined {
  const [from, to] =
    typeof posted === 'string'
      ? posted.split(/\s*(?:\u2013|\u2014|\s-\s|\.\.|\s+t(?:ill|\.?o\.?m\.?|o)\s+)\s*/i).map(textOf)
      : [textOf(partOf(posted, 'from')), textOf(partOf(posted, 'to'))]
  return from === undefined && to === undefined ? undefined : parts(from, to)
}

function decode(typed: PeriodTyped, { open }: PeriodOptions, language: Language): Reading<PeriodValue> {
  const says = messages[language]
  const refusals: Refusal[] = []
  const day = (key: 'from' | 'to', missing: string | undefined) => {
    const text = typed[key]
    if (text === undefined) {
      if (missing !== undefined) refusals.push({ message: missing, path: [key], missing: true })
      return undefined
    }
    const reading = readDay(text, language, key)
    if ('refusals' in reading) refusals.push(...reading.refusals)
    return readValue(reading)
  }
  const from = day('from', says.missingFrom)
  const to = day('to', open ? undefined : says.missingTo)
  if (from !== undefined && to !== undefined && to < from) {
    refusals.push({ message: says.turned(formatDate(from, language)), path: ['to'], missing: false })
  }
  if (refusals.length > 0 || from === undefined) return { refusals }
  return accepted(to === undefined ? { from } : { from, to })
}

const shown = ({ from, to }: PeriodValue, language: Language): Display => ({
  type: 'text',
  text:
    to === undefined
      ? messages[language].open(formatDate(from, language))
      : `${formatDate(from, language)} \u2013 ${formatDate(to, language)}`,
})

/** From a day to another, both included. */
export const period: FieldKind<PeriodOptions, PeriodTyped, PeriodValue> = {
  name: 'period',
  options,
  type: () => periodType,
  read,
  schema: ({ options }, { language }) =>
    codecOf<PeriodTyped, PeriodValue>(typedShape, valueShape, {
      decode: (typed) => decode(typed, options, language),
      encode: (value) => value,
    }),
  partial: (_question, typed, { language }) => {
    const day = (text: string | undefined) => (text === undefined ? undefined : readValue(readDay(text, language)))
    return parts(day(typed.from), day(typed.to))
  },
  missing: (_question, { language }) => messages[language].missing,
  merge: 'question',
  rows: () => [],
  nameOf: (_question, [part], _typed, { language }) =>
    part === 'from' || part === 'to' ? messages[language][part] : '',
  display: (_question, value, { language }) => shown(value, language),
  displayTyped: (_question, { from, to }) => ({
    type: 'text',
    text: [from, to].map((day) => day ?? '').join(' \u2013 '),
  }),
  suggestions: () => [],
  blank: () => ({ type: 'lines', count: 1 }),
  sheet: ({ label }, { language, text }) => ({
    levels: [],
    columns: (['from', 'to'] as const).map(
      (part): SheetColumn => ({
        path: [part],
        level: 0,
        label: `${text(label)}: ${messages[language][part]}`,
        type: 'date',
      }),
    ),
  }),
  columns: ({ label }, { language, text }) => [
    { id: 'from', label: `${text(label)}: ${messages[language].from}`, type: 'date', of: ({ from }) => from },
    { id: 'to', label: `${text(label)}: ${messages[language].to}`, type: 'date', of: ({ to }) => to ?? null },
  ],
  example: () => ({ from: '2021-01-01', to: '2021-03-31' }),
  fields: (_question, { from, to }) => [
    ...(from === undefined ? [] : [['from', from] as const]),
    ...(to === undefined ? [] : [['to', to] as const]),
  ],
}
