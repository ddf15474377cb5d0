import fc from 'fast-check'
import { expect, test } from 'vitest'
import { municipalities } from '~/platform/municipalities.server'
import { indexRecipients } from '../register/recipients'
import { judgeList } from './judge-list'
import type { ListContext } from './judged-list'
import { readList } from './read-list.server'
import { countyList } from './testing/county-list'
import { readTextTable } from './text-table'

const all = municipalities().map(({ orgNumber, ...row }) => ({ ...row, id: row.code, orgNumber: orgNumber ?? null }))
const context: ListContext = {
  round: { year: 2018, kind: 'return' },
  agency: { id: 'lst', countyCode: null, county: null },
  index: indexRecipients(all),
  standings: new Map(),
  expected: [],
}

const amount = fc.integer({ min: 0, max: 60_000_000 })
const rows = fc.uniqueArray(fc.tuple(fc.constantFrom(...all.map(({ shortName }) => shortName)), amount), {
  selector: ([name]) => name,
  minLength: 1,
  maxLength: 40,
})

test('whatever is granted comes back as it was written, with every delimiter', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom(';', '\t', '|', ','), (granted, delimiter) => {
      const sum = granted.reduce((total, [, kronor]) => total + kronor, 0)
      const judged = judgeList(readTextTable(countyList({ delimiter, rows: granted, sum })), context)
      expect(judged.rows.map(({ recipient, kronor }) => [recipient?.shortName, kronor])).toEqual(granted)
      expect(judged).toMatchObject({ sound: true, sum })
    }),
    { numRuns: 60 },
  )
})

test('a total that is off by anything stops the list with exactly that', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 1_000_000 }), (granted, off) => {
      const sum = granted.reduce((total, [, kronor]) => total + kronor, 0)
      const judged = judgeList(readTextTable(countyList({ rows: granted, sum: sum + off })), context)
      expect(judged.sound).toBe(false)
      expect(judged.totals).toMatchObject([{ difference: -off, agrees: false }])
    }),
    { numRuns: 40 },
  )
})

const word = fc.oneof(
  fc.string(),
  fc.constantFrom('Summa', 'Kommun', '0127', 'Botkyrka', '-5', '1 000 kr', '', 'Belopp'),
)

test('no table makes the judgement stumble', () => {
  fc.assert(
    fc.property(fc.array(fc.array(word, { maxLength: 6 }), { maxLength: 20 }), fc.string(), (table, total) => {
      const judged = judgeList({ name: '', rows: table }, context, { total })
      expect(judged.sound).toBe(judged.rows.length > 0 && judged.rows.every(({ after }) => after) && judged.sound)
    }),
    { numRuns: 150 },
  )
})

test('no bytes make the reader stumble: they are a list or refused', async () => {
  const zip = fc.uint8Array({ maxLength: 200 }).map((rest) => Buffer.concat([Buffer.from('PK\u0003\u0004'), rest]))
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), zip), async (bytes) => {
      const read = await readList(bytes).catch((error: unknown) => error)
      if (!Array.isArray(read)) expect(read).toMatchObject({ name: 'PortalError' })
    }),
    { numRuns: 150 },
  )
})

// Patterns and nearness that looked at all of it would run into the time that a test may take.
test('a line and a cell without end are read like any other', async () => {
  const long = `a ${'1 '.repeat(400_000)}x`
  const judge = async (text: string, total = '') => {
    const [sheet] = await readList(Buffer.from(text))
    return judgeList(sheet ?? { name: '', rows: [] }, context, { total })
  }
  expect(await judge(`${long}\n${long}`, '1 '.repeat(100_000))).toMatchObject({ sound: false })
  const judged = await judge(`Kommun;Belopp\n${long};1\nBotkyrka;2`)
  expect(judged.rows.map(({ problems: [problem] }) => problem?.type)).toEqual(['unknown', undefined])
})
