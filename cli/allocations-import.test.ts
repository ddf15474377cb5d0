import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { countyList, countyRows, countySum, misspelt } from '~/grants/allocations/testing/county-list'
import { publishProgrammes } from '~/grants/publish.server'
import { importRegister } from '~/grants/register/import-register.server'
import { openRound, prepareRound } from '~/grants/rounds/open-round.server'
import { db, transaction } from '~/platform/db.server'
import { allocationsImport } from './allocations-import'
import type { Flags } from './command'

let folder: string
let roundId: string
const run = async (content: string | Uint8Array, flags: Flags = {}) => {
  const path = join(folder, 'lista.csv')
  await writeFile(path, content)
  return allocationsImport.run([path], { round: 'po-return/2018', language: 'sv', ...flags })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bidra-cli-'))
  const now = new Date('2018-03-01T09:00:00Z')
  await importRegister()
  await publishProgrammes(now)
  const boards = await db().organisation.findMany({
    where: { name: { in: ['Länsstyrelsen Stockholm', 'Länsstyrelsen Uppsala'] } },
  })
  const prepared = await prepareRound({
    formId: 'po-return',
    year: 2018,
    opensAt: now,
    deadline: new Date('2019-01-15T22:59:59Z'),
    rates: {},
    desks: boards.map(({ id }) => ({ agencyId: id, contact: {} })),
    recipients: [],
  })
  roundId = await transaction((tx) => openRound(tx, prepared))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

const agency = 'Länsstyrelsen Stockholm'
const stored = () => db().award.count({ where: { roundId } })

test('a list that is wrong is told what stops it, exit 1, and nothing is stored', async () => {
  const spelt = await run(countyList({ rows: misspelt }), { agency })
  expect(spelt).toMatchObject({ code: 1, json: { outcome: 'refused', rows: 26, matched: 25 } })
  expect(spelt.text).toContain('Menar du Södertälje?')
  const off = await run(countyList({ sum: countySum - 200_000 }), { agency })
  expect(off.code).toBe(1)
  expect(off.text).toContain('Skillnaden är 200\u00a0000\u00a0kr.')
  expect(await run(countyList(), { agency, total: '56,8 miljoner' })).toMatchObject({ code: 1 })
  expect(await stored()).toBe(0)
})

test('what cannot be used says what is expected', async () => {
  await expect(run(countyList())).rejects.toThrow('--agency')
  await expect(run(countyList(), { agency: 'Länsstyrelsen Skåne' })).rejects.toThrow('Länsstyrelsen Uppsala')
  await expect(run(countyList(), { agency, round: 'personligt-ombud/return/1999' })).rejects.toThrow('1999')
  await expect(run(countyList(), { agency, column: 'belopp=B' })).rejects.toThrow('kronor')
  await expect(run(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1]), { agency })).rejects.toMatchObject({ name: 'Unusable' })
  const two = await writeXlsx({ sheets: ['A', 'B'].map((name) => ({ name, rows: [['Botkyrka', 1]] })) })
  await expect(run(two, { agency })).rejects.toThrow('--sheet')
})

test('a trial run stores nothing; the real one stores all; again, nothing changes', async () => {
  const list = Buffer.from(countyList(), 'latin1')
  expect(await run(list, { agency, 'dry-run': true, total: '79,8 miljoner' })).toMatchObject({
    code: 0,
    json: { outcome: 'would', sum: countySum, changes: { length: 26 } },
  })
  expect(await stored()).toBe(0)
  expect(await run(list, { agency, round: roundId })).toMatchObject({ code: 0, json: { outcome: 'done' } })
  expect(await stored()).toBe(26)
  expect(await run(list, { agency })).toMatchObject({ code: 0, json: { outcome: 'unchanged', changes: [] } })
})

test('a later list without headings, its columns named', async () => {
  const raised = countyRows.map(([name, kronor], place) => `${place};${kronor};${kronor + 100};${name}`).join('\n')
  const outcome = await run(raised, { agency, column: 'name=D,kronor=C', language: 'en' })
  expect(outcome).toMatchObject({ code: 0, json: { outcome: 'done', sum: countySum + 2_600 } })
  expect(outcome.text).toContain('Botkyrka: 3\u00a0174\u00a0163\u00a0kr (raised from 3\u00a0174\u00a0063\u00a0kr)')
})
