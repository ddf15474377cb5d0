import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Language } from '~/forms/text'
import { type Cell, cellsOf, type ExportColumn } from './columns.server'
import { localTime } from './local-time'
import type { ExportRow } from './rows.store.server'

/**
 * Semicolons and decimal commas in Swedish, since that is what a Swedish spreadsheet opens without asking; commas and
 * points in English. UTF-8 with a byte order mark; a text that a spreadsheet would run as a formula is made a text.
 */
export function csvStream(
  columns: readonly ExportColumn[],
  rows: AsyncIterable<ExportRow>,
  language: Language,
  words: { readonly yes: string; readonly no: string },
): Readable {
  const cell = (value: Cell, { type }: ExportColumn): string | number => {
    if (value === null) return ''
    if (value instanceof Date) return localTime(value)
    if (typeof value === 'boolean') return value ? words.yes : words.no
    if (type !== 'decimal') return value
    const number = Number(value).toFixed(2)
    return language === 'sv' ? number.replace('.', ',') : number
  }
  async function* lines() {
    yield columns.map(({ label }) => label)
    for await (const row of rows) {
      const cells = cellsOf(columns, row)
      yield columns.map((column, index) => cell(cells[index] ?? null, column))
    }
  }
  const text = stringify({
    bom: true,
    delimiter: language === 'sv' ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
  })
  // An error on either side ends both; whoever reads the stream is told.
  return pipeline(Readable.from(lines()), text, () => {})
}
