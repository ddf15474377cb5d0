import { readXlsx } from 'hucre/xlsx'
import { PortalError } from '../errors'
import { isEmptyRow, type Sheet } from './sheet'

/** Bytes of a workbook when it is unpacked. */
const largestUnpacked = 64 * 1024 * 1024

/** Whether bytes may be a workbook; told by content, not by name. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/**
 * The visible sheets of an XLSX workbook. Dates become ISO days, formulas what they gave when the file was saved; at most
 * one row more than `mostRows` is read of each.
 *
 * @throws PortalError tooLarge (when unpacked), wrongType (damaged, or no workbook)
 */
export async function readWorkbook(bytes: Uint8Array, mostRows: number): Promise<Sheet[]> {
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
export function withoutTail(rows: Sheet['rows']): Sheet['rows'] {
  const last = rows.findLastIndex((row) => !isEmptyRow(row))
  return rows.slice(0, last + 1)
}
