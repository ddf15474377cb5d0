import {
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type DataValidation,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx'
import type { SheetColumn, SheetShape } from '~/kinds/sheet'
import { writtenText } from '~/platform/spreadsheet/write-text'
import { columnLetters } from './cell-errors'
import { cellText, dayOf, numberIn } from './cell-text'
import { lineKey, linesOf } from './row-key'
import type { SheetRow } from './sheet-rows'

export interface Workbook {
  readonly shape: SheetShape
  readonly rows: readonly SheetRow[]
  /** The name of the sheet with the table. */
  readonly name: string
  /** Stands over the hidden column with the keys of the rows. */
  readonly origin: string
  /** The sheet that says how it is filled in: its name and its lines. */
  readonly guide: { readonly name: string; readonly lines: readonly string[] }
  /** Said when something else is written where one is to choose. */
  readonly choose: { readonly title: string; readonly text: string }
}

/** The name of the hidden sheet with what may be chosen. */
const choicesSheet = 'bidra'

const formats: Readonly<Record<Exclude<SheetColumn['type'], 'decimal'>, string>> = {
  text: '@',
  choice: '@',
  integer: '#,##0',
  money: '#,##0\u00A0"kr"',
  date: 'yyyy-mm-dd',
}

const formatOf = ({ type, scale = 0 }: SheetColumn) =>
  type === 'decimal' ? `#,##0${scale > 0 ? `.${'0'.repeat(scale)}` : ''}` : formats[type]

/** Rows below the last in which one still chooses from lists. */
const roomBelow = 500

const head: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E6EDF5' } },
  alignment: { wrapText: true, vertical: 'top' },
}
const named: CellStyle = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F3F5' } } }

/** A table as an XLSX workbook: numbers are numbers, days are days, options are chosen from a list; nothing is a formula. */
export async function writeWorkbook(book: Workbook): Promise<Uint8Array> {
  const { shape, rows } = book
  const lines = linesOf(shape, rows)
  const lists = shape.columns.filter(({ choices }) => choices)
  const name = sheetName(book.name)
  const table: WriteSheet = {
    name,
    columns: [
      { width: 12, hidden: true, numFmt: '@' },
      ...shape.columns.map((column, at) =>
        definition(
          column,
          lines.map(({ cells }) => cells[at] ?? ''),
        ),
      ),
    ],
    rows: [
      [book.origin, ...shape.columns.map(({ label }) => written(label))],
      ...lines.map(({ ids, cells }) => [
        lineKey(ids),
        ...shape.columns.map((column, at): CellValue => cellValue(column, cells[at] ?? '')),
      ]),
    ],
    cells: new Map([
      ...shape.columns.map((_, at) => [`0,${at + 1}`, { style: head }] as const),
      ...lines.flatMap((_, line) =>
        shape.columns.flatMap((column, at) =>
          column.names ? [[`${line + 1},${at + 1}`, { style: named }] as const] : [],
        ),
      ),
    ]),
    dataValidations: lists.map((column): DataValidation => {
      const letters = columnLetters(shape.columns.indexOf(column) + 1)
      const list = columnLetters(lists.indexOf(column))
      return {
        type: 'list',
        range: `${letters}2:${letters}${lines.length + 1 + roomBelow}`,
        formula1: `${choicesSheet}!$${list}$1:$${list}$${column.choices?.length ?? 1}`,
        allowBlank: true,
        showErrorMessage: true,
        errorTitle: book.choose.title,
        errorMessage: book.choose.text,
      }
    }),
    freezePane: { rows: 1, columns: shape.columns[0]?.names ? 2 : 1 },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  }
  const guide: WriteSheet = {
    name: sheetName(book.guide.name),
    columns: [{ width: 100, style: { alignment: { wrapText: true, vertical: 'top' } } }],
    rows: book.guide.lines.map((line) => [cellText(line)]),
    cells: new Map([['0,0', { style: { font: { bold: true, size: 14 } } }]]),
  }
  const most = Math.max(0, ...lists.map(({ choices }) => choices?.length ?? 0))
  const choices: WriteSheet = {
    name: choicesSheet,
    hidden: true,
    columns: lists.map((): ColumnDef => ({ numFmt: '@' })),
    rows: Array.from({ length: most }, (_, row) =>
      lists.map((column): CellValue => written(column.choices?.[row]?.label ?? '') || null),
    ),
  }
  return writeXlsx({ sheets: [table, guide, ...(lists.length > 0 ? [choices] : [])], activeSheet: 0 })
}

const written = (text: string) => writtenText(cellText(text))

/** What a cell holds: what cannot be read as the column wants it stays the text that it is. */
function cellValue(column: SheetColumn, text: string): CellValue {
  if (text === '') return null
  const day = column.type === 'date' ? dayOf(text) : undefined
  return day === undefined ? (numberIn(column, text) ?? written(text)) : new Date(`${day}T00:00:00Z`)
}

function definition(column: SheetColumn, texts: readonly string[]): ColumnDef {
  const longest = Math.max(column.label.length / 2, ...texts.map((text) => Math.min(text.length, 60)))
  return {
    width: Math.min(60, Math.max(column.type === 'text' ? 18 : 14, longest + 2)),
    numFmt: formatOf(column),
    style: { numFmt: formatOf(column), alignment: { wrapText: column.type === 'text', vertical: 'top' } },
  }
}

/** A sheet's name has at most 31 characters and none of these, and no apostrophe at its ends. */
const sheetName = (name: string): string =>
  cellText(name)
    .replace(/[\\/?*[\]:\n\t]/g, ' ')
    .slice(0, 31)
    .replace(/^[' ]+|[' ]+$/g, '') || 'Tabell'
