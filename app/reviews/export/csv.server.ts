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
    return type === 'decimal' ? Number(value) : value
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
    // A line break alone would end the row, too, though rows end with two signs.
    quoted_match: /[\r\n]/,
    // Written here and not before: a number below zero is none of the texts that are made a text for their first sign.
    cast: {
      number: (number, { index }) => (columns[index]?.type === 'decimal' ? decimal(number, language) : String(number)),
    },
  })
  // An error on either side ends both; whoever reads the stream is told.
  return pipeline(Readable.from(lines()), text, () => {})
}

/** Two decimals, or as many as there are. */
function decimal(number: number, language: Language): string {
  const text = String(number)
  const decimals = Math.max(2, text.length - text.indexOf('.') - 1)
  const written = text.includes('.') ? number.toFixed(decimals) : number.toFixed(2)
  return language === 'sv' ? written.replace('.', ',') : written
}
