import { changeAwards } from '~/cases/change-award.server'
import { loadForm } from '~/cases/form-versions.store.server'
import { letCityFollow } from '~/cases/passed-on.server'
import { holdCityCase } from '~/cases/passed-on.store.server'
import { passedOnProblems } from '~/forms/districts'
import type { AgencyContact } from '~/forms/surroundings'
import { audit } from '~/platform/audit.server'
import { type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { holdCases, lockAllocations, standingsOf, writeAwards } from '../allocations/allocations.store.server'
import { changesOf } from '../allocations/judged-list'
import { latestVersion } from '../publish.store.server'
import type { Changer } from '../rounds/change-deadline.server'
import { addRecipients, addRound } from '../rounds/rounds.store.server'
import {
  type CityPlace,
  cityPlace,
  type Decision,
  districtsOfCity,
  setDistrictsDeadline,
  takeOut,
  writeDistribution,
} from './distribution.store.server'
import { type DistributionList, type JudgedDistribution, judgeDistribution } from './judge-distribution'
import { tellDistricts } from './tell-districts.server'

/** How a city passes on the award of a case. */
export interface Distribute {
  /** The city's own case. */
  readonly caseId: string
  readonly list: DistributionList
  readonly decision: Decision
  /** Last moment for the districts' accounts. */
  readonly deadline: Date
  /** Whom the districts ask. */
  readonly contact: AgencyContact
}

export interface DistributeOutcome {
  readonly outcome: 'done' | 'refused'
  readonly judged: JudgedDistribution
}

/**
 * What a distribution would do, judged against how things stand. Changes nothing.
 *
 * @throws PortalError notFound
 */
export async function previewDistribution(caseId: string, list: DistributionList): Promise<JudgedDistribution> {
  return judge(await cityPlace(caseId), list)
}

/**
 * Distributes an award to districts, or changes a distribution: all of it or nothing. Each district gets its part and a
 * case; those that have one see the new amount. A list that is not the award to the krona is refused, and so is another
 * amount for a district that has reported.
 *
 * @throws PortalError notFound, locked (the city's return is being signed), closed (it is sent in), tooEarly (the deadline
 * is over already)
 */
export async function distribute(input: Distribute, by: Changer): Promise<DistributeOutcome> {
  return transaction((tx) => distributeIn(tx, input, by))
}

/** The same, in the caller's transaction. */
export async function distributeIn(tx: Tx, input: Distribute, by: Changer): Promise<DistributeOutcome> {
  if (input.deadline < by.now) throw new PortalError('tooEarly', 'the day is over')
  const before = await cityPlace(input.caseId, tx)
  // In one order: what districts do holds their own case and then the city's.
  await lockAllocations(tx, before.roundId)
  const { distribution } = await cityPlace(input.caseId, tx)
  if (distribution) await holdCases(tx, distribution.districtsId, before.organisationId)
  await holdCityCase(tx, before)
  const city = await cityPlace(input.caseId, tx)
  if (city.state === 'awaitingSignature') throw new PortalError('locked')
  if (city.state !== 'notOpened' && city.state !== 'started') throw new PortalError('closed')
  const judged = await judge(city, input.list, tx)
  if (!judged.sound) return { outcome: 'refused', judged }
  await store(tx, city, judged, input, by)
  return { outcome: 'done', judged }
}

async function judge(city: CityPlace, list: DistributionList, tx?: Tx): Promise<JudgedDistribution> {
  const { organisationId, year, award, distribution } = city
  return judgeDistribution(list, {
    city: { id: organisationId },
    year,
    award,
    districts: await districtsOfCity(organisationId, tx),
    standings: distribution ? await standingsOf(distribution.districtsId, tx) : new Map(),
  })
}

async function store(tx: Tx, city: CityPlace, judged: JudgedDistribution, input: Distribute, by: Changer) {
  const rows = judged.list.rows.flatMap(({ recipient, after }) => (recipient && after ? [{ recipient, after }] : []))
  const { id: districtsId, formVersionId } = await districtsRound(tx, city, input, by)
  const { roundId, organisationId } = city
  await writeDistribution(tx, {
    roundId,
    organisationId,
    districtsId,
    kronor: judged.list.sum,
    decision: input.decision,
  })
  const standings = await standingsOf(districtsId, tx)
  await takeOut(
    tx,
    districtsId,
    judged.takenOut.map(({ id }) => id),
  )
  await writeAwards(
    tx,
    districtsId,
    rows.map(({ recipient, after }) => ({ organisationId: recipient.id, ...after })),
  )
  await addRecipients(
    tx,
    { id: districtsId, formVersionId },
    rows.map(({ recipient }) => ({ organisationId: recipient.id, agencyId: organisationId })),
  )
  const open = rows.flatMap(({ recipient, after }) => {
    const theirs = standings.get(recipient.id)?.case
    return theirs?.state === 'started' ? [{ caseId: theirs.id, award: { kronor: after.kronor ?? 0 } }] : []
  })
  await changeAwards(tx, open, by)
  await letCityFollow(tx, city, by)
  await tellDistricts(
    tx,
    { city: city.name, year: city.year, deadline: input.deadline },
    rows.filter(({ recipient }) => !standings.has(recipient.id)).map(({ recipient }) => recipient.id),
  )
  await log(tx, city, judged, input, by)
}

/** The round of the districts: the one that is there, with its new last day, or a new one with the newest form. */
async function districtsRound(tx: Tx, city: CityPlace, { deadline, contact }: Distribute, { now }: Changer) {
  const { distribution, districts, form, year, organisationId } = city
  const version = await latestVersion(districts.form)
  if (!version) throw new PortalError('unavailable', `no form ${districts.form} is published`)
  if (distribution) {
    await setDistrictsDeadline(tx, distribution.districtsId, deadline)
    return { id: distribution.districtsId, formVersionId: version.id }
  }
  const theirs = await loadForm(version.id)
  const [problem] = passedOnProblems({ definition: form }, theirs)
  if (problem) throw new PortalError('unavailable', problem)
  const { programme, kind } = theirs.definition
  const row = {
    programme,
    kind,
    year,
    formVersionId: version.id,
    opensAt: now,
    deadline,
    rates: {},
    passedOn: true,
  } as const
  return { id: await addRound(tx, row, [{ agencyId: organisationId, contact }]), formVersionId: version.id }
}

async function log(
  tx: Tx,
  city: CityPlace,
  { list, takenOut }: JudgedDistribution,
  { decision }: Distribute,
  by: Changer,
) {
  const entity = `case:${city.caseId}`
  for (const { recipient, before, after } of changesOf(list)) {
    if (!recipient || !after) continue
    const details = { recipient: recipient.id, before: before?.kronor ?? null, after: after.kronor }
    await audit(tx, { actor: by.userId, action: 'distribution.part', entity, details })
  }
  for (const { id } of takenOut) {
    await audit(tx, { actor: by.userId, action: 'distribution.takenOut', entity, details: { recipient: id } })
  }
  await audit(tx, {
    actor: by.userId,
    action: 'distribution.decided',
    entity,
    details: {
      kronor: list.sum,
      districts: list.rows.length,
      on: decision.on.toISOString().slice(0, 10),
      by: decision.by,
      reference: decision.reference ?? '',
    },
  })
}
