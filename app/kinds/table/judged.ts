import { z } from 'zod'
import type { Question } from '~/forms/definition'
import type { Json } from '~/forms/json'
import { placed } from '~/forms/placed'
import type { AnyKind, Context, KindLookup } from '../contract'
import { accepted, codecOf, type Reading, type Refusal } from '../reading'
import { cellQuestion, placeKey, type TableColumn, type TableOptions } from './columns'
import { messages } from './messages'
import { filledRows, type RowTyped, type TableTyped } from './rows'

/** Column id → the cell's value. */
export type RowValue = { readonly [column: string]: Json }
/** Added rows in order; fixed rows by id. */
export type TableValue = readonly RowValue[] | { readonly [row: string]: RowValue }

// Whatever the cells hold is for their kinds.
const isMembers = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const typedShape = z.custom<TableTyped>(
  (typed) => isMembers(typed) && Object.values(typed).every((row) => row === null || isMembers(row)),
)
const valueShape = z.custom<TableValue>(
  (value) => Array.isArray(value) || (isMembers(value) && Object.values(value).every(isMembers)),
)

interface Cell {
  readonly column: TableColumn
  readonly kind: AnyKind
  readonly question: Question<unknown>
  readonly schema: z.ZodType<Json, Json>
}

/** The cells' own schemas are made once, with the table's. */
export function tableSchema(
  options: TableOptions,
  kinds: KindLookup,
  context: Context,
): z.ZodType<TableValue, TableTyped> {
  const cells = cellsOf(options, kinds, (kind, question) => kind.schema(question, context))
  return codecOf<TableTyped, TableValue>(typedShape, valueShape, {
    decode: (typed) => decode(typed, options, cells, context),
    encode: (value) => encode(value, cells),
  })
}

function cellsOf(
  { columns }: TableOptions,
  kinds: KindLookup,
  schemaOf: (kind: AnyKind, question: Question<unknown>) => z.ZodType<Json, Json>,
): readonly Cell[] {
  return columns.flatMap((column) => {
    const kind = kinds(column.kind)
    if (!kind) return []
    const question = cellQuestion(column)
    return [{ column, kind, question, schema: schemaOf(kind, question) }]
  })
}

/** What a row is called: by its label, or by its number from 1. */
export function rowName(options: TableOptions, id: string, number: number, { language, text }: Context): string {
  const fixed = options.fixedRows?.find((row) => row.id === id)
  return fixed ? text(fixed.label) : `${options.rowLabel ? text(options.rowLabel) : messages[language].row} ${number}`
}

function decode(
  typed: TableTyped,
  options: TableOptions,
  cells: readonly Cell[],
  context: Context,
): Reading<TableValue> {
  const refusals: Refusal[] = []
  const values = new Map<string, RowValue>()
  const wanted = wantedRows(options, typed)
  for (const [index, [id, row]] of wanted.entries()) {
    const value: Record<string, Json> = {}
    const refuse = ({ message, path, missing }: Refusal, { column }: Cell) =>
      refusals.push({
        message: placed(`${rowName(options, id, index + 1, context)}, ${context.text(column.label)}`, message),
        path: [id, column.id, ...path],
        missing,
      })
    for (const cell of cells) {
      const { column, kind, question, schema } = cell
      const inCell = row[column.id]
      if (inCell === undefined) {
        if (!column.optional) refuse({ message: kind.missing(question, context), path: [], missing: true }, cell)
        continue
      }
      const read = schema.safeParse(inCell)
      if (read.success) value[column.id] = read.data
      for (const issue of read.error?.issues ?? []) {
        const missing = issue.code === 'custom' && issue.params?.missing === true
        refuse({ message: issue.message, path: issue.path.map(String), missing }, cell)
      }
    }
    if (!options.fixedRows || Object.keys(value).length > 0) values.set(id, value)
  }
  if (!options.fixedRows) refusals.push(...wrongNumber(options, wanted.length, context))
  if (refusals.length > 0) return { refusals }
  return accepted(options.fixedRows ? Object.fromEntries(values) : [...values.values()])
}

/** The rows that must be whole: every fixed one, and of added ones those in which something is typed. */
function wantedRows(options: TableOptions, typed: TableTyped): readonly (readonly [string, RowTyped])[] {
  const { fixedRows } = options
  if (!fixedRows) return filledRows(options, typed)
  return fixedRows.flatMap(({ id, subtotal }) => (subtotal ? [] : [[id, typed[id] ?? {}] as const]))
}

function wrongNumber({ minRows, maxRows }: TableOptions, count: number, { language }: Context): Refusal[] {
  const says = messages[language]
  if (count === 0) return [{ message: says.missing, path: [], missing: true }]
  if (count < minRows) return [{ message: says.tooFew(minRows), path: [], missing: true }]
  if (count > maxRows) return [{ message: says.tooMany(maxRows, count - maxRows), path: [], missing: false }]
  return []
}

function encode(value: TableValue, cells: readonly Cell[]): TableTyped {
  const rowOf = (row: RowValue): RowTyped =>
    Object.fromEntries(
      cells.flatMap(({ column, schema }) => {
        const inCell = row[column.id]
        return inCell === undefined ? [] : [[column.id, schema.encode(inCell)] as const]
      }),
    )
  if (isRows(value)) {
    return Object.fromEntries(
      value.map((row, index) => [`r${index + 1}`, { [placeKey]: index + 1, ...rowOf(row) }] as const),
    )
  }
  return Object.fromEntries(Object.entries(value).map(([id, row]) => [id, rowOf(row)]))
}

/** (`Array.isArray` does not narrow readonly arrays.) */
export const isRows = (value: TableValue): value is readonly RowValue[] => Array.isArray(value)

/** What can be read of each cell, in the shape of a value; every row in which something is typed is there. */
export function readable(options: TableOptions, kinds: KindLookup, typed: TableTyped, context: Context): TableValue {
  const cells = cellsOf(options, kinds, (kind, question) => kind.schema(question, context))
  const rows = filledRows(options, typed).map(([id, row]) => {
    const value: Record<string, Json> = {}
    for (const { column, kind, question, schema } of cells) {
      const inCell = row[column.id]
      if (inCell === undefined) continue
      const read = schema.safeParse(inCell)
      const part = read.success ? read.data : kind.partial(question, inCell, context)
      if (part !== undefined) value[column.id] = part
    }
    return [id, value] as const
  })
  return options.fixedRows ? Object.fromEntries(rows) : rows.map(([, row]) => row)
}
