import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { loadDemo } from '../demo/load-demo.server'
import { publishProgrammes } from '../publish.server'
import { importRegister } from '../register/import-register.server'
import { changeDeadline, extend, extendAll, readDay } from './change-deadline.server'
import { endOfDay } from './deadline'
import { roundsOfAgencies } from './rounds.store.server'

const now = new Date('2020-12-14T09:00:00Z')
let roundId: string
let agencyId: string
let userId: string

beforeAll(async () => {
  await importRegister()
  await publishProgrammes(now)
  await loadDemo(now)
  roundId = (await db().round.findFirstOrThrow({ where: { formVersion: { formId: 'po-return' } } })).id
  agencyId = (await db().organisation.findUniqueOrThrow({ where: { name: 'Länsstyrelsen Stockholm' } })).id
  userId = (await db().user.findFirstOrThrow({ where: { name: 'Lo Lavskrika' } })).id
})

test.each([
  ['2021-01-15', '2021-01-15T22:59:59.000Z'],
  [' 2021-07-01 ', '2021-07-01T21:59:59.000Z'],
])('«%s» is over at %s', (typed, moment) => {
  expect(readDay(typed)?.toISOString()).toBe(moment)
})

test.each(['2021-02-30', '15/1 2021', '', '2021-13-01', 'i morgon'])('«%s» is no day', (typed) => {
  expect(readDay(typed)).toBeUndefined()
})

const by = () => ({ userId, now })

test('a moved deadline is logged with both dates; the same one is no change', async () => {
  const national = await db().round.findFirstOrThrow({ where: { formVersion: { formId: 'bup-return' } } })
  const agency = await db().organisation.findUniqueOrThrow({ where: { name: 'Socialstyrelsen' } })
  const of = { roundId: national.id, agencyIds: [agency.id] }
  const deadline = endOfDay('2021-02-26')
  expect(await changeDeadline(of, deadline, by())).toBe(true)
  expect(await changeDeadline(of, deadline, by())).toBe(false)
  expect(await db().auditEvent.count({ where: { action: 'round.deadline', actor: userId } })).toBe(1)
  await expect(changeDeadline(of, endOfDay('2020-12-01'), by())).rejects.toMatchObject({ code: 'tooEarly' })
})

test("nobody moves the deadline of another agency's recipients", async () => {
  const of = { roundId, agencyIds: [agencyId] }
  await expect(changeDeadline(of, endOfDay('2021-02-26'), by())).rejects.toMatchObject({ code: 'forbidden' })
})

describe('more time', () => {
  const until = endOfDay('2021-03-01')
  const caseOf = (code: string) => db().case.findFirstOrThrow({ where: { roundId, organisation: { code } } })

  test('is given to one recipient and taken away, logged', async () => {
    const { id: caseId } = await caseOf('0140')
    const of = { roundId, caseId, agencyIds: [agencyId] }
    expect(await extend(of, until, by())).toBe('Nykvarns kommun')
    expect(await db().case.findUnique({ where: { id: caseId } })).toMatchObject({ extendedTo: until })
    await extend(of, null, by())
    expect(await db().case.findUnique({ where: { id: caseId } })).toMatchObject({ extendedTo: null })
    expect(await db().auditEvent.count({ where: { action: 'case.extension' } })).toBe(2)
  })

  test("is not given for another agency's case, another round's, or one that is handed in", async () => {
    const refused = { code: 'notFound' }
    const of = async (code: string) => ({ roundId, agencyIds: [agencyId], caseId: (await caseOf(code)).id })
    await expect(extend(await of('0330'), until, by())).rejects.toMatchObject(refused)
    await expect(extend({ ...(await of('0140')), caseId: 'x' }, until, by())).rejects.toMatchObject(refused)
    const handedIn = await of('0180')
    await db().case.update({ where: { id: handedIn.caseId }, data: { submittedAt: now, state: 'submitted' } })
    await expect(extend(handedIn, until, by())).rejects.toMatchObject(refused)
  })

  test('is more: later than the deadline, and not over', async () => {
    const of = { roundId, agencyIds: [agencyId], caseId: (await caseOf('0140')).id }
    await expect(extend(of, endOfDay('2020-12-20'), by())).rejects.toMatchObject({ code: 'invalid' })
    await expect(extend(of, endOfDay('2020-12-01'), by())).rejects.toMatchObject({ code: 'tooEarly' })
  })

  test("is given to all of the agency's recipients that have not handed in, and no others", async () => {
    expect(await extendAll({ roundId, agencyIds: [agencyId] }, until, by())).toBe(25)
    expect(await db().case.count({ where: { roundId, extendedTo: until } })).toBe(25)
    expect(await caseOf('0330')).toMatchObject({ extendedTo: null })
    expect(await extendAll({ roundId, agencyIds: [agencyId] }, null, by())).toBe(25)
  })
})

test('rounds are counted for the agency alone', async () => {
  const [round] = (await roundsOfAgencies([agencyId], now)).filter(({ id }) => id === roundId)
  expect(round).toMatchObject({ cases: 26, handedIn: 1, toRead: 1, late: 0 })
  expect(await roundsOfAgencies([], now)).toEqual([])
})
