import { Readable } from 'node:stream'
import { writeXlsxStream } from 'hucre/xlsx'
import { writtenText } from '~/platform/spreadsheet/write-text'
import { cellsOf, type ExportColumn } from './columns.server'
import { localTime } from './local-time'
import type { ExportRow } from './rows.store.server'

type XlsxCell = string | number | boolean | Date | null

const formats: Readonly<Record<ExportColumn['type'], string>> = {
  text: '@',
  integer: '#,##0',
  decimal: '#,##0.00####',
  money: '#,##0\u00A0"kr"',
  boolean: 'General',
  date: 'yyyy-mm-dd',
  moment: 'yyyy-mm-dd hh:mm',
}

const widths: Readonly<Record<ExportColumn['type'], number>> = {
  text: 24,
  integer: 12,
  decimal: 12,
  money: 16,
  boolean: 10,
  date: 12,
  moment: 17,
}

/** A spreadsheet knows no time zones: the time as the clock in Sweden showed it. */
const local = (moment: Date) => new Date(`${localTime(moment).replace(' ', 'T')}Z`)

/** The longest text that a cell can hold. */
const longest = 32_767

function typed(value: ReturnType<typeof cellsOf>[number], { type }: ExportColumn): XlsxCell {
  if (value === null) return null
  if (value instanceof Date) return local(value)
  if (type === 'date' && typeof value === 'string') return new Date(`${value}T00:00:00Z`)
  if (type === 'decimal' && typeof value === 'string') return Number(value)
  return typeof value === 'string' ? writtenText(value.slice(0, longest)) : value
}

/** A workbook with one typed row per case: numbers are numbers, dates are dates, the heading row stays in sight. */
export function xlsxStream(columns: readonly ExportColumn[], rows: AsyncIterable<ExportRow>, sheet: string): Readable {
  async function* lines() {
    for await (const row of rows) {
      const cells = cellsOf(columns, row)
      yield columns.map((column, index) => typed(cells[index] ?? null, column))
    }
  }
  const stream = writeXlsxStream(lines(), {
    // A sheet's name has at most 31 characters and none of these.
    name: sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ label, type }) => ({
      header: writtenText(label),
      numFmt: formats[type],
      width: widths[type],
    })),
    freezePane: { rows: 1, columns: 1 },
  })
  return Readable.from(chunks(stream))
}

async function* chunks(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel()
  }
}
