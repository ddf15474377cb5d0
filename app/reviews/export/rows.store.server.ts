import { Prisma } from '~/generated/prisma/client'
import type { CaseState } from '~/generated/prisma/enums'
import { db } from '~/platform/db.server'
import type { WorklistFilter } from '../worklist-filter'
import { byName, inScope, isLate, matches, type Scope, source } from '../worklist-sql.store.server'

/** One case of a round, with what was handed in last. */
export interface ExportRow {
  readonly id: string
  readonly state: CaseState
  readonly name: string
  readonly shortName: string
  readonly orgNumber: string | null
  readonly code: string | null
  readonly county: string | null
  readonly caseNumber: string | null
  readonly ownCaseNumber: string | null
  /** Whole kronor */
  readonly awarded: number | null
  /** Hundredths of a full-time equivalent */
  readonly posts: number | null
  readonly submittedAt: Date | null
  readonly late: boolean
  /** Everybody who has signed: «Kim Korallrot; Bo Blåmes». */
  readonly signatory: string | null
  /** CaseRecord as canonical text, and its SHA-256; null when nothing has been handed in. */
  readonly record: string | null
  readonly recordHash: string | null
  readonly sealedPdfHash: string | null
}

const batchSize = 100

/**
 * The cases of a list, by name, a batch at a time: however many there are, only one batch is held. A case that is
 * handed in meanwhile comes out as it is when its batch is read.
 */
export async function* exportRows(scope: Scope, filter: WorklistFilter): AsyncGenerator<ExportRow, void, undefined> {
  let last: ExportRow | undefined
  for (;;) {
    const after = last
      ? Prisma.sql`(${byName}, c.id) > (${last.shortName} COLLATE "sv-SE-x-icu", ${last.id}::uuid)`
      : Prisma.sql`true`
    const rows = await db().$queryRaw<ExportRow[]>`
      SELECT c.id, c.state::text AS state, o.name, o."shortName", o."orgNumber", o.code, o.county, c."caseNumber",
        c."ownCaseNumber", a.kronor AS awarded, a.posts, c."submittedAt", ${isLate(scope.now)} AS late,
        s.signatory, s.record, s."recordHash", s."sealedPdfHash"
      FROM ${source}
      LEFT JOIN LATERAL (
        SELECT q.record, q."recordHash", b."sealedPdfHash",
          NULLIF(concat_ws('; ', u.name, (
            SELECT string_agg(p.name, '; ' ORDER BY f.place)
            FROM "FurtherSigner" f JOIN "User" p ON p.id = f."signatoryId"
            WHERE f."requestId" = q.id)), '') AS signatory
        FROM "Submission" b
        JOIN "SignatureRequest" q ON q.id = b."requestId"
        LEFT JOIN "Signature" g ON g."requestId" = q.id
        LEFT JOIN "User" u ON u.id = g."userId"
        WHERE b."caseId" = c.id ORDER BY b.version DESC LIMIT 1) AS s ON true
      WHERE ${inScope(scope)} AND ${matches(filter, scope.now)} AND ${after}
      ORDER BY ${byName}, c.id LIMIT ${batchSize}`
    yield* rows
    last = rows.at(-1)
    if (!last || rows.length < batchSize) return
  }
}

/** How many cases a list has: for the log of downloads. */
export async function countRows(scope: Scope, filter: WorklistFilter): Promise<number> {
  const rows = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM ${source} WHERE ${inScope(scope)} AND ${matches(filter, scope.now)}`
  return rows[0]?.count ?? 0
}
