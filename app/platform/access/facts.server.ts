import { db } from '../db.server'

export type CaseStateName =
  | 'notOpened'
  | 'started'
  | 'awaitingSignature'
  | 'submitted'
  | 'underReview'
  | 'approved'
  | 'closed'

/** What decides who may do what with a case. */
export interface CaseFacts {
  readonly caseId: string
  readonly roundId: string
  readonly organisationId: string
  readonly agencyId: string
  readonly state: CaseStateName
  /** Whether the person has a mandate of the case's organisation that is valid now. */
  readonly mandated: boolean
}

/** What decides who may do what with a signature request. */
export interface RequestFacts {
  readonly requestId: string
  readonly caseId: string
  readonly organisationId: string
  readonly requesterId: string
  readonly signatoryId: string
  readonly state: 'open' | 'signed' | 'declined' | 'voided'
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Raw SQL: read at every saving of a page. Undefined when there is no such case. */
export async function caseFacts(caseId: string, userId: string, now: Date): Promise<CaseFacts | undefined> {
  if (!uuid.test(caseId)) return undefined
  const rows = await db().$queryRaw<CaseFacts[]>`
    SELECT c.id AS "caseId", c."roundId", c."organisationId", c."agencyId", c.state::text AS state,
      EXISTS (
        SELECT 1 FROM "Mandate" m
        WHERE m."organisationId" = c."organisationId" AND m."holderId" = ${userId}::uuid AND m."revokedAt" IS NULL
          AND m."validFrom" <= ${now} AND (m."validTo" IS NULL OR m."validTo" > ${now})
      ) AS mandated
    FROM "Case" c WHERE c.id = ${caseId}::uuid`
  return rows[0]
}

/** Undefined when there is no such request. */
export async function requestFacts(requestId: string): Promise<RequestFacts | undefined> {
  if (!uuid.test(requestId)) return undefined
  const rows = await db().$queryRaw<RequestFacts[]>`
    SELECT r.id AS "requestId", r."caseId", c."organisationId", r."requesterId", r."signatoryId", r.state::text AS state
    FROM "SignatureRequest" r JOIN "Case" c ON c.id = r."caseId" WHERE r.id = ${requestId}::uuid`
  return rows[0]
}

/** The agencies with a desk in the round. */
export async function deskAgencies(roundId: string): Promise<readonly string[]> {
  if (!uuid.test(roundId)) return []
  const desks = await db().roundDesk.findMany({ where: { roundId }, select: { agencyId: true } })
  return desks.map(({ agencyId }) => agencyId)
}
