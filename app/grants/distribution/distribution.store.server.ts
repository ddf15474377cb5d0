import { loadForm } from '~/cases/form-versions.store.server'
import { cityCaseOf } from '~/cases/passed-on.store.server'
import type { FormDefinition } from '~/forms/definition'
import type { CaseStateName } from '~/platform/access/facts'
import { db, type Tx } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Recipient } from '../register/recipients'

/** A city's own case, whose award it passes on. */
export interface CityPlace {
  readonly caseId: string
  readonly roundId: string
  readonly organisationId: string
  readonly name: string
  readonly year: number
  readonly state: CaseStateName
  readonly submittedAt: Date | null
  readonly deadline: Date
  /** Whole kronor; null before the agency has decided. */
  readonly award: number | null
  readonly form: FormDefinition
  /** What its form says of the districts. */
  readonly districts: NonNullable<FormDefinition['districts']>
  readonly distribution: StoredDistribution | null
}

export interface StoredDistribution {
  readonly id: string
  readonly districtsId: string
  readonly kronor: number
  readonly decidedOn: Date
  readonly decidedBy: string
  readonly reference: string | null
  /** Last day for the districts. */
  readonly deadline: Date
}

/** @throws PortalError notFound: no such case, or one whose award is not passed on */
export async function cityPlace(caseId: string, tx: Tx = db()): Promise<CityPlace> {
  const row = await tx.case.findUnique({ where: { id: caseId }, include: { round: true, organisation: true } })
  if (!row) throw new PortalError('notFound')
  const { definition } = await loadForm(row.formVersionId)
  if (!definition.districts) throw new PortalError('notFound')
  const { roundId, organisationId } = row
  const award = await tx.award.findUnique({ where: { roundId_organisationId: { roundId, organisationId } } })
  const distribution = await tx.distribution.findUnique({
    where: { roundId_organisationId: { roundId, organisationId } },
    include: { districts: { select: { deadline: true } } },
  })
  return {
    caseId,
    roundId,
    organisationId,
    name: row.organisation.name,
    year: row.round.year,
    state: row.state,
    submittedAt: row.submittedAt,
    deadline: row.extendedTo ?? row.round.deadline,
    award: award?.kronor ?? null,
    form: definition,
    districts: definition.districts,
    distribution: distribution && {
      id: distribution.id,
      districtsId: distribution.districtsId,
      kronor: distribution.kronor,
      decidedOn: distribution.decidedOn,
      decidedBy: distribution.decidedBy,
      reference: distribution.reference,
      deadline: distribution.districts.deadline,
    },
  }
}

const columns = {
  id: true,
  name: true,
  shortName: true,
  orgNumber: true,
  code: true,
  countyCode: true,
  county: true,
} as const

/** The districts of a city, by name. */
export async function districtsOfCity(cityId: string, tx: Tx = db()): Promise<Recipient[]> {
  const districts = await tx.organisation.findMany({ where: { kind: 'district', cityId }, select: columns })
  return districts.sort((one, other) => one.name.localeCompare(other.name, 'sv'))
}

/** What a distribution says beside its amounts. */
export interface Decision {
  readonly on: Date
  readonly by: string
  readonly reference: string | null
}

export interface NewDistribution {
  readonly roundId: string
  readonly organisationId: string
  readonly districtsId: string
  readonly kronor: number
  readonly decision: Decision
}

/** Writes a distribution, or what one that is there says now. */
export async function writeDistribution(tx: Tx, { decision, ...row }: NewDistribution): Promise<void> {
  const { roundId, organisationId } = row
  const said = { kronor: row.kronor, decidedOn: decision.on, decidedBy: decision.by, reference: decision.reference }
  await tx.distribution.upsert({
    where: { roundId_organisationId: { roundId, organisationId } },
    create: { ...row, ...said },
    update: said,
  })
}

export async function setDistrictsDeadline(tx: Tx, districtsId: string, deadline: Date): Promise<void> {
  await tx.round.update({ where: { id: districtsId }, data: { deadline } })
}

/** Takes districts whose cases nobody has opened out of a round. */
export async function takeOut(tx: Tx, districtsId: string, organisationIds: readonly string[]): Promise<void> {
  const where = { roundId: districtsId, organisationId: { in: [...organisationIds] } }
  await tx.case.deleteMany({ where: { ...where, state: 'notOpened' } })
  await tx.award.deleteMany({ where })
}

/** Takes a distribution away, with the round that it opened and its cases. */
export async function removeDistribution(tx: Tx, districtsId: string): Promise<void> {
  await tx.case.deleteMany({ where: { roundId: districtsId } })
  await tx.round.delete({ where: { id: districtsId } })
}

/** How a district stands. Whole kronor. */
export interface DistrictRow {
  readonly caseId: string
  readonly organisationId: string
  readonly name: string
  readonly state: CaseStateName
  readonly deadline: Date
  readonly submittedAt: Date | null
  readonly late: boolean
  readonly received: number
  readonly used: number | null
  readonly accrued: number | null
  readonly planned: number | null
  readonly explanation: string | null
}

/** Every district of a distribution, by name; its figures from its latest submission. */
export async function districtRows(districtsId: string, tx: Tx = db()): Promise<DistrictRow[]> {
  return tx.$queryRaw<DistrictRow[]>`
    SELECT c.id AS "caseId", o.id AS "organisationId", o.name, c.state::text AS state,
      coalesce(c."extendedTo", r.deadline) AS deadline, c."submittedAt", c.late,
      coalesce(a.kronor, 0) AS received, p.used, p.accrued, p.planned, m.explanation
    FROM "Case" c
    JOIN "Round" r ON r.id = c."roundId"
    JOIN "Organisation" o ON o.id = c."organisationId"
    LEFT JOIN "Award" a ON a."roundId" = c."roundId" AND a."organisationId" = c."organisationId"
    LEFT JOIN "MissingReport" m ON m."caseId" = c.id
    LEFT JOIN LATERAL (
      SELECT p.* FROM "PassedOnReport" p JOIN "Submission" s ON s.id = p."submissionId"
      WHERE s."caseId" = c.id ORDER BY s.version DESC LIMIT 1
    ) p ON true
    WHERE c."roundId" = ${districtsId}::uuid
    ORDER BY o.name COLLATE "sv-SE-x-icu"`
}

/** Writes or takes away (null) why a district has not reported. */
export async function writeExplanation(
  tx: Tx,
  caseId: string,
  said: { readonly explanation: string; readonly userId: string; readonly at: Date } | null,
): Promise<void> {
  if (said === null) await tx.missingReport.deleteMany({ where: { caseId } })
  else await tx.missingReport.upsert({ where: { caseId }, create: { caseId, ...said }, update: said })
}

/** Those who can be told of a district's case: its officers and administrators. */
export async function peopleOf(
  organisationIds: readonly string[],
  tx: Tx,
): Promise<{ organisationId: string; email: string; language: string }[]> {
  const members = await tx.membership.findMany({
    where: { organisationId: { in: [...organisationIds] }, role: { in: ['officer', 'administrator'] } },
    select: { organisationId: true, user: { select: { email: true, language: true } } },
  })
  const seen = new Set<string>()
  return members.flatMap(({ organisationId, user }) => {
    const key = `${organisationId} ${user.email}`
    if (seen.has(key)) return []
    seen.add(key)
    return [{ organisationId, ...user }]
  })
}

/** Makes a district of a city. @returns its id */
export async function storeDistrict(
  tx: Tx,
  district: {
    readonly cityId: string
    readonly name: string
    readonly shortName: string
    readonly countyCode: string | null
    readonly county: string | null
  },
): Promise<string> {
  const { id } = await tx.organisation.create({ data: { kind: 'district', ...district }, select: { id: true } })
  return id
}

/** The organisation of a name, whatever its case. */
export async function organisationNamed(name: string, tx: Tx): Promise<{ id: string } | null> {
  return tx.organisation.findFirst({ where: { name: { equals: name, mode: 'insensitive' } }, select: { id: true } })
}

/** The city's own case that the cases of a round are compiled into; null for a round that no city has opened. */
export async function cityOfDistricts(roundId: string): Promise<string | null> {
  return (await cityCaseOf(db(), roundId))?.caseId ?? null
}
