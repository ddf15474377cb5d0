import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openCase } from '~/cases/open.server'
import { verifyAudit } from '~/platform/audit.server'
import { db, transaction } from '~/platform/db.server'
import { loadDemo } from '../demo/load-demo.server'
import { publishProgrammes } from '../publish.server'
import { importRegister } from '../register/import-register.server'
import { openRound, prepareRound } from '../rounds/open-round.server'
import { grantedBy } from './allocations.store.server'
import { type Importer, importAllocations, previewAllocations } from './import-allocations.server'
import type { ListChoices } from './judge-list'
import { countyList, countyRows, countySum, misspelt } from './testing/county-list'
import { readTextTable } from './text-table'

const now = new Date('2018-03-01T09:00:00Z')
let agencyId: string
let uppsalaId: string
let manager: string
let officer: { id: string; name: string; email: string }
let roundId: string
let year = 2001

beforeAll(async () => {
  await importRegister()
  await publishProgrammes(now)
  await loadDemo(now)
  agencyId = (await db().organisation.findUniqueOrThrow({ where: { name: 'Länsstyrelsen Stockholm' } })).id
  uppsalaId = (await db().organisation.findUniqueOrThrow({ where: { name: 'Länsstyrelsen Uppsala' } })).id
  manager = (await db().user.findFirstOrThrow({ where: { name: 'Lo Lavskrika' } })).id
  officer = await db().user.findFirstOrThrow({ where: { name: 'Ylva Ängsull' } })
})

/** A round of its own for each test, that nobody has been entered in. */
beforeEach(async () => {
  year += 1
  const desks = [agencyId, uppsalaId].map((id) => ({ agencyId: id, contact: {} }))
  const deadline = new Date('2019-01-15T22:59:59Z')
  const prepared = await prepareRound({
    formId: 'po-return',
    year,
    opensAt: now,
    deadline,
    rates: {},
    desks,
    recipients: [],
  })
  roundId = await transaction((tx) => openRound(tx, prepared))
})

const of = (list: string, choices?: ListChoices) => ({
  roundId,
  agencyId,
  sheet: readTextTable(list),
  ...(choices && { choices }),
})
const by = (more: Partial<Importer> = {}): Importer => ({ userId: manager, now, fileHash: 'f'.repeat(64), ...more })
const run = (list: string, more?: Partial<Importer>) => importAllocations(of(list), by(more))
const awards = () => db().award.findMany({ where: { roundId }, include: { organisation: true } })
const events = () => db().auditEvent.findMany({ where: { entity: `round:${roundId}` }, orderBy: { seq: 'asc' } })
const caseOf = (code: string) => db().case.findFirstOrThrow({ where: { roundId, organisation: { code } } })

test('the county’s list opens 26 cases with their awards, each logged; again, it changes nothing', async () => {
  expect(await run(countyList())).toMatchObject({ outcome: 'done', judged: { sum: countySum } })
  expect(new Map((await awards()).map((award) => [award.organisation.shortName, award.kronor]))).toEqual(
    new Map(countyRows),
  )
  expect(await db().case.count({ where: { roundId, agencyId, state: 'notOpened' } })).toBe(26)
  expect((await events()).map(({ action }) => action)).toEqual([
    ...countyRows.map(() => 'award.set'),
    'allocations.import',
  ])
  expect(await grantedBy(roundId, [agencyId])).toEqual({ awards: 26, kronor: countySum, held: [] })

  const head = (await verifyAudit()).head
  expect(await run(countyList())).toMatchObject({ outcome: 'unchanged', stored: [] })
  expect((await verifyAudit()).head).toEqual(head)
})

test.each([
  ['one misspelt municipality', countyList({ rows: misspelt })],
  ['a total that is off by 200 000 kr', countyList({ sum: countySum + 200_000 })],
  ['a row of another county', 'Kommun;Belopp\nBotkyrka;1\nUppsala;2'],
])('%s stops the list, and nothing of it is stored', async (_, list) => {
  const { outcome, judged } = await run(list)
  expect(outcome).toBe('refused')
  expect(judged.sound).toBe(false)
  expect(await awards()).toEqual([])
  expect(await db().case.count({ where: { roundId } })).toBe(0)
  expect(await events()).toEqual([])
})

test('the same list twice at once is stored once', async () => {
  const { fingerprint } = await previewAllocations(of(countyList()))
  const outcomes = await Promise.all([1, 2].map(() => run(countyList(), { seen: fingerprint })))
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'unchanged'])
  expect(await awards()).toHaveLength(26)
  expect(await events()).toHaveLength(27)
})

test('two lists at once: one whole list stands, and who agreed to what is not so any more is asked again', async () => {
  const other = countyRows.map(([name, kronor]) => [name, kronor + 1_000] as const)
  const lists = [countyList(), countyList({ rows: other, sum: countySum + 26_000 })]
  const agreed = await Promise.all(
    lists.map(async (list) => {
      const { fingerprint } = await previewAllocations(of(list))
      return { list, seen: fingerprint }
    }),
  )
  const outcomes = await Promise.all(agreed.map(({ list, seen }) => run(list, { seen })))
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['done', 'stale'])
  const winner = outcomes[0]?.outcome === 'done' ? countySum : countySum + 26_000
  expect((await grantedBy(roundId, [agencyId])).kronor).toBe(winner)
  expect((await Promise.all(lists.map((list) => run(list)))).map(({ outcome }) => outcome)).toContain('done')
  expect((await awards()).length).toBe(26)
  expect([countySum, countySum + 26_000]).toContain((await grantedBy(roundId, [agencyId])).kronor)
})

test('an award of 0 says who holds it, from the list or from whoever agrees to it', async () => {
  const held = await run('Kommun;Belopp;Anm.\nBotkyrka;0;Region Stockholm har kommunens del\nNykvarn;0;')
  expect(held.outcome).toBe('done')
  const nykvarn = held.stored.find(({ recipient }) => recipient?.shortName === 'Nykvarn')?.recipient?.id ?? ''
  const notes = new Map([[nykvarn, ' Huddinge samordnar ']])
  expect(await run('Kommun;Belopp\nBotkyrka;0\nNykvarn;0', { notes })).toMatchObject({
    outcome: 'done',
    stored: [{ effect: 'changed' }],
  })
  expect((await grantedBy(roundId, [agencyId])).held).toEqual([
    { name: 'Botkyrka', note: 'Region Stockholm har kommunens del' },
    { name: 'Nykvarn', note: 'Huddinge samordnar' },
  ])
})

describe('a later list', () => {
  const list = (kronor: number, posts = '2,80') =>
    `Dnr;Kommun;Tjänster;Belopp\n821-1/2018;Botkyrka;${posts};${kronor}\n821-2/2018;Nykvarn;1;100`
  const open = async () => {
    const { id } = await caseOf('0127')
    await openCase({ caseId: id, officer, now, language: 'sv' })
    return id
  }

  test('raises the amount of an open case, where it is filled in and locked; the change stands in its history', async () => {
    await run(list(1_127_386))
    const id = await open()
    const before = await db().case.findUniqueOrThrow({ where: { id } })
    expect(before).toMatchObject({
      caseNumber: '821-1/2018',
      draft: { grantedKronor: expect.anything() },
      surroundings: { award: { kronor: 1_127_386, posts: 280, caseNumber: '821-1/2018' } },
    })
    expect(await run(list(1_200_000))).toMatchObject({ outcome: 'done', stored: [{ effect: 'raised' }] })
    const after = await db().case.findUniqueOrThrow({ where: { id } })
    expect(after).toMatchObject({ revision: before.revision + 1, surroundings: { award: { kronor: 1_200_000 } } })
    expect(JSON.stringify(Object(after.draft).grantedKronor)).toMatch(/1.?200.?000/)
    const [change] = await db().answerChange.findMany({ where: { caseId: id }, orderBy: { revision: 'desc' } })
    expect(change).toMatchObject({ userId: manager, page: null, changes: [{ key: 'grantedKronor' }] })
    const [letter] = await db().mail.findMany({ orderBy: { createdAt: 'desc' }, take: 1 })
    expect(letter).toMatchObject({ to: officer.email, subject: expect.stringContaining('Nytt belopp') })
    expect(letter?.text).toMatch(/1.200.000.kr.*1.127.386.kr/s)
    const logged = (await events()).filter(({ action }) => action === 'award.set').at(-1)
    expect(logged).toMatchObject({
      actor: manager,
      details: { before: { kronor: 1_127_386 }, after: { kronor: 1_200_000 } },
    })
  })

  test('by the operator, who is no user: the locked value follows, and answers stay', async () => {
    await run(list(500))
    const id = await open()
    const { draft } = await db().case.findUniqueOrThrow({ where: { id } })
    expect(await run(list(400), { userId: null })).toMatchObject({ outcome: 'done', stored: [{ effect: 'lowered' }] })
    expect(await db().case.findUnique({ where: { id } })).toMatchObject({
      draft,
      surroundings: { award: { kronor: 400 } },
    })
    expect((await events()).at(-1)).toMatchObject({ actor: 'operator' })
  })

  test.each(['awaitingSignature', 'submitted'] as const)('does not touch a case that is %s', async (state) => {
    await run(list(500))
    const id = await open()
    await db().case.update({ where: { id }, data: { state } })
    const { outcome, judged } = await run(list(600))
    expect(outcome).toBe('refused')
    expect(judged.rows[0]?.problems).toEqual([{ type: state, name: 'Botkyrka' }])
    expect(await run(list(500))).toMatchObject({ outcome: 'unchanged' })
    expect(await db().award.findFirst({ where: { roundId, organisation: { code: '0127' } } })).toMatchObject({
      kronor: 500,
    })
  })

  test('that comes while the case is being opened is in it', async () => {
    await run(list(500))
    const { id } = await caseOf('0127')
    const opening = () => openCase({ caseId: id, officer, now, language: 'sv' })
    await Promise.all([run(list(600)), opening(), opening()])
    expect(await caseOf('0127')).toMatchObject({ state: 'started', surroundings: { award: { kronor: 600 } } })
  })

  test('keeps what it does not say, and the number that the agency has registered', async () => {
    await run(list(500))
    await db().case.update({ where: { id: (await caseOf('0127')).id }, data: { caseNumber: '9-9' } })
    await run('Kommun;Belopp\nBotkyrka;700')
    expect(await db().award.findFirst({ where: { roundId, organisation: { code: '0127' } } })).toMatchObject({
      kronor: 700,
      posts: 280,
      caseNumber: '821-1/2018',
    })
    await run('Dnr;Kommun;Belopp\n821-7/2018;Botkyrka;700\n821-8/2018;Nykvarn;100')
    expect(await caseOf('0127')).toMatchObject({ caseNumber: '9-9' })
    expect(await caseOf('0140')).toMatchObject({ caseNumber: '821-8/2018' })
  })
})

test('only an agency with a desk in the round can bring in a list', async () => {
  const national = await db().organisation.findUniqueOrThrow({ where: { name: 'Socialstyrelsen' } })
  const wrong = { ...of(countyList()), agencyId: national.id }
  await expect(previewAllocations(wrong)).rejects.toMatchObject({ code: 'notFound' })
  await expect(importAllocations(wrong, by())).rejects.toMatchObject({ code: 'notFound' })
})
