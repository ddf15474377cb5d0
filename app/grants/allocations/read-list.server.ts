import { readXlsx } from 'hucre/xlsx'
import { PortalError } from '~/platform/errors'
import { type Cell, isEmptyRow, type Sheet } from './sheet'
import { decodeText, readTextTable } from './text-table'

/** Bytes. The longest real list, 290 rows, is a hundredth of it. */
export const largestList = 2 * 1024 * 1024

/** Bytes of a workbook when it is unpacked. */
const largestUnpacked = 64 * 1024 * 1024
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
  const sheets = (isZip(bytes) ? await readWorkbook(bytes) : [readTextTable(textIn(bytes))])
    .map(({ name, rows }) => ({ name, rows: withoutTail(rows.map((row) => row.slice(0, mostColumns).map(bounded))) }))
    .filter(({ rows }) => rows.length > 0)
  if (sheets.length === 0) throw new PortalError('invalid', 'empty list')
  if (sheets.some(({ rows }) => rows.length > mostRows)) throw new PortalError('tooLarge')
  return sheets
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

function textIn(bytes: Uint8Array): string {
  const text = decodeText(bytes)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what no text holds, but every PDF, picture and old workbook does
  if (/[\u0000-\u0008\u000e-\u001f]/.test(text)) throw new PortalError('wrongType')
  return text
}

async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  if (unpackedSize(bytes) > largestUnpacked) throw new PortalError('tooLarge')
  try {
    const { sheets } = await readXlsx(bytes, {
      sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden,
      maxRows: mostRows + 1,
    })
    return sheets.map(({ name, rows }) => ({
      name,
      rows: rows.map((row) =>
        row.map((cell) =>
          typeof cell === 'number' ? cell : cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? ''),
        ),
      ),
    }))
  } catch (error) {
    // Whatever a damaged or hostile file makes the reader stumble over, it is no workbook.
    throw new PortalError('wrongType', error instanceof Error ? error.message : 'no workbook')
  }
}

/**
 * What a ZIP says that its files hold when they are unpacked; the reader takes no more from each. Infinity where it
 * does not say.
 */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = 0; at + 46 <= bytes.length; at++) {
    // An entry of the central directory.
    if (view.getUint32(at, true) !== 0x02014b50) continue
    const [packed, size] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)]
    total += size === 0xffffffff || (size === 0 && packed > 0) ? Number.POSITIVE_INFINITY : size
    at += 45
  }
  return total
}

/** Spreadsheets carry formatted rows far below their content. */
function withoutTail(rows: Sheet['rows']): Sheet['rows'] {
  const last = rows.findLastIndex((row) => !isEmptyRow(row))
  return rows.slice(0, last + 1)
}
