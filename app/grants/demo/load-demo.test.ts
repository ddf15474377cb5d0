import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { publishProgrammes } from '../publish.server'
import { importRegister } from '../register/import-register.server'
import { loadDemo, resetDemo } from './load-demo.server'

const now = new Date('2020-12-14T09:00:00Z')

beforeAll(async () => {
  await importRegister()
  await publishProgrammes(now)
})

describe.sequential('the demonstration', () => {
  test('loads once', async () => {
    expect(await loadDemo(now)).toBe('loaded')
    expect(await loadDemo(new Date('2021-06-01T09:00:00Z'))).toBe('present')
  })

  test('has eight open rounds, and one for money passed on, with their deadlines some weeks ahead, on a weekday', async () => {
    const rounds = await db().round.findMany()
    expect(rounds.filter(({ passedOn }) => !passedOn)).toHaveLength(8)
    expect(rounds.filter(({ passedOn }) => passedOn)).toHaveLength(1)
    for (const { opensAt, deadline } of rounds) {
      expect(opensAt <= now).toBe(true)
      expect(deadline.getTime() - now.getTime()).toBeGreaterThan(4 * 7 * 24 * 3_600_000)
      expect(['Sat', 'Sun']).not.toContain(deadline.toUTCString().slice(0, 3))
      expect(deadline.toISOString().slice(11)).toBe('22:59:59.000Z')
    }
  })

  test("holds Botkyrka's real awards", async () => {
    const awards = await db().award.findMany({
      where: { organisation: { code: '0127' } },
      select: { kronor: true, posts: true, caseNumber: true },
      orderBy: { kronor: 'asc' },
    })
    expect(awards).toEqual([
      { kronor: 636_982, posts: null, caseNumber: '16571/2020' },
      { kronor: 955_473, posts: null, caseNumber: expect.stringMatching(/^172\d\d\/2020$/) },
      { kronor: 1_127_386, posts: 280, caseNumber: null },
      { kronor: 2_739_877, posts: null, caseNumber: null },
    ])
  })

  test('gives every recipient an unopened case at the right agency', async () => {
    const count = (agency: string) => db().case.count({ where: { agency: { name: agency } } })
    expect(await count('Länsstyrelsen Stockholm')).toBe(2 * 26)
    expect(await count('Länsstyrelsen Uppsala')).toBe(2 * 8)
    expect(await count('Socialstyrelsen')).toBe(290 + 2 * 26 + 1 + 14)
    expect(await count('Sveriges Kommuner och Regioner')).toBe(26)
    expect(await db().case.count({ where: { state: { not: 'notOpened' } } })).toBe(0)
    const numbers = await db().case.findMany({ where: { caseNumber: { not: null } }, select: { caseNumber: true } })
    expect(new Set(numbers.map(({ caseNumber }) => caseNumber)).size).toBe(290 + 26)
  })

  test('has a city that has passed on 14,1 million kronor to fourteen districts', async () => {
    const cases = await db().case.findMany({ where: { agency: { name: 'Stockholms kommun' } } })
    expect(cases).toHaveLength(14)
    const { _sum } = await db().award.aggregate({
      where: { organisation: { kind: 'district' } },
      _sum: { kronor: true },
    })
    expect(_sum.kronor).toBe(14_100_000)
  })

  test('has its people, and one signatory with a mandate given by the administrator', async () => {
    expect(await db().user.count({ where: { demo: true } })).toBe(20)
    const mandate = await db().mandate.findFirst({
      where: { holder: { name: 'Kim Korallrot' } },
      include: { grantor: true, organisation: true },
    })
    expect(mandate).toMatchObject({
      title: 'Stöd- och utvecklingschef',
      organisation: { name: 'Botkyrka kommun' },
      grantor: { name: 'Alva Aspticka' },
    })
  })

  test('a reset takes away what was done and keeps people, register and log', async () => {
    const ylva = await db().user.findUniqueOrThrow({ where: { email: 'ylva.angsull@botkyrka.example' } })
    const opened = await db().case.findFirstOrThrow({ where: { organisation: { code: '0127' } } })
    await db().case.update({ where: { id: opened.id }, data: { state: 'started', revision: 1 } })
    await db().answerChange.create({
      data: { caseId: opened.id, revision: 1, userId: ylva.id, at: now, changes: [] },
    })
    await db().user.create({ data: { name: 'Gäst', email: 'gast@example.org' } })
    const later = new Date('2021-06-01T09:00:00Z')
    await resetDemo(later)
    expect(await db().user.findUnique({ where: { email: ylva.email }, select: { id: true } })).toEqual({ id: ylva.id })
    expect(await db().user.findUnique({ where: { email: 'gast@example.org' } })).toBeNull()
    expect(await db().case.count({ where: { state: 'started' } })).toBe(0)
    expect(await db().round.count({ where: { deadline: { gt: later } } })).toBe(9)
    expect(await db().auditEvent.count({ where: { action: 'demo.reset' } })).toBe(1)
  })

  test("never fills or clears a database with somebody's own rounds", async () => {
    await db().setting.deleteMany()
    expect(await loadDemo(now)).toBe('refused')
    await expect(resetDemo(now)).rejects.toMatchObject({ code: 'forbidden' })
    expect(await db().round.count()).toBe(9)
  })
})
