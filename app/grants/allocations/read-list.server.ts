import { PortalError } from '~/platform/errors'
import { textIn } from '~/platform/spreadsheet/decode-text'
import { isZip, readWorkbook, withoutTail } from '~/platform/spreadsheet/read-workbook.server'
import type { Cell, Sheet } from '~/platform/spreadsheet/sheet'
import { readTextTable } from './text-table'

/** Bytes. The longest real list, 290 rows, is a hundredth of it. */
export const largestList = 2 * 1024 * 1024

const mostRows = 5_000
const mostColumns = 60

/** Characters of a cell: no name, amount or remark comes near it, and every cell is looked at many times. */
const longestCell = 1_000
const bounded = (cell: Cell): Cell =>
  typeof cell === 'string' && cell.length > longestCell ? `${cell.slice(0, longestCell)}…` : cell

/**
 * The sheets of a list: an XLSX workbook (visible sheets that hold something) or text; told by content, not by name.
 *
 * @throws PortalError tooLarge, wrongType (neither, or damaged), invalid (empty)
 */
export async function readList(bytes: Uint8Array): Promise<readonly Sheet[]> {
  if (bytes.length > largestList) throw new PortalError('tooLarge')
  const sheets = (isZip(bytes) ? await readWorkbook(bytes, mostRows) : [readTextTable(textIn(bytes))])
    .map(({ name, rows }) => ({ name, rows: withoutTail(rows.map((row) => row.slice(0, mostColumns).map(bounded))) }))
    .filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw new PortalError('invalid', 'empty list')
  if (sheets.some(({ rows }) => rows.length > mostRows)) throw new PortalError('tooLarge')
  return sheets
}
