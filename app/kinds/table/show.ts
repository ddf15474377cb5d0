import { type Blank, type Display, type DisplayColumn, type DisplayRow, type FileValue, filesOf } from '~/forms/display'
import { inOneLine } from '~/forms/in-one-line'
import { isList, isObject, type Json } from '~/forms/json'
import type { Context, KindLookup } from '../contract'
import { cellQuestion, innerOf, type TableColumn, type TableOptions } from './columns'
import { isRows, rowName, type TableValue } from './judged'
import { messages } from './messages'
import { filledRows, type TableTyped } from './rows'
import { type Numbers, rowsOfSubtotal, sumColumns, summedRows, sumOver, sumText, unitsOf } from './sums'

/** A row in words. */
export interface ShownRow {
  readonly id: string
  /** Column id → what stands in the cell. */
  readonly texts: ReadonlyMap<string, string>
  /** Key of a summed column → its number, in smallest units. */
  readonly numbers: ReadonlyMap<string, number>
  /** What its cells name. */
  readonly files: readonly FileValue[]
  /** Column id → the rows of the table that stands there. */
  readonly inner: ReadonlyMap<string, readonly ShownRow[]>
}

/** How a cell is shown, and the number in it. */
interface Shower {
  display(column: TableColumn, cell: Json): Display
  units(column: TableColumn, cell: Json): number | undefined
  rows(options: TableOptions, table: Json): readonly (readonly [string, { readonly [column: string]: Json }])[]
}

const shownRow = (
  { columns }: TableOptions,
  [id, row]: readonly [string, { readonly [column: string]: Json }],
  by: Shower,
): ShownRow => {
  const texts = new Map<string, string>()
  const numbers = new Map<string, number>()
  const inner = new Map<string, readonly ShownRow[]>()
  const files: FileValue[] = []
  for (const column of columns) {
    const cell = row[column.id]
    if (cell === undefined) continue
    const table = innerOf(column)
    if (table) {
      const rows = by.rows(table, cell).map((each) => shownRow(table, each, by))
      inner.set(column.id, rows)
      for (const { key } of sumColumns(table)) {
        const sum = sumOver(summedRows(table, idsOf(rows)), numbersOf(rows), key)
        if (sum !== undefined) numbers.set(`${column.id}.${key}`, sum)
      }
      continue
    }
    const display = by.display(column, cell)
    texts.set(column.id, inOneLine(display))
    files.push(...filesOf(display))
    const units = column.sum && by.units(column, cell)
    if (units !== undefined) numbers.set(column.id, units)
  }
  return { id, texts, numbers, files, inner }
}

const idsOf = (rows: readonly ShownRow[]) => rows.map(({ id }) => id)
const numbersOf = (rows: readonly ShownRow[]): Numbers => new Map(rows.map(({ id, numbers }) => [id, numbers]))

/** The rows of a value. */
export function rowsOfValue(options: TableOptions, value: TableValue, kinds: KindLookup, context: Context) {
  const by: Shower = {
    display: (column, cell) => kinds(column.kind)?.display(cellQuestion(column), cell, context) ?? empty,
    units: ({ sum }, cell) => (typeof cell === 'number' ? cell : sum && unitsOf(String(cell), sum)),
    rows: (_options, table) => {
      const entries = isList(table)
        ? table.map((row, index) => [`r${index + 1}`, row] as const)
        : isObject(table)
          ? Object.entries(table)
          : []
      return entries.flatMap(([id, row]) => (isObject(row) ? [[id, row] as const] : []))
    },
  }
  const rows = isRows(value)
    ? value.map((row, index) => [`r${index + 1}`, row] as const)
    : (options.fixedRows ?? []).map(({ id }) => [id, value[id] ?? {}] as const)
  return rows.map((row) => shownRow(options, row, by))
}

const empty: Display = { type: 'empty' }

/** The rows as they are typed. */
export function rowsOfTyped(options: TableOptions, typed: TableTyped, kinds: KindLookup, context: Context) {
  const by: Shower = {
    display: (column, cell) => kinds(column.kind)?.displayTyped(cellQuestion(column), cell, context) ?? empty,
    units: ({ sum }, cell) => (typeof cell === 'string' && sum ? unitsOf(cell, sum) : undefined),
    rows: (table, inCell) => filledRows(table, asTyped(inCell)),
  }
  const filled = new Map(filledRows(options, typed))
  const rows = options.fixedRows
    ? options.fixedRows.map(({ id }) => [id, filled.get(id) ?? {}] as const)
    : [...filled].map(([id, row]) => [id, row] as const)
  return rows.map((row) => shownRow(options, row, by))
}

const asTyped = (cell: Json): TableTyped =>
  isObject(cell) ? Object.fromEntries(Object.entries(cell).map(([id, row]) => [id, isObject(row) ? row : null])) : {}

/** Where the first column says what a row is about, it is the heading of the row. */
const headingOf = ({ columns, fixedRows }: TableOptions): TableColumn | undefined => {
  const [first] = columns
  return first && !fixedRows && !first.numeric && !first.nested ? first : undefined
}

/** The columns that are shown beside the rows' headings: of a table within the rows, its own. */
interface ShownColumn {
  /** Key, as of a summed column. */
  readonly key: string
  readonly column: TableColumn
  readonly within?: string
}

function shownColumns(options: TableOptions): readonly ShownColumn[] {
  const heading = headingOf(options)
  return options.columns
    .filter((column) => column !== heading)
    .flatMap((column): ShownColumn[] => {
      const inner = innerOf(column)
      if (!inner) return [{ key: column.id, column }]
      return inner.columns.map((each) => ({ key: `${column.id}.${each.id}`, column: each, within: column.id }))
    })
}

/** The table as it is shown, tables within its rows spread out below them, and the sums last. */
export function tableDisplay(options: TableOptions, rows: readonly ShownRow[], context: Context): Display {
  const { language, text } = context
  const heading = headingOf(options)
  const columns = shownColumns(options)
  const sums = new Map(sumColumns(options).map((sum) => [sum.key, sum.figures]))
  const hasNested = columns.some(({ within }) => within !== undefined)
  const sumCells = (numbers: ReadonlyMap<string, number>) =>
    columns.map(({ key }) => {
      const figures = sums.get(key)
      const sum = numbers.get(key)
      return figures && sum !== undefined ? sumText(sum, figures, language) : ''
    })
  const overRows = (ids: readonly string[]) =>
    new Map(
      [...sums.keys()].flatMap((key) => {
        const sum = sumOver(ids, numbersOf(rows), key)
        return sum === undefined ? [] : [[key, sum] as const]
      }),
    )

  const rowDisplay = (row: ShownRow, number: number): DisplayRow[] => {
    const fixed = options.fixedRows?.find(({ id }) => id === row.id)
    if (fixed?.subtotal) {
      const cells = sumCells(overRows(rowsOfSubtotal(options, row.id)))
      return [{ id: row.id, label: text(fixed.label), cells, strong: true }]
    }
    const label = (heading && row.texts.get(heading.id)) || rowName(options, row.id, number, context)
    const cells = columns.map(({ key, within }) => {
      if (within === undefined) return row.texts.get(key) ?? ''
      const figures = sums.get(key)
      const sum = row.numbers.get(key)
      return figures && sum !== undefined ? sumText(sum, figures, language) : ''
    })
    const inner = [...row.inner].flatMap(([within, innerRows]) =>
      innerRows.map(
        (each, place): DisplayRow => ({
          id: `${row.id}.${each.id}`,
          label: `${number}.${place + 1}`,
          cells: columns.map((column) => (column.within === within ? (each.texts.get(column.column.id) ?? '') : '')),
        }),
      ),
    )
    return [{ id: row.id, label, cells, ...(hasNested && { strong: true }) }, ...inner]
  }

  const memo = new Set(options.fixedRows?.filter((row) => row.memo).map(({ id }) => id))
  const shown = rows.map((row, index) => ({ id: row.id, rows: rowDisplay(row, index + 1) }))
  const body = shown.filter(({ id }) => !memo.has(id)).flatMap((each) => each.rows)
  const below = shown.filter(({ id }) => memo.has(id)).flatMap((each) => each.rows)
  const sumLabel = options.sumLabel ? text(options.sumLabel) : messages[language].sum
  const sum: DisplayRow[] =
    sums.size === 0
      ? []
      : [
          {
            id: 'sum',
            label: sumLabel,
            cells: sumCells(overRows(summedRows(options, idsOf(rows)))),
            strong: true,
          },
        ]
  const files = rows.flatMap((row) => row.files)
  return {
    type: 'table',
    corner: cornerOf(options, context),
    columns: columns.map(({ column }): DisplayColumn => ({ label: text(column.label), numeric: column.numeric })),
    rows: [...body, ...sum, ...below],
    ...(files.length > 0 && { files }),
  }
}

/** The heading over the rows' own headings. */
function cornerOf(options: TableOptions, { language, text }: Context): string {
  const heading = headingOf(options)
  const label = options.fixedRows ? options.corner : (heading?.label ?? options.rowLabel)
  return label ? text(label) : messages[language].row
}

/** Rows to write in by hand. */
export function blankTable(options: TableOptions, context: Context): Blank {
  const { fixedRows, minRows, maxRows } = options
  const { text } = context
  const heading = headingOf(options)
  const says = messages[context.language]
  const columns = shownColumns(options).map(({ column }) =>
    column.value === undefined ? text(column.label) : says.computed(text(column.label)),
  )
  return {
    type: 'table',
    corner: fixedRows || !options.rowLabel ? cornerOf(options, context) : text(options.rowLabel),
    columns: heading ? [text(heading.label), ...columns] : columns,
    rows: fixedRows
      ? fixedRows.map(({ label }) => text(label))
      : Array.from({ length: Math.min(maxRows, Math.max(minRows, 6)) }, (_, index) => String(index + 1)),
    numbered: fixedRows === undefined,
    tick: false,
  }
}
