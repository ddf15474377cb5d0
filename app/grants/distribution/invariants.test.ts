import { beforeEach, describe, expect, test } from 'vitest'
import { db, transaction } from '~/platform/db.server'
import { emptyDatabase } from '~/platform/testing/empty-database'
import { distribute } from './distribute.server'
import { type City, decided, fillIn, type Member, now, seedCity, signed, thirds } from './testing/city'

/** What no program gets past: each of these goes round the use cases and is refused by the database. */

let city: City
const district = (name: string): Member => {
  const found = city.districts.get(name)
  if (!found) throw new Error(`There is no ${name}`)
  return found
}

async function roundOfDistricts(): Promise<string> {
  return (await db().distribution.findFirstOrThrow()).districtsId
}

async function give(name: string, kronor: number, tx: Pick<ReturnType<typeof db>, 'award'> = db()) {
  const { organisationId } = district(name)
  const roundId = await roundOfDistricts()
  await tx.award.update({ where: { roundId_organisationId: { roundId, organisationId } }, data: { kronor } })
}

beforeEach(async () => {
  await emptyDatabase()
  city = await seedCity()
  await distribute(decided(city, thirds), { userId: city.member.id, now })
})

describe('the parts are the whole', () => {
  test('one part alone does not change; two that even out do, in any order', async () => {
    await expect(give('Alkullen', 500_001)).rejects.toThrow('the parts are 1500001, the whole is 1500000')
    await transaction(async (tx) => {
      await give('Alkullen', 700_000, tx)
      await give('Ekbacka', 400_000, tx)
    })
    expect(await db().award.count({ where: { kronor: 700_000 } })).toBe(1)
  })

  test('two changes at once that each even out with what they saw do not both stand', async () => {
    const move = (from: readonly [string, number], to: readonly [string, number]) =>
      transaction(async (tx) => {
        await give(from[0], from[1], tx)
        await give(to[0], to[1], tx)
      })
    await Promise.allSettled([
      move(['Alkullen', 400_000], ['Björkvret', 500_000]),
      move(['Ekbacka', 500_000], ['Alkullen', 600_000]),
    ])
    const { _sum } = await db().award.aggregate({
      where: { roundId: await roundOfDistricts() },
      _sum: { kronor: true },
    })
    expect(_sum.kronor).toBe(1_500_000)
  })

  test('a district is not taken out and forgotten', async () => {
    const { organisationId } = district('Alkullen')
    await expect(
      transaction(async (tx) => {
        await tx.award.deleteMany({ where: { organisationId } })
        await give('Ekbacka', 1_100_000, tx)
      }),
    ).rejects.toThrow('has a case and no part')
  })

  test('the whole is the award', async () => {
    const { roundId, cityId } = city
    const where = { roundId_organisationId: { roundId, organisationId: cityId } }
    await expect(db().award.update({ where, data: { kronor: 1_300_000 } })).rejects.toThrow(
      '1500000 are distributed of an award of 1300000',
    )
  })
})

describe('used and accrued are what was received', () => {
  const report = async (figures: { received: number; used: number; accrued: number; planned: number }) => {
    const submissionId = await signed(await fillIn(district('Alkullen'), 460_727, 39_273), district('Alkullen'))
    return db().passedOnReport.update({ where: { submissionId }, data: figures })
  }

  test.each([
    [{ received: 500_000, used: 460_727, accrued: 39_272, planned: 0 }, 'adds_up'],
    [{ received: 500_000, used: 460_727, accrued: 39_273, planned: 39_274 }, 'within'],
    [{ received: 500_000, used: -1, accrued: 500_001, planned: 0 }, 'PassedOnReport_'],
    [{ received: 500_001, used: 460_728, accrued: 39_273, planned: 0 }, 'has reported on another amount'],
  ])('%j is refused', async (figures, why) => {
    await expect(report(figures)).rejects.toThrow(why)
  })

  test('what has been reported on does not change afterwards', async () => {
    await signed(await fillIn(district('Alkullen'), 500_000, 0), district('Alkullen'))
    await expect(
      transaction(async (tx) => {
        await give('Alkullen', 400_000, tx)
        await give('Ekbacka', 700_000, tx)
      }),
    ).rejects.toThrow('has reported on another amount')
  })
})

test('a return without its districts, or with other figures, is not sent in', async () => {
  const submit = async (districts: unknown) => {
    const person = city.member.id
    const request = await db().signatureRequest.create({
      data: {
        caseId: city.caseId,
        revision: 1,
        record: JSON.stringify({ surroundings: { districts } }),
        recordHash: '',
        pdfHash: '',
        requesterId: person,
        signatoryId: person,
        requestedAt: now,
      },
    })
    const received = { version: 1, requestId: request.id, receivedAt: now, late: false }
    return db().submission.create({ data: { caseId: city.caseId, ...received } })
  }
  await expect(submit(undefined)).rejects.toThrow('disagrees with those of the districts')
  const [said] = await db().$queryRaw<{ districts: unknown }[]>`
    SELECT passed_on(${city.roundId}::uuid, ${city.cityId}::uuid) AS districts`
  await expect(submit(said?.districts)).rejects.toThrow('neither reported nor explained')
})
