import { parseCsv } from 'hucre/csv'
import type { Sheet } from './sheet'

const delimiters = ['\t', ';', '|', ','] as const

/** The rows of text that a spreadsheet saved or copied: cells are parted by what parts the headings in its first line. */
export function splitText(text: string): Sheet {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  // Excel may say itself what parts the cells.
  const said = /^sep=(.)\n/.exec(plain)
  const body = said ? plain.slice(said[0].length) : plain
  const first =
    body
      .replace(/^\n+/, '')
      .replace(/"[^"]*"/g, '')
      .split('\n')[0] ?? ''
  const [best] = delimiters
    .map((delimiter) => ({ delimiter, count: first.split(delimiter).length }))
    .sort((one, other) => other.count - one.count)
  const delimiter = said?.[1] ?? (best && best.count > 1 ? best.delimiter : ';')
  const rows: readonly (readonly unknown[])[] = parseCsv(body, { delimiter, skipEmptyRows: false })
  const above = said ? [[]] : []
  return { name: '', rows: [...above, ...rows.map((row) => row.map((cell) => String(cell ?? '')))] }
}
