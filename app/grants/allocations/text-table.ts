import { parseCsv } from 'hucre/csv'
import type { Cell, Sheet } from '~/platform/spreadsheet/sheet'

/** A tab never stands in a name; a comma stands in amounts, so it comes last. */
const delimiters = ['\t', ';', '|', ','] as const

/** The first that most of the filled lines have outside quotation marks; undefined when none has. */
function delimiterOf(lines: readonly string[]): string | undefined {
  const bare = lines.map((line) => line.replace(/"[^"]*"/g, ''))
  return delimiters.find((delimiter) => bare.filter((line) => line.includes(delimiter)).length * 2 > bare.length)
}

/** A line of a letter is no longer; beyond it the pattern below could take its time. */
const longestLine = 200

/** «Botkyrka 3 174 063 kr», as it comes out of a letter or a PDF: the name, then the amount that ends the line. */
function splitAtAmount(line: string): Cell[] {
  if (line.length > longestLine) return [line.trim()]
  const match = /^(.*?\p{L}.*?)\s+([-\u2212]?\d[\d\s.,\u00a0]*(?:kr|kronor)?\.?)$/u.exec(line.trim())
  return match ? [match[1] ?? '', match[2] ?? ''] : [line.trim()]
}

/** A list in text: with semicolons, tabs, bars or commas between the cells, quoted or not, or with the amount last. */
export function readTextTable(text: string): Sheet {
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
  const lines = plain.split('\n')
  const delimiter = delimiterOf(lines.filter((line) => line.trim() !== ''))
  const rows: readonly (readonly unknown[])[] =
    delimiter === undefined ? lines.map(splitAtAmount) : parseCsv(plain, { delimiter, skipEmptyRows: false })
  return {
    name: '',
    rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? cell : String(cell ?? '')))),
  }
}
