import { Prisma } from '~/generated/prisma/client'
import type { CaseState } from '~/generated/prisma/enums'
import { db, type Tx } from '~/platform/db.server'
import { comparable } from './case-number'
import { comparableColumn } from './worklist-sql.store.server'

export interface ReviewedCase {
  readonly id: string
  readonly roundId: string
  readonly agencyId: string
  readonly formVersionId: string
  readonly state: CaseState
  readonly caseNumber: string | null
  readonly ownCaseNumber: string | null
  readonly awarded: number | null
  readonly posts: number | null
  readonly organisation: {
    readonly name: string
    readonly shortName: string
    readonly code: string | null
    readonly orgNumber: string | null
    readonly county: string | null
  }
}

/** A case that has been handed in, or null. */
export async function reviewedCase(caseId: string): Promise<ReviewedCase | null> {
  const row = await db().case.findFirst({
    where: { id: caseId, submittedAt: { not: null } },
    select: {
      id: true,
      roundId: true,
      agencyId: true,
      formVersionId: true,
      organisationId: true,
      state: true,
      caseNumber: true,
      ownCaseNumber: true,
      organisation: { select: { name: true, shortName: true, code: true, orgNumber: true, county: true } },
    },
  })
  if (!row) return null
  const { organisationId, ...rest } = row
  const award = await db().award.findUnique({
    where: { roundId_organisationId: { roundId: row.roundId, organisationId } },
    select: { kronor: true, posts: true },
  })
  return { ...rest, awarded: award?.kronor ?? null, posts: award?.posts ?? null }
}

/** The first reading takes a case from submitted to under review. @returns whether it was this one */
export async function beginReview(tx: Tx, caseId: string): Promise<boolean> {
  const { count } = await tx.case.updateMany({
    where: { id: caseId, state: 'submitted' },
    data: { state: 'underReview' },
  })
  return count === 1
}

/** Whether somebody has this event in the log since a moment: an opening is logged once a day and reader. */
export async function hasEventSince(actor: string, action: string, entity: string, since: Date): Promise<boolean> {
  return (await db().auditEvent.count({ where: { actor, action, entity, at: { gte: since } } })) > 0
}

/** Locks a case and tells its number. */
export async function lockCaseNumber(
  tx: Tx,
  caseId: string,
): Promise<{ caseNumber: string | null; agencyId: string } | null> {
  const rows = await tx.$queryRaw<{ caseNumber: string | null; agencyId: string }[]>`
    SELECT "caseNumber", "agencyId" FROM "Case" WHERE id = ${caseId}::uuid FOR UPDATE`
  return rows[0] ?? null
}

/** Another recipient of the same agency, in any round, that has the number already. */
export async function recipientWithNumber(
  tx: Tx,
  caseNumber: string,
  than: { caseId: string; agencyId: string },
): Promise<string | null> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT o.name FROM "Case" c JOIN "Organisation" o ON o.id = c."organisationId"
    WHERE c."agencyId" = ${than.agencyId}::uuid
      AND c."organisationId" <> (SELECT "organisationId" FROM "Case" WHERE id = ${than.caseId}::uuid)
      AND ${comparableColumn(Prisma.sql`c."caseNumber"`)} = ${comparable(caseNumber)} LIMIT 1`
  return rows[0]?.name ?? null
}

export async function setCaseNumber(tx: Tx, caseId: string, caseNumber: string | null): Promise<void> {
  await tx.case.update({ where: { id: caseId }, data: { caseNumber } })
}
