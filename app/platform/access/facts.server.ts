import { query } from '../db.server'
import { hashOfSecret } from '../session-cookie.server'
import { isId, type RequestFacts } from './facts'

/** Undefined when there is no such signature request. */
export async function requestFacts(requestId: string | undefined): Promise<RequestFacts | undefined> {
  if (!isId(requestId)) return undefined
  const [facts] = await query<RequestFacts>(
    `SELECT r.id AS "requestId", r."caseId", c."organisationId", r."requesterId", r.state,
       ARRAY[r."signatoryId"::text] || ARRAY(
         SELECT f."signatoryId"::text FROM "FurtherSigner" f WHERE f."requestId" = r.id) AS "signatoryIds",
       COALESCE((
         SELECT json_agg(json_build_object('userId', f."signatoryId", 'organisationId', m."organisationId"))
         FROM "FurtherSigner" f JOIN "Mandate" m ON m.id = f."mandateId"
         WHERE f."requestId" = r.id AND m."organisationId" <> c."organisationId"), '[]') AS partners
     FROM "SignatureRequest" r JOIN "Case" c ON c.id = r."caseId" WHERE r.id = $1::uuid`,
    [requestId],
  )
  return facts
}

/** The agencies with a desk in the round; none when there is no such round. */
export async function deskAgencies(roundId: string): Promise<readonly string[]> {
  if (!isId(roundId)) return []
  const desks = await query<{ agencyId: string }>('SELECT "agencyId" FROM "RoundDesk" WHERE "roundId" = $1::uuid', [
    roundId,
  ])
  return desks.map(({ agencyId }) => agencyId)
}

/** The contribution that a link's secret leads to; undefined when there is none. */
export async function contributionOfLink(secret: string | undefined): Promise<string | undefined> {
  if (secret === undefined) return undefined
  const [found] = await query<{ contributionId: string }>(
    'SELECT "contributionId" FROM "ContributionLink" WHERE "hash" = $1',
    [hashOfSecret(secret)],
  )
  return found?.contributionId
}
