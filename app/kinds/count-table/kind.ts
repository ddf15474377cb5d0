import { z } from 'zod'
import { identifier, localText } from '~/forms/definition'
import type { Display, DisplayRow } from '~/forms/display'
import { formatInteger } from '~/forms/format'
import type { Context, FieldKind, Posted } from '../contract'
import { readWholeNumber, wholeNumberOf } from '../numbers'
import { partOf, textOf } from '../posted'
import { accepted, codecOf, type Reading, type Refusal } from '../reading'
import { givenRows } from '../sheet'
import { partVisible, uniqueIds } from '../unique'
import { messages } from './messages'
import { columnCheck, sumOf } from './sums'

/**
 * - `parts`: what the rows of a column are called together, first in the error text («Kvinnornas åldrar»)
 * - `sum`: shows the sum of each row
 * - `addUp`: the rows that are no totals must add up to the total row; `remedy` replaces the last sentence of the error
 */
const options = z
  .strictObject({
    corner: localText,
    rows: uniqueIds(
      z.strictObject({ id: identifier, label: localText, total: z.boolean().default(false), visible: partVisible }),
    ),
    columns: uniqueIds(z.strictObject({ id: identifier, label: localText, parts: localText, visible: partVisible })),
    sum: z.boolean().default(false),
    addUp: z.strictObject({ label: localText, remedy: localText.optional() }).optional(),
  })
  .refine(({ rows, addUp }) => !addUp || (rows.filter(({ total }) => total).length === 1 && rows.length > 1), {
    message: 'Rows can add up only to exactly one row with total: true.',
  })
export type CountTableOptions = z.output<typeof options>

/** Row id → column id → text; empty cells and rows are absent. */
export type CountTableTyped = { readonly [row: string]: { readonly [column: string]: string } }
export type CountTableValue = { readonly [row: string]: { readonly [column: string]: number } }

type Cells<Cell> = { readonly [row: string]: { readonly [column: string]: Cell } }

/** A table of the cells that `cell` knows; rows without any are absent. */
function tableOf<Cell>(
  { rows, columns }: CountTableOptions,
  cell: (row: string, column: string) => Cell | undefined,
): Cells<Cell> {
  const table: Record<string, Record<string, Cell>> = {}
  for (const { id: row } of rows) {
    for (const { id: column } of columns) {
      const content = cell(row, column)
      if (content === undefined) continue
      table[row] ??= {}
      table[row][column] = content
    }
  }
  return table
}

const read = (posted: Posted, options: CountTableOptions): CountTableTyped | undefined => {
  const typed = tableOf(options, (row, column) => textOf(partOf(partOf(posted, row), column)))
  return Object.keys(typed).length === 0 ? undefined : typed
}

/** Why one cell cannot be read. */
function cellProblem(cell: string | undefined, row: string, column: string, language: Context['language']) {
  const says = messages[language]
  if (cell === undefined) return says.missingCell(row, column)
  const number = readWholeNumber(cell)
  if (number.type === 'tooLarge') return says.tooLarge(row, column)
  if (number.type !== 'whole') return says.notNumber(row, column)
  return number.value < 0 ? says.negative(row, column) : undefined
}

/** Why the parts of a column disagree with its total. */
function sumProblem(
  options: CountTableOptions,
  typed: CountTableTyped,
  column: CountTableOptions['columns'][number],
  context: Context,
) {
  const { parts, total, agrees } = columnCheck(options, typed, column.id)
  if (agrees !== false || parts === undefined || total === undefined) return undefined
  const says = messages[context.language]
  const shown = (number: number) => formatInteger(number, context.language)
  const say = parts > total ? says.tooMuch : says.tooLittle
  const remedy = options.addUp?.remedy ? context.text(options.addUp.remedy) : says.remedy
  return `${say(context.text(column.parts), shown(parts), shown(Math.abs(parts - total)), shown(total))} ${remedy}`
}

function decode(typed: CountTableTyped, options: CountTableOptions, context: Context): Reading<CountTableValue> {
  const { language, text } = context
  const problems: Refusal[] = []
  for (const row of options.rows) {
    for (const column of options.columns) {
      const cell = typed[row.id]?.[column.id]
      const message = cellProblem(cell, text(row.label), text(column.label), language)
      if (message) problems.push({ message, path: [row.id, column.id], missing: cell === undefined })
    }
  }
  const total = options.rows.find((row) => row.total)
  if (options.addUp && total) {
    for (const column of options.columns) {
      const message = sumProblem(options, typed, column, context)
      if (message) problems.push({ message, path: [total.id, column.id], missing: false })
    }
  }
  if (problems.length > 0) return { refusals: problems }
  return accepted(tableOf(options, (row, column) => wholeNumberOf(typed[row]?.[column])))
}

/** The table as it is shown: cells by `cell`, sums of what is readable. */
function table(
  options: CountTableOptions,
  { language, text }: Context,
  of: (row: string, column: string) => { shown: string; number: number | undefined },
): Display {
  const rows = options.rows.map(({ id, label, total }): DisplayRow => {
    const cells = options.columns.map((column) => of(id, column.id))
    const sum = sumOf(cells.map(({ number }) => number))
    const shown = cells.map((cell) => cell.shown)
    return {
      id,
      label: text(label),
      cells: options.sum ? [...shown, sum === undefined ? '' : formatInteger(sum, language)] : shown,
      ...(total && { strong: true }),
    }
  })
  const columns = options.columns.map(({ label }) => ({ label: text(label), numeric: true }))
  const sum = options.sum ? [{ label: messages[language].sum, numeric: true, sum: true } as const] : []
  return { type: 'table', corner: text(options.corner), columns: [...columns, ...sum], rows }
}

/** Counts in rows and columns, such as ages by women and men, that may have to add up to a total in each column. */
export const countTable: FieldKind<CountTableOptions, CountTableTyped, CountTableValue> = {
  name: 'count-table',
  options,
  type: ({ rows, columns }) => ({
    type: 'object',
    fields: Object.fromEntries(
      rows.map(({ id }) => [
        id,
        { type: 'object', fields: Object.fromEntries(columns.map((column) => [column.id, { type: 'int' }])) },
      ]),
    ),
  }),
  read: (posted, { options }) => read(posted, options),
  schema: ({ options }, context) =>
    codecOf<CountTableTyped, CountTableValue>(
      z.record(z.string(), z.record(z.string(), z.string())),
      z.record(z.string(), z.record(z.string(), z.int())),
      {
        decode: (typed) => decode(typed, options, context),
        encode: (value) =>
          tableOf(options, (row, column) => {
            const number = value[row]?.[column]
            return number === undefined ? undefined : String(number)
          }),
      },
    ),
  partial: ({ options }, typed) =>
    tableOf(options, (row, column) => {
      const number = wholeNumberOf(typed[row]?.[column])
      return number !== undefined && number >= 0 ? number : undefined
    }),
  missing: (_question, { language }) => messages[language].missing,
  merge: 'cell',
  rows: () => [],
  nameOf: ({ options }, path, _typed, { text }) =>
    [options.rows, options.columns]
      .map((parts, place) => parts.find(({ id }) => id === path[place])?.label)
      .flatMap((label) => (label ? [text(label)] : []))
      .join(', '),
  display: ({ options }, value, context) =>
    table(options, context, (row, column) => {
      const number = value[row]?.[column]
      return { number, shown: number === undefined ? '' : formatInteger(number, context.language) }
    }),
  displayTyped: ({ options }, typed, context) =>
    table(options, context, (row, column) => {
      const shown = typed[row]?.[column] ?? ''
      return { number: wholeNumberOf(shown), shown }
    }),
  suggestions: () => [],
  blank: ({ options }, { text }) => ({
    type: 'table',
    corner: text(options.corner),
    columns: options.columns.map(({ label }) => text(label)),
    rows: options.rows.map(({ label }) => text(label)),
    tick: false,
  }),
  sheet: ({ options }, { text }) =>
    givenRows(
      options.rows.map(({ id, label }) => ({ id, label: text(label) })),
      text(options.corner),
      options.columns.map(({ id, label }) => ({ path: [id], level: 0, label: text(label), type: 'integer' as const })),
    ),
  columns: ({ options }, { text }) =>
    options.rows.flatMap((row) =>
      options.columns.map((column) => ({
        id: `${row.id}.${column.id}`,
        label: `${text(row.label)}, ${text(column.label)}`,
        type: 'integer' as const,
        of: (value: CountTableValue) => value[row.id]?.[column.id] ?? null,
      })),
    ),
  example: ({ options }) => {
    const parts = options.rows.filter(({ total }) => !total).length
    return tableOf(options, (row) => {
      const isTotal = options.rows.some(({ id, total }) => total && id === row)
      return isTotal ? Math.max(parts, 1) * 4 : 4
    })
  },
  fields: (_question, typed) =>
    Object.entries(typed).flatMap(([row, cells]) =>
      Object.entries(cells).map(([column, text]) => [`${row}.${column}`, text] as const),
    ),
}
