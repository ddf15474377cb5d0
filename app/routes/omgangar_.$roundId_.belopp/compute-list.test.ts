import { beforeAll, expect, test } from 'vitest'
import { myCases } from '~/cases/my-cases.server'
import { receiptOfCase } from '~/cases/receipt.server'
import { importAllocations, previewAllocations } from '~/grants/allocations/import-allocations.server'
import { keptList } from '~/grants/allocations/kept-list.server'
import { readList } from '~/grants/allocations/read-list.server'
import { db } from '~/platform/db.server'
import { translator } from '~/platform/i18n/translator.server'
import { loadRound, type NamedRound } from '~/reviews/round.server'
import { agencyId as agencyCalled, handIn, roundOf, seedPortal, userId } from '~/reviews/testing/seed'
import { readAddress } from '../omgangar_.$roundId_.tilldelning/list-address'
import { computeList } from './compute-list.server'

const seeded = new Date('2020-12-14T09:00:00Z')
let round: NamedRound
let agency = ''
let after: Date

beforeAll(async () => {
  await seedPortal(seeded)
  agency = await agencyCalled('Länsstyrelsen Stockholm')
  await handIn('po-application', '0127', { at: seeded, answers: { posts: '2.80' } })
  await handIn('po-application', '0126', { at: seeded, answers: { posts: '2.00' } })
  round = await loadRound((await roundOf('po-application')).id, 'sv')
  after = new Date(round.deadline.getTime() + 1)
})

function compute(typed: Readonly<Record<string, string>>, now = after, agencyIds = [agency]) {
  const fields = new FormData()
  for (const [name, text] of Object.entries({ agency, ...typed })) fields.set(name, text)
  return computeList({ fields, round, agencyIds, now, t: translator('sv', 'per-unit') })
}

/** The list that a post leads to, as the page of allocations reads it from the address. */
async function listFrom(typed: Readonly<Record<string, string>>) {
  const led: unknown = await compute(typed).catch((response: unknown) => response)
  if (!(led instanceof Response)) throw new Error('It leads nowhere.')
  const url = new URL(led.headers.get('location') ?? '', 'https://bidra.example')
  const address = readAddress(url.searchParams)
  if (!address) throw new Error('It leads to no list.')
  const { bytes, name, fileHash } = await keptList(round.id, address.list)
  const [sheet] = await readList(bytes)
  if (!sheet) throw new Error('The list is empty.')
  return { allocation: { roundId: round.id, agencyId: agency, sheet, choices: address.choices }, name, fileHash }
}

const awards = async () => {
  const rows = await db().award.findMany({
    where: { roundId: round.id, kronor: { not: null } },
    include: { organisation: true },
  })
  return Object.fromEntries(rows.map(({ organisation, kronor, posts }) => [organisation.shortName, [kronor, posts]]))
}

/** What the applicant sees of a case that is handed in: on its page, and on «Mina ärenden». */
async function seenByApplicant(code: string) {
  const { id, organisationId } = await db().case.findFirstOrThrow({
    where: { roundId: round.id, organisation: { code } },
  })
  const { granted } = await receiptOfCase(id, 'sv')
  const listed = (await myCases([organisationId], 'sv', after)).find((each) => each.id === id)
  return { granted, listed: listed?.granted }
}

test('an amount per post becomes a list to agree to, and then the award of every case; again, nothing changes', async () => {
  const { allocation, name, fileHash } = await listFrom({ perUnit: '402 638 kr' })
  expect(name).toBe('402\u00a0638 kr per enhet')
  expect(await previewAllocations(allocation)).toMatchObject({ sound: true, sum: 1_127_386 + 805_276 })
  expect(await awards()).toEqual({})
  expect(await seenByApplicant('0127')).toEqual({ granted: undefined, listed: null })
  const by = { userId: await userId('Lo Lavskrika'), now: after, fileHash }
  expect(await importAllocations(allocation, by)).toMatchObject({ outcome: 'done' })
  expect(await awards()).toEqual({ Botkyrka: [1_127_386, 280], Huddinge: [805_276, 200] })
  expect(await seenByApplicant('0127')).toEqual({
    granted: { amount: '1\u00a0127\u00a0386\u00a0kr', posts: '2,80' },
    listed: 1_127_386,
  })
  expect(await importAllocations((await listFrom({ perUnit: '402638' })).allocation, by)).toMatchObject({
    outcome: 'unchanged',
  })

  // A frame is shared by the highest whole amount that it is enough for: 1 500 000 / 4,80 = 312 500.
  const shared = await listFrom({ frame: '1 500 000' })
  expect(await importAllocations(shared.allocation, { ...by, fileHash: shared.fileHash })).toMatchObject({
    outcome: 'done',
  })
  expect(await awards()).toEqual({ Botkyrka: [875_000, 280], Huddinge: [625_000, 200] })
})

test.each([
  ['nothing', {}, 'perUnit', 'Skriv ett belopp för varje enhet, eller en summa att fördela.'],
  ['both', { perUnit: '1', frame: '1' }, 'frame', 'Skriv bara det ena'],
  ['what is no amount', { frame: 'mycket' }, 'frame', 'Skriv ett belopp i hela kronor'],
])('%s is refused at its field, and what was typed is kept', async (_what, typed, field, message) => {
  expect(await compute(typed)).toMatchObject({ agency, field, error: expect.stringContaining(message), typed })
})

test('nothing is worked out before the deadline, nor for an agency of others', async () => {
  expect(await compute({ perUnit: '1' }, round.deadline)).toMatchObject({ error: expect.stringContaining('Sista dag') })
  await expect(compute({ perUnit: '1' }, after, [])).rejects.toMatchObject({ code: 'notFound' })
})
