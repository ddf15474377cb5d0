import { distribute } from '~/grants/distribution/distribute.server'
import { openRound, prepareRound } from '~/grants/rounds/open-round.server'
import { db, transaction } from '~/platform/db.server'
import { organisations } from './people'

/** A round in which Botkyrka passes its award on to two districts. */
export async function seedDistricts(now: Date): Promise<void> {
  const named = async (name: string) => (await db().organisation.findUniqueOrThrow({ where: { name } })).id
  const [cityId, agencyId] = [await named(organisations.botkyrka), await named(organisations.national)]
  const deadline = new Date(now.getTime() + 30 * 24 * 3_600_000)
  const prepared = await prepareRound({
    formId: 'prio-city-return',
    year: 1999,
    opensAt: now,
    deadline,
    rates: {},
    desks: [{ agencyId, contact: {} }],
    recipients: [{ organisationId: cityId, agencyId, kronor: 14_100_000 }],
  })
  const roundId = await transaction((tx) => openRound(tx, prepared))
  for (const [name, shortName] of [
    [organisations.tumba, 'Tumba'],
    [organisations.alby, 'Alby'],
  ] as const)
    await db().organisation.create({ data: { kind: 'district', name, shortName, cityId } })
  const { id: caseId } = await db().case.findFirstOrThrow({ where: { roundId, organisationId: cityId } })
  const rows = [
    [organisations.tumba, '500000'],
    [organisations.alby, '13600000'],
  ]
  const list = { sheet: { name: '', rows }, plain: true }
  const decision = { on: now, by: 'Kommunstyrelsen', reference: null }
  const { id: userId } = await db().user.findFirstOrThrow()
  const { outcome } = await distribute({ caseId, list, decision, deadline, contact: {} }, { userId, now })
  if (outcome !== 'done') throw new Error('The districts of the world do not add up')
}
