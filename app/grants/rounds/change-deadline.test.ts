import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { loadDemo } from '../demo/load-demo.server'
import { publishProgrammes } from '../publish.server'
import { importRegister } from '../register/import-register.server'
import { changeDeadline, extend, readDay } from './change-deadline.server'
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

test('a moved deadline is logged with both dates; the same one is no change', async () => {
  const deadline = endOfDay('2021-02-05')
  expect(await changeDeadline(roundId, deadline, userId, now)).toBe(true)
  expect(await changeDeadline(roundId, deadline, userId, now)).toBe(false)
  expect(await db().auditEvent.count({ where: { action: 'round.deadline', actor: userId } })).toBe(1)
  await expect(changeDeadline(roundId, endOfDay('2020-12-01'), userId, now)).rejects.toMatchObject({ code: 'tooEarly' })
})

describe('more time for one recipient', () => {
  const caseOf = (code: string) => db().case.findFirstOrThrow({ where: { roundId, organisation: { code } } })

  test('is given and taken away, logged', async () => {
    const { id: caseId } = await caseOf('0140')
    const of = { roundId, caseId, agencyIds: [agencyId] }
    expect(await extend(of, endOfDay('2021-03-01'), userId, now)).toBe('Nykvarns kommun')
    expect(await db().case.findUnique({ where: { id: caseId } })).toMatchObject({ extendedTo: endOfDay('2021-03-01') })
    await extend(of, null, userId, now)
    expect(await db().case.findUnique({ where: { id: caseId } })).toMatchObject({ extendedTo: null })
    expect(await db().auditEvent.count({ where: { action: 'case.extension' } })).toBe(2)
  })

  test("not for another agency's case, another round's, or one that is handed in", async () => {
    const { id: caseId } = await caseOf('0330')
    const until = endOfDay('2021-03-01')
    const refused = { code: 'notFound' }
    await expect(extend({ roundId, caseId, agencyIds: [agencyId] }, until, userId, now)).rejects.toMatchObject(refused)
    await expect(extend({ roundId, caseId: 'x', agencyIds: [agencyId] }, until, userId, now)).rejects.toMatchObject(
      refused,
    )
    const { id: handedIn } = await caseOf('0180')
    await db().case.update({ where: { id: handedIn }, data: { submittedAt: now, state: 'submitted' } })
    await expect(
      extend({ roundId, caseId: handedIn, agencyIds: [agencyId] }, until, userId, now),
    ).rejects.toMatchObject(refused)
  })
})

test('rounds are counted for the agency alone', async () => {
  const [round] = (await roundsOfAgencies([agencyId], now)).filter(({ id }) => id === roundId)
  expect(round).toMatchObject({ cases: 26, handedIn: 1, toRead: 1, late: 0 })
  expect(await roundsOfAgencies([], now)).toEqual([])
})
