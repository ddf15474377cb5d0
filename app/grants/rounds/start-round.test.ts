import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { loadDemo } from '../demo/load-demo.server'
import { publishProgrammes } from '../publish.server'
import { importRegister } from '../register/import-register.server'
import { allOrganisations, type StoredOrganisation } from '../register/organisations.store.server'
import { type Chosen, chooseRecipients } from './choose-recipients'
import { endOfDay } from './deadline'
import { inviteRecipients, newcomers } from './invite-recipients.server'
import { type RoundStart, startRound } from './start-round.server'

const now = new Date('2018-03-01T09:00:00Z')
let municipalities: readonly StoredOrganisation[]
let forms: ReadonlyMap<string, string>
let userId: string
let stockholm: StoredOrganisation
let uppsala: StoredOrganisation

beforeAll(async () => {
  await importRegister()
  forms = new Map((await publishProgrammes(now)).map(({ formId, id }) => [formId, id]))
  await loadDemo(now)
  const all = await allOrganisations()
  municipalities = all.filter(({ kind }) => kind === 'municipality')
  const board = (name: string) => all.find((each) => each.name === name)
  const [first, second] = [board('Länsstyrelsen Stockholm'), board('Länsstyrelsen Uppsala')]
  if (!first || !second) throw new Error('the register has no boards')
  stockholm = first
  uppsala = second
  userId = (await db().user.findFirstOrThrow({ where: { name: 'Lo Lavskrika' } })).id
})

const chosen = (choice: Chosen['choice'], more: Partial<Chosen> = {}): Chosen => ({
  choice,
  counties: [],
  list: '',
  ...more,
})
const start = (board: StoredOrganisation, more: Partial<RoundStart> = {}): RoundStart => ({
  formVersionId: forms.get('po-return') ?? '',
  year: 2017,
  opensAt: now,
  deadline: endOfDay('2018-12-14'),
  rates: {},
  desk: { agencyId: board.id, contact: { name: 'Lo Lavskrika' } },
  recipientIds: chooseRecipients(municipalities, board.countyCode, chosen('county')).recipients.map(({ id }) => id),
  join: false,
  ...more,
})
const by = { userId: '', now }

test('a round is opened with a desk and a case for each municipality of the county, and logged', async () => {
  const opened = await startRound(start(stockholm), { ...by, userId })
  if (!('roundId' in opened)) throw new Error(opened.outcome)
  expect(opened.outcome).toBe('opened')
  const round = await db().round.findUniqueOrThrow({ where: { id: opened.roundId }, include: { desks: true } })
  expect(round).toMatchObject({ programme: 'personligt-ombud', kind: 'return', year: 2017 })
  expect(round.desks).toMatchObject([{ agencyId: stockholm.id, contact: { name: 'Lo Lavskrika' } }])
  expect(await db().case.count({ where: { roundId: round.id, agencyId: stockholm.id, state: 'notOpened' } })).toBe(26)
  expect(await db().auditEvent.count({ where: { action: 'round.open', entity: `round:${round.id}` } })).toBe(1)
})

test('the same agency finds it there; another is asked, and comes in on its terms', async () => {
  const doer = { ...by, userId }
  expect(await startRound(start(stockholm), doer)).toMatchObject({ outcome: 'ours' })
  const later = start(uppsala, { deadline: endOfDay('2019-01-31') })
  expect(await startRound(later, doer)).toMatchObject({
    outcome: 'shared',
    round: { deadline: endOfDay('2018-12-14'), agencies: [{ name: 'Länsstyrelsen Stockholm' }] },
  })
  expect(await startRound({ ...later, join: true }, doer)).toMatchObject({ outcome: 'joined' })
  const round = await db().round.findFirstOrThrow({
    where: { programme: 'personligt-ombud', kind: 'return', year: 2017 },
    include: { desks: true },
  })
  expect(round.deadline).toEqual(endOfDay('2018-12-14'))
  expect(round.desks).toHaveLength(2)
  expect(await db().case.count({ where: { roundId: round.id, agencyId: uppsala.id } })).toBe(8)
})

test('more are invited to a round that is open, each once, until its last day', async () => {
  const doer = { ...by, userId }
  const opened = await startRound(start(stockholm, { year: 2015, recipientIds: [] }), doer)
  if (!('roundId' in opened)) throw new Error(opened.outcome)
  const { roundId } = opened
  const idsOf = (list: string) =>
    chooseRecipients(municipalities, stockholm.countyCode, chosen('list', { list })).recipients.map(({ id }) => id)
  const invited = (list: string) => ({ roundId, agencyId: stockholm.id, recipientIds: idsOf(list) })
  expect(await newcomers(invited('Botkyrka\nSalem'))).toHaveLength(2)
  // Two at once, who have chosen one alike.
  const both = await Promise.all([
    inviteRecipients(invited('Botkyrka\nSalem'), doer),
    inviteRecipients(invited('Salem\nTyresö'), doer),
  ])
  expect(both.reduce((sum, each) => sum + each, 0)).toBe(3)
  expect(await newcomers(invited('Botkyrka\nSalem\nTyresö'))).toEqual([])
  expect(await inviteRecipients(invited('Botkyrka'), doer)).toBe(0)
  expect(await db().case.count({ where: { roundId, agencyId: stockholm.id, state: 'notOpened' } })).toBe(3)
  expect(await db().auditEvent.count({ where: { action: 'round.invite', entity: `round:${roundId}` } })).toBe(2)
  await expect(inviteRecipients({ ...invited('Solna'), agencyId: uppsala.id }, doer)).rejects.toMatchObject({
    code: 'forbidden',
  })
  const late = { ...doer, now: endOfDay('2018-12-15') }
  await expect(inviteRecipients(invited('Solna'), late)).rejects.toMatchObject({ code: 'tooEarly' })
})

test('two agencies at once open one round', async () => {
  const both = [stockholm, uppsala].map((board) => startRound(start(board, { year: 2016 }), { ...by, userId }))
  expect((await Promise.all(both)).map(({ outcome }) => outcome).sort()).toEqual(['opened', 'shared'])
})

test('a programme can ask for two returns of the same year', async () => {
  const prio = (formId: string) =>
    startRound(start(stockholm, { formVersionId: forms.get(formId) ?? '' }), { ...by, userId })
  expect([(await prio('prio-performance')).outcome, (await prio('prio-city-return')).outcome]).toEqual([
    'opened',
    'opened',
  ])
})

test('rates that the form asks for must be there, and the last day ahead', async () => {
  const formVersionId = forms.get('po-application') ?? ''
  const doer = { ...by, userId }
  await expect(startRound(start(stockholm, { formVersionId }), doer)).rejects.toMatchObject({ code: 'invalid' })
  const past = start(stockholm, { year: 2015, deadline: endOfDay('2018-02-01') })
  await expect(startRound(past, doer)).rejects.toMatchObject({ code: 'tooEarly' })
  const rates = { unitAmount: 402_638 }
  expect(await startRound(start(stockholm, { formVersionId, rates }), doer)).toMatchObject({ outcome: 'opened' })
})

describe('recipients', () => {
  const choose = (countyCode: string | null, choice: Chosen) => chooseRecipients(municipalities, countyCode, choice)

  test.each([
    ['the county', '01', chosen('county'), 26],
    ['the country', null, chosen('all'), 290],
    ['two counties', null, chosen('counties', { counties: ['01', '09'] }), 27],
    ['a board asking for all gets its own', '03', chosen('all'), 8],
    ['nobody yet', '01', chosen('later'), 0],
  ])('%s', (_, countyCode, choice, count) => {
    expect(choose(countyCode, choice)).toMatchObject({ recipients: { length: count }, faults: [] })
  })

  test('a list says who, and what it gets wrong', () => {
    const list = 'Botkyrka\n0140; Stockholms stad\n212000-0167\n\nBottkyrka\nUppsala\nNykvarn'
    const { recipients, faults } = choose('01', chosen('list', { list }))
    expect(recipients.map(({ shortName }) => shortName)).toEqual(['Botkyrka', 'Nykvarn', 'Stockholm', 'Nacka'])
    expect(faults).toEqual([
      { written: 'Bottkyrka', type: 'unknown', suggestion: 'Botkyrka' },
      { written: 'Uppsala', type: 'outside', suggestion: null },
      { written: 'Nykvarn', type: 'twice', suggestion: null },
    ])
  })
})
