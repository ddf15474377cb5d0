import { z } from 'zod'
import type { Question } from '~/forms/definition'
import { identifier } from '~/forms/definition'
import type { Json } from '~/forms/json'
import type { ChoosableRow, ChoosableTable } from '~/forms/row-choices'
import type { Context, FieldKind, Posted } from '../contract'
import { oneLine } from '../one-line'
import { onePlace } from '../places'
import { isObject, partsOf, textOf } from '../posted'
import { accepted, codecOf, type Refusal } from '../reading'
import { oneCell } from '../sheet'
import { messages } from './messages'

const source = z.strictObject({
  of: z.array(identifier).min(1).describe('The tables whose rows can be chosen.'),
  several: z.boolean().default(false).describe('Any number of rows, rather than one.'),
})

export interface RowChoiceOptions extends z.output<typeof source> {
  /** What is known of the tables, and the rows that can be chosen now; both come from the form. */
  readonly tables?: readonly ChoosableTable[]
  readonly rows?: readonly ChoosableRow[]
}

/** The row of a record: its table, its place there, and what it said. */
export type ChosenRow = { readonly table: string; readonly row: string; readonly label?: string }
type Value = ChosenRow | readonly ChosenRow[]
type Typed = readonly string[]

const chosenRow = z.strictObject({
  table: z.string(),
  row: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  label: z.string().min(1).optional(),
})
const typedShape: z.ZodType<Typed, Typed> = z.array(z.string()).readonly()
const valueShape = z.custom<Value>((value) => z.union([chosenRow, z.array(chosenRow)]).safeParse(value).success)

const rowsIn = (value: Value): readonly ChosenRow[] => (isChosenList(value) ? value : [value])
const isChosenList = (value: Value): value is readonly ChosenRow[] => Array.isArray(value)

/** One field, or one for each that is ticked; or what a record holds. */
function read(posted: Posted): Typed | undefined {
  const parts = isObject(posted) && 'table' in posted ? [posted] : partsOf(posted)
  const ids = parts.flatMap((part) => {
    if (isObject(part) && typeof part.table === 'string') return [`${part.table}.${String(part.row)}`]
    // In a cell of a spreadsheet, one stands below the other.
    const lines = textOf(part)?.split('\n') ?? []
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  })
  return ids.length === 0 ? undefined : [...new Set(ids)]
}

function decode(typed: Typed, { options }: Question<RowChoiceOptions>, { language }: Context) {
  const says = messages[language]
  const refusals: Refusal[] = []
  const rows = typed.flatMap((text): ChosenRow[] => {
    const found = options.rows?.find(({ id, label }) => id === text || label === text)
    const [table = '', row = '', ...deeper] = (found?.id ?? text).split('.')
    const isRow = options.of.includes(table) && chosenRow.shape.row.safeParse(row).success && deeper.length === 0
    if (!isRow || (options.rows && !found)) {
      refusals.push({ message: says.gone, path: [], missing: false })
      return []
    }
    return [{ table, row: found?.place ?? row, ...(found?.words && { label: found.words }) }]
  })
  const [first] = rows
  if (refusals.length === 0 && !first) refusals.push({ message: says.missing, path: [], missing: true })
  if (refusals.length > 0 || !first) return { refusals }
  return accepted<Value>(options.several ? rows : first)
}

const idOf = ({ table, row }: ChosenRow) => `${table}.${row}`

/** «Satsning 2: Fältarbete» */
function labelOf({ table: id, row, label }: ChosenRow, { tables = [] }: RowChoiceOptions, context: Context): string {
  const table = tables.find((each) => each.id === id)
  const fixed = table?.fixedRows?.find((each) => each.id === row)
  const number = /^r(\d+)$/.exec(row)?.[1]
  const word = table?.rowLabel ? context.text(table.rowLabel) : messages[context.language].row
  const name = fixed ? context.text(fixed.label) : `${word} ${number ?? row}`
  const from = tables.length > 1 && table ? `${context.text(table.label)}, ` : ''
  return `${from}${name}${label === undefined ? '' : `: ${label}`}`
}

const shownTyped = (typed: Typed, { rows = [] }: RowChoiceOptions) =>
  typed.map((id) => rows.find((row) => row.id === id)?.label ?? id)

const shown = (texts: readonly string[]) =>
  texts.length === 1 ? ({ type: 'text', text: texts[0] ?? '' } as const) : ({ type: 'lines', lines: texts } as const)

const choicesOf = ({ rows }: RowChoiceOptions) => rows?.map(({ id, label }) => ({ value: id, label }))

/** One row of a table of the same form, or several. */
export const rowChoice: FieldKind<RowChoiceOptions, Typed, Value & Json> = {
  name: 'row-choice',
  options: source,
  type: ({ of, several }) => (several ? { type: 'list', of: { type: 'chosen', of } } : { type: 'chosen', of }),
  read,
  schema: (question, context) =>
    codecOf<Typed, Value & Json>(typedShape, valueShape, {
      decode: (typed) => decode(typed, question, context),
      encode: (value) => rowsIn(value).map(idOf),
    }),
  partial: () => undefined,
  missing: ({ options }, { language }) => messages[language][options.rows?.length === 0 ? 'noRows' : 'missing'],
  merge: 'question',
  ...onePlace,
  display: ({ options }, value, context) => shown(rowsIn(value).map((row) => labelOf(row, options, context))),
  displayTyped: ({ options }, typed) => shown(shownTyped(typed, options)),
  suggestions: () => [],
  blank: () => oneLine,
  sheet: (question, context) =>
    question.options.several
      ? oneCell(question, context, { type: 'text', joined: '\n', parts: choicesOf(question.options) })
      : oneCell(question, context, { type: 'choice', choices: choicesOf(question.options) }),
  columns: ({ label, options }, context) => [
    {
      id: '',
      label: context.text(label),
      type: 'text',
      of: (value) =>
        rowsIn(value)
          .map((row) => labelOf(row, options, context))
          .join('; '),
    },
  ],
  example: ({ options: { of, several } }) => {
    const row = { table: of[0] ?? '', row: 'r1' }
    return several ? [row] : row
  },
  fields: ({ options: { several } }, typed) => typed.map((id, place) => [several ? String(place) : '', id]),
}
