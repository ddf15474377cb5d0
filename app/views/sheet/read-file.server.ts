import { PortalError } from '~/platform/errors'
import { textIn } from '~/platform/spreadsheet/decode-text'
import { isZip, readWorkbook, withoutTail } from '~/platform/spreadsheet/read-workbook.server'
import type { Sheet } from '~/platform/spreadsheet/sheet'
import { splitText } from '~/platform/spreadsheet/split-text'

/** Bytes. Two thousand rows, the most that a table may have, are a tenth of it. */
export const largestSheet = 5 * 1024 * 1024

const mostRows = 6_000
const mostColumns = 400

/**
 * The sheets of a file: a workbook (XLSX) or text (CSV, or as copied from a spreadsheet); told by content, not by name.
 *
 * @throws PortalError tooLarge, wrongType (neither, or damaged), invalid (empty)
 */
export async function readSheets(bytes: Uint8Array): Promise<readonly Sheet[]> {
  if (bytes.length > largestSheet) throw new PortalError('tooLarge')
  const sheets = (isZip(bytes) ? await readWorkbook(bytes, mostRows) : [splitText(textIn(bytes))])
    .map(({ name, rows }) => ({ name, rows: withoutTail(rows.map((row) => row.slice(0, mostColumns))) }))
    .filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw new PortalError('invalid', 'empty file')
  if (sheets.some(({ rows }) => rows.length > mostRows)) throw new PortalError('tooLarge')
  return sheets
}
