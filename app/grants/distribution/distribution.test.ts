import { beforeEach, describe, expect, test } from 'vitest'
import { loadCase } from '~/cases/case.store.server'
import { checkCase } from '~/cases/check.server'
import { changesSince } from '~/cases/difference.server'
import { readRecord } from '~/cases/read-record'
import { signAndSubmit } from '~/cases/sign.server'
import { loadSubmission } from '~/cases/submission.store.server'
import type { Person } from '~/cases/testing/botkyrka'
import type { Who } from '~/platform/access/who'
import { db } from '~/platform/db.server'
import { emptyDatabase } from '~/platform/testing/empty-database'
import { inviteToDistrict, listDistricts } from './add-district.server'
import { distribute, previewDistribution } from './distribute.server'
import { districtRows } from './distribution.store.server'
import { distributionState, explainMissing, remindDistrict } from './follow-up.server'
import { takeBackDistribution } from './take-back.server'
import {
  asked,
  type City,
  caseOf,
  decided,
  fillIn,
  type Member,
  now,
  seedCity,
  signed,
  thirds,
  writeReturn,
} from './testing/city'

let city: City
const by = () => ({ userId: city.member.id, now })
const district = (name: string): Member => {
  const found = city.districts.get(name)
  if (!found) throw new Error(`There is no ${name}`)
  return found
}
const figures = async () => (await checkCase(city.caseId, 'sv')).judgement.values
const errors = async () =>
  (await checkCase(city.caseId, 'sv')).judgement.issues
    .filter(({ check }) => check)
    .map(({ check, message }) => [check, message])

beforeEach(async () => {
  await emptyDatabase()
  city = await seedCity()
})

test('a district where nobody is gets its first person by the city’s administrator, once', async () => {
  const { cityId, member } = city
  const { id: districtId } = await db().organisation.create({
    data: { kind: 'district', name: 'Tomtebos stadsdelsförvaltning', shortName: 'Tomtebo', cityId },
  })
  const administrator = (user: Person, organisationId: string): Who => ({
    user: { ...user, language: 'sv', operator: false },
    sessionId: 's',
    method: 'demo',
    memberships: [
      {
        organisationId,
        organisationName: 'Stockholms kommun',
        organisationKind: 'municipality',
        role: 'administrator',
      },
    ],
  })
  const invite = (to = districtId, by = administrator(member, cityId)) =>
    inviteToDistrict(by, {
      city: { id: cityId },
      districtId: to,
      first: { name: 'Siv Sävsparv', email: 'siv@tomtebo.example' },
      language: 'sv',
      now,
    })
  const another = administrator(district('Alkullen'), district('Alkullen').organisationId)
  await expect(invite(districtId, another)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(invite(city.agencyId)).rejects.toMatchObject({ code: 'notFound' })
  await expect(invite(district('Alkullen').organisationId)).rejects.toMatchObject({ code: 'conflict' })
  await invite()
  const people = async () => (await listDistricts(cityId)).find(({ id }) => id === districtId)?.people
  expect(await people()).toBe(1)
  expect(await db().mail.count({ where: { to: 'siv@tomtebo.example' } })).toBe(1)
  await expect(invite()).rejects.toMatchObject({ code: 'conflict' })
})

describe('distributing', () => {
  test('what agrees to the krona gives each district its part and a case', async () => {
    const { outcome, judged } = await distribute(decided(city, thirds, '1,5 miljoner'), by())
    expect([outcome, judged.difference]).toEqual(['done', 0])
    const { distribution } = (await distributionState(city.caseId)).city
    expect(distribution).toMatchObject({ kronor: 1_500_000, decidedBy: 'Kommunstyrelsen', reference: '§ 14' })
    const rows = await districtRows(distribution?.districtsId ?? '')
    expect(rows.map(({ name, state, received }) => [name, state, received])).toEqual([
      ['Alkullens stadsdelsförvaltning', 'notOpened', 500_000],
      ['Björkvrets stadsdelsförvaltning', 'notOpened', 400_000],
      ['Ekbackas stadsdelsförvaltning', 'notOpened', 600_000],
    ])
    const { surroundings, agencyId } = await loadCase(await caseOf(district('Alkullen')))
    expect([surroundings.award, surroundings.agency.name, agencyId]).toEqual([
      { kronor: 500_000 },
      'Stockholms kommun',
      city.cityId,
    ])
    expect(await db().mail.count({ where: { subject: 'Stockholms kommun har fördelat medel till er' } })).toBe(3)
    expect(await db().auditEvent.count({ where: { action: 'distribution.part' } })).toBe(3)
  })

  test('fourteen districts and 14,1 million agree; 12,1 stated and 200 000 more in the rows is stopped', async () => {
    await emptyDatabase()
    const names = Array.from({ length: 14 }, (_, index) => `Kvarter ${index + 1}`)
    const lines = (first: number) => names.map((name, index) => `${name};${index === 0 ? first : 1_000_000}`).join('\n')
    city = await seedCity(14_100_000, names)
    expect((await previewDistribution(city.caseId, decided(city, lines(1_100_000), '14,1 miljoner').list)).sound).toBe(
      true,
    )
    expect((await distribute(decided(city, lines(1_100_000)), by())).outcome).toBe('done')
    await emptyDatabase()
    city = await seedCity(12_100_000, names.slice(0, 12))
    const { list } = decided(city, lines(1_300_000).split('\n').slice(0, 12).join('\n'), '12 100 000 kr')
    const { judged, outcome } = await distribute({ ...decided(city, ''), list }, by())
    expect([outcome, judged.difference]).toEqual(['refused', 200_000])
    expect(judged.list.totals).toMatchObject([{ source: 'told', agrees: false, difference: 200_000 }])
    expect(await db().distribution.count()).toBe(0)
    expect(await db().round.count()).toBe(1)
  })

  test('a misspelt district is stopped with the right one', async () => {
    const { judged } = await distribute(decided(city, thirds.replace('Björkvret', 'Björkvert')), by())
    expect(judged.list.rows[1]?.problems).toEqual([{ type: 'unknown', written: 'Björkvert', suggestion: 'Björkvret' }])
  })

  test('it can be taken back until a district has begun', async () => {
    await distribute(decided(city, thirds), by())
    await takeBackDistribution(city.caseId, by())
    expect(await db().round.count()).toBe(1)
    await distribute(decided(city, thirds), by())
    await fillIn(district('Ekbacka'), 600_000, 0)
    await expect(takeBackDistribution(city.caseId, by())).rejects.toMatchObject({ code: 'conflict' })
  })

  test('it can change until a district has reported, and opened cases follow', async () => {
    await distribute(decided(city, thirds), by())
    const ekbacka = await fillIn(district('Ekbacka'), 600_000, 0)
    await distribute(decided(city, 'Alkullen;700 000\nEkbacka;800 000'), by())
    expect((await loadCase(ekbacka)).surroundings.award).toEqual({ kronor: 800_000 })
    expect((await checkCase(ekbacka, 'sv')).judgement.values.received).toBe(800_000)
    expect(await db().case.count({ where: { organisationId: district('Björkvret').organisationId } })).toBe(0)
    await signed(await fillIn(district('Alkullen'), 700_000, 0), district('Alkullen'))
    const { outcome, judged } = await distribute(decided(city, 'Alkullen;600 000\nEkbacka;900 000'), by())
    expect(outcome).toBe('refused')
    expect(judged.list.rows[0]?.problems).toEqual([{ type: 'submitted', name: 'Alkullen' }])
    const without = await distribute(decided(city, 'Ekbacka;1 500 000'), by())
    expect(without.judged.leftOut.map(({ shortName }) => shortName)).toEqual(['Alkullen'])
  })
})

describe('compiling', () => {
  beforeEach(async () => {
    await distribute(decided(city, thirds), by())
    await writeReturn(city)
  })

  test('two districts that report at the same moment are both there, and the sums agree to the krona', async () => {
    const one = await asked(await fillIn(district('Alkullen'), 460_727, 39_273), district('Alkullen'))
    const other = await asked(await fillIn(district('Björkvret'), 400_000, 0), district('Björkvret'))
    await Promise.all([signAndSubmit(one), signAndSubmit(other)])
    expect(await figures()).toMatchObject({
      distributedInAll: 1_500_000,
      usedInAll: 860_727,
      accruedInAll: 39_273,
      notAccountedFor: 600_000,
    })
    expect(await errors()).toEqual([['everyoneAccountedFor', expect.stringContaining('Ekbackas stadsdelsförvaltning')]])
  })

  test('a district that never reports is explained, and the return says so', async () => {
    await signed(await fillIn(district('Alkullen'), 500_000, 0), district('Alkullen'))
    await signed(await fillIn(district('Björkvret'), 400_000, 0), district('Björkvret'))
    await expect(asked(city.caseId, city.member)).rejects.toMatchObject({ code: 'invalid' })
    const ids = { cityCaseId: city.caseId, districtCaseId: await caseOf(district('Ekbacka')) }
    expect(await remindDistrict(ids, by())).toBe(1)
    await explainMissing(ids, 'Förvaltningen har lagts ned.', by())
    const submissionId = await signed(city.caseId, city.member)
    const record = readRecord((await loadSubmission({ id: submissionId }))?.record ?? '')
    expect(record.answers).toMatchObject({ usedInAll: 900_000, notAccountedFor: 600_000 })
    expect(record.surroundings.districts?.at(-1)).toEqual({
      id: district('Ekbacka').organisationId,
      name: 'Ekbackas stadsdelsförvaltning',
      received: 600_000,
      reported: false,
      explanation: 'Förvaltningen har lagts ned.',
    })
    // It reports after all: kept, and the return stays as it was signed.
    await signed(await fillIn(district('Ekbacka'), 600_000, 0), district('Ekbacka'))
    expect(await figures()).toMatchObject({ usedInAll: 900_000 })
    await expect(explainMissing(ids, 'Mer', by())).rejects.toMatchObject({ code: 'closed' })
  })

  test('a district that reports while the return is being signed stops it, with the difference', async () => {
    await signed(await fillIn(district('Alkullen'), 500_000, 0), district('Alkullen'))
    await signed(await fillIn(district('Björkvret'), 400_000, 0), district('Björkvret'))
    const ekbacka = await fillIn(district('Ekbacka'), 600_000, 0)
    await explainMissing({ cityCaseId: city.caseId, districtCaseId: ekbacka }, 'Semester.', by())
    const waiting = await asked(city.caseId, city.member)
    await signed(ekbacka, district('Ekbacka'))
    await expect(signAndSubmit(waiting)).rejects.toMatchObject({ code: 'stale' })
    const changed = await changesSince(waiting.requestId, 'sv')
    expect(changed.map(({ question }) => question)).toContain('usedInAll')
    expect((await loadCase(city.caseId)).state).toBe('started')
    expect(await db().mail.count({ where: { to: city.member.email, subject: { contains: 'Nya belopp' } } })).toBe(1)
    await signed(city.caseId, city.member)
    expect(await figures()).toMatchObject({ usedInAll: 1_500_000, notAccountedFor: 0 })
  })

  test('a return that was sent in and districts that report at the same moment never disagree', async () => {
    await signed(await fillIn(district('Alkullen'), 500_000, 0), district('Alkullen'))
    await signed(await fillIn(district('Björkvret'), 400_000, 0), district('Björkvret'))
    const ekbacka = await fillIn(district('Ekbacka'), 600_000, 0)
    await explainMissing({ cityCaseId: city.caseId, districtCaseId: ekbacka }, 'Semester.', by())
    const [mine, theirs] = [await asked(city.caseId, city.member), await asked(ekbacka, district('Ekbacka'))]
    const outcomes = await Promise.allSettled([signAndSubmit(theirs), signAndSubmit(mine)])
    expect(outcomes[0]?.status).toBe('fulfilled')
    const { state } = await loadCase(city.caseId)
    expect(state).toBe(outcomes[1]?.status === 'fulfilled' ? 'submitted' : 'started')
  })
})
