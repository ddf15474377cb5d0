import type { DistrictFigures } from '~/forms/surroundings'
import type { Tx } from '~/platform/db.server'
import { readDistricts } from './draft-row'

/** A recipient in a round. */
export interface Place {
  readonly roundId: string
  readonly organisationId: string
}

/** The districts that a recipient has passed its award on to, by name; undefined where it has not. */
export async function districtsOf(
  tx: Tx,
  { roundId, organisationId }: Place,
): Promise<readonly DistrictFigures[] | undefined> {
  const [row] = await tx.$queryRaw<{ districts: unknown }[]>`
    SELECT passed_on(${roundId}::uuid, ${organisationId}::uuid) AS districts`
  return row?.districts ? readDistricts(row.districts) : undefined
}

/** The return that a district's round reports to: its city's case. */
export interface CityCase extends Place {
  /** Null while the city has no case in the round. */
  readonly caseId: string | null
  /** Of the city's form, which says what the districts' figures are called. */
  readonly formVersionId: string
}

/** The city's return that the cases of a round are compiled into; null for a round that no city has opened. */
export async function cityCaseOf(tx: Tx, districtsRoundId: string): Promise<CityCase | null> {
  const [row] = await tx.$queryRaw<CityCase[]>`
    SELECT d."roundId", d."organisationId", c.id AS "caseId", coalesce(c."formVersionId", r."formVersionId") AS "formVersionId"
    FROM "Distribution" d
    JOIN "Round" r ON r.id = d."roundId"
    LEFT JOIN "Case" c ON c."roundId" = d."roundId" AND c."organisationId" = d."organisationId"
    WHERE d."districtsId" = ${districtsRoundId}::uuid`
  return row ?? null
}

/** What a district has reported; null where its form does not ask. Whole kronor. */
export interface ReportFigures {
  readonly received: number
  readonly used: number | null
  readonly accrued: number | null
  readonly planned: number | null
}

export async function storeReport(tx: Tx, submissionId: string, figures: ReportFigures): Promise<void> {
  await tx.passedOnReport.create({ data: { submissionId, ...figures } })
}

/** Locks the recipient's case for the rest of the transaction; whatever changes what its districts have said does so first. */
export async function holdCityCase(tx: Tx, { roundId, organisationId }: Place): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "Case" WHERE "roundId" = ${roundId}::uuid AND "organisationId" = ${organisationId}::uuid FOR UPDATE`
}

/**
 * Lets a return that has not been sent in say what its districts say now, as its next revision: whatever is about to be
 * frozen with other figures is refused. Hold the case before.
 *
 * @returns the request for a signature that it has overtaken, if one is open
 */
export async function followDistricts(tx: Tx, { roundId, organisationId }: Place): Promise<string | undefined> {
  const rows = await tx.$queryRaw<{ requestId: string | null }[]>`
    UPDATE "Case" c SET revision = c.revision + 1, surroundings =
      (c.surroundings - 'districts') || jsonb_strip_nulls(jsonb_build_object('districts', now.districts))
    FROM (SELECT passed_on(${roundId}::uuid, ${organisationId}::uuid) AS districts) now
    WHERE c."roundId" = ${roundId}::uuid AND c."organisationId" = ${organisationId}::uuid
      AND c.state IN ('started', 'awaitingSignature') AND c.surroundings IS NOT NULL
      AND c.surroundings -> 'districts' IS DISTINCT FROM now.districts
    RETURNING (SELECT r.id FROM "SignatureRequest" r WHERE r."caseId" = c.id AND r.state = 'open') AS "requestId"`
  return rows[0]?.requestId ?? undefined
}
