import type { Readable } from 'node:stream'
import fc from 'fast-check'
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { canonicalText, freeze, sha256Hex } from '~/forms/record'
import { type FilledForm, validlyFilled } from '~/kinds/testing/any-filled'
import { anySurroundings } from '~/kinds/testing/any-form'
import { translator } from '~/platform/i18n/translator.server'
import type { NamedRound } from '../round.server'
import { type Cell, cellsOf, type ExportColumn, exportColumns } from './columns.server'
import { csvStream } from './csv.server'
import { jsonStream } from './json.server'
import type { ExportRow } from './rows.store.server'
import { xlsxStream } from './xlsx.server'

const { round: year } = anySurroundings

/** One case of any form, handed in with what is valid in it. */
function handedIn({ form, judgement }: FilledForm): { readonly round: NamedRound; readonly row: ExportRow } {
  const record = canonicalText(
    freeze(
      form,
      { ...judgement, complete: true },
      {
        case: { id: '01a2' },
        round: { programme: 'any', kind: 'application', ...year },
        surroundings: anySurroundings,
        formVersion: 1,
        frozenAt: new Date('2021-01-15T09:30:00Z'),
      },
    ),
  )
  const round: NamedRound = {
    id: 'r1',
    programme: 'any',
    kind: 'application',
    year: year.year,
    formVersionId: 'v1',
    opensAt: new Date('2020-11-01T08:00:00Z'),
    deadline: new Date(year.deadline),
    rates: {},
    deskAgencyIds: [],
    form,
    title: 'Vad som helst',
    shortTitle: 'Vad som helst',
    fileTitle: 'Vad som helst',
  }
  const row: ExportRow = {
    id: '01a2',
    state: 'submitted',
    name: 'Huddinge kommun',
    shortName: 'Huddinge',
    orgNumber: '212000-0068',
    code: '0126',
    county: '01',
    caseNumber: null,
    ownCaseNumber: null,
    awarded: 1_127_386,
    posts: 280,
    submittedAt: new Date('2021-01-15T09:42:07Z'),
    late: false,
    signatory: 'Kim Korallrot',
    record,
    recordHash: sha256Hex(record),
    sealedPdfHash: null,
  }
  return { round, row }
}

async function* only(row: ExportRow) {
  yield row
}

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

/** What a reader of the CSV finds again for a cell: numbers by their value, since one writes them with a comma. */
function inCsv(text: string, { type }: ExportColumn): Cell {
  if (text === '') return null
  if (type === 'boolean') return text === 'ja' ? true : text === 'nej' ? false : text
  if (type === 'integer' || type === 'money' || type === 'decimal') return Number(text.replace(',', '.'))
  return withoutMark(text)
}

/** What a spreadsheet would run as a formula is made a text. */
const withoutMark = (text: string) => (/^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text)

test('what is handed in with any form stands in CSV, XLSX and JSON as it is', async () => {
  const t = translator('sv', 'review')
  await fc.assert(
    fc.asyncProperty(validlyFilled, async (filled) => {
      const { round, row } = handedIn(filled)
      const columns = exportColumns(round, 'sv', t)
      for (const key of ['id', 'label'] as const) {
        expect(new Set(columns.map((column) => column[key])).size).toBe(columns.length)
      }
      const cells = cellsOf(columns, row)
      const asText = (cell: Cell) => (cell instanceof Date ? '2021-01-15 10:42:07' : cell === '' ? null : cell)
      const csv = await bytesOf(csvStream(columns, only(row), 'sv', { yes: 'ja', no: 'nej' }))
      const [headings = [], line = []] = parseCsv(csv.toString('utf8'), { delimiter: ';' })
      expect(headings.map((heading) => withoutMark(String(heading)))).toEqual(columns.map(({ label }) => label))
      expect(columns.map((column, at) => inCsv(String(line[at] ?? ''), column))).toEqual(cells.map(asText))

      const { sheets } = await readXlsx(await bytesOf(xlsxStream(columns, only(row), 'Ansökan')))
      const [top = [], found = []] = sheets[0]?.rows ?? []
      expect(top).toEqual(columns.map(({ label }) => label))
      const inXlsx = (cell: Cell | undefined, { type }: ExportColumn) =>
        cell instanceof Date
          ? cell
              .toISOString()
              .slice(0, type === 'date' ? 10 : 19)
              .replace('T', ' ')
          : (cell ?? null)
      expect(columns.map((column, at) => inXlsx(found[at], column))).toEqual(cells.map(asText))

      const { id, hash } = { id: round.form.definition.id, hash: round.form.hash }
      const json = await bytesOf(
        jsonStream({ programme: 'any', kind: 'application', year: 2020, form: { id, hash } }, only(row)),
      )
      const [stored] = JSON.parse(json.toString('utf8')).cases
      expect(canonicalText(stored.record)).toBe(row.record)
      expect(sha256Hex(canonicalText(stored.record))).toBe(stored.recordHash)
    }),
    { numRuns: 40, seed: 55, endOnFailure: true },
  )
})

test('line breaks, numbers below zero, small decimals and what Excel takes for a character stay what they are', async () => {
  const [first] = fc.sample(validlyFilled, { numRuns: 1, seed: 1 })
  if (!first) throw new Error('There is no form.')
  const { row } = handedIn(first)
  const column = (type: ExportColumn['type'], cell: Cell): ExportColumn => ({
    id: type,
    label: type,
    type,
    of: () => cell,
  })
  const columns = [
    column('text', 'rad ett\nrad två'),
    column('money', -500),
    column('decimal', -2.5),
    column('decimal', 0.0625),
    column('text', '_x0041_'),
  ]
  const csv = await bytesOf(csvStream(columns, only(row), 'sv', { yes: 'ja', no: 'nej' }))
  expect(csv.toString('utf8').split('\r\n')[1]).toBe('"rad ett\nrad två";-500;-2,50;0,0625;_x0041_')
  const { sheets } = await readXlsx(await bytesOf(xlsxStream(columns, only(row), 'Ansökan')))
  expect(sheets[0]?.rows[1]).toEqual(['rad ett\nrad två', -500, -2.5, 0.0625, '_x0041_'])
})
