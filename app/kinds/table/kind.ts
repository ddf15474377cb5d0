import { isObject } from '~/forms/json'
import type { ValueType } from '~/forms/value-type'
import type { Context, FieldKind, KindLookup } from '../contract'
import { cellQuestion, placeKey, type TableOptions } from './columns'
import { tableColumns } from './exported'
import { readable, rowName, type TableValue, tableSchema } from './judged'
import { messages } from './messages'
import { tableOptions } from './options'
import { filledRows, type TableTyped } from './rows'
import { tableSheet } from './sheet'
import { blankTable, rowsOfTyped, rowsOfValue, tableDisplay } from './show'
import { readTable, tableRows } from './typed'

/** Rows that officers add, or that the form gives, each asking the same questions. Its columns are of the kinds handed in. */
export function tableKind(kinds: KindLookup): FieldKind<TableOptions, TableTyped, TableValue> {
  return {
    name: 'table',
    options: tableOptions(kinds),
    type: (options) => typeOf(options, kinds),
    read: (posted, { options }) => readTable(posted, options, kinds),
    schema: ({ options }, context) => tableSchema(options, kinds, context),
    partial: ({ options }, typed, context) => readable(options, kinds, typed, context),
    missing: ({ options }, { language }) => messages[language][options.fixedRows ? 'missingRows' : 'missing'],
    merge: 'rows',
    rows: ({ options }, typed) => tableRows(options, typed, kinds),
    nameOf: ({ options }, path, typed, context) => nameOf(options, path, typed, kinds, context),
    display: ({ options }, value, context) =>
      tableDisplay(options, rowsOfValue(options, value, kinds, context), context),
    displayTyped: ({ options }, typed, context) =>
      tableDisplay(options, rowsOfTyped(options, typed, kinds, context), context),
    suggestions: () => [],
    blank: ({ options }, context) => blankTable(options, context),
    columns: ({ options, label }, context) => tableColumns(options, context.text(label), kinds, context),
    sheet: ({ options }, context) => tableSheet(options, kinds, context),
    example: ({ options }, context) => {
      const row = Object.fromEntries(
        options.columns.flatMap((column) => {
          const kind = kinds(column.kind)
          return kind && column.value === undefined ? [[column.id, kind.example(cellQuestion(column), context)]] : []
        }),
      )
      if (options.fixedRows) {
        return Object.fromEntries(options.fixedRows.flatMap(({ id, subtotal }) => (subtotal ? [] : [[id, row]])))
      }
      return Array.from({ length: Math.min(options.maxRows, Math.max(options.minRows, 2)) }, () => row)
    },
    fields: ({ options }, typed) => fieldsOf(options, typed, kinds),
  }
}

function typeOf({ columns, fixedRows }: TableOptions, kinds: KindLookup): ValueType {
  const row: ValueType = {
    type: 'object',
    fields: Object.fromEntries(
      columns.flatMap(({ id, kind, options }) => {
        const type = kinds(kind)?.type(options)
        return type ? [[id, type]] : []
      }),
    ),
  }
  if (!fixedRows) return { type: 'list', of: row }
  return {
    type: 'object',
    fields: Object.fromEntries(fixedRows.flatMap(({ id, subtotal }) => (subtotal ? [] : [[id, row]]))),
    rows: true,
  }
}

/** «Rad 3, Belopp» */
function nameOf(
  options: TableOptions,
  [row, columnId, ...below]: readonly string[],
  typed: TableTyped,
  kinds: KindLookup,
  context: Context,
): string {
  if (row === undefined) return ''
  const place = filledRows(options, typed).findIndex(([id]) => id === row)
  const name = rowName(options, row, place + 1, context)
  const column = options.columns.find(({ id }) => id === columnId)
  if (!column) return name
  const cell = typed[row]?.[column.id]
  const inside =
    below.length > 0 && cell !== undefined
      ? kinds(column.kind)?.nameOf(cellQuestion(column), below, cell, context)
      : undefined
  return [name, context.text(column.label), inside].filter(Boolean).join(', ')
}

function fieldsOf(options: TableOptions, typed: TableTyped, kinds: KindLookup): readonly (readonly [string, string])[] {
  return filledRows(options, typed).flatMap(([id, row]) => {
    const place = row[placeKey]
    const cells = options.columns.flatMap((column) => {
      const cell = row[column.id]
      const kind = kinds(column.kind)
      if (cell === undefined || !kind || (column.nested && !isObject(cell))) return []
      const fields = kind.fields(cellQuestion(column), cell)
      return fields.map(([name, text]) => [[id, column.id, name].filter(Boolean).join('.'), text] as const)
    })
    return [...(typeof place === 'number' ? [[`${id}.${placeKey}`, String(place)] as const] : []), ...cells]
  })
}
