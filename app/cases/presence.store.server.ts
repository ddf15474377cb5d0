import { db } from '~/platform/db.server'

const minutes = 5

export interface Colleague {
  readonly id: string
  readonly name: string
  readonly title: string | null
  /** The page where they are just now. */
  readonly page: string | null
  /** When they last changed something. */
  readonly editedAt: Date | null
}

/** Notes that somebody is on a page of a case. */
export async function notePresence(caseId: string, userId: string, page: string, now: Date): Promise<void> {
  await db().presence.upsert({
    where: { caseId_userId: { caseId, userId } },
    create: { caseId, userId, page, at: now },
    update: { page, at: now },
  })
}

/** Who may work in the case, where they are just now (the last five minutes), and when they last changed an answer. */
export async function colleagues(caseId: string, organisationId: string, now: Date): Promise<Colleague[]> {
  const since = new Date(now.getTime() - minutes * 60_000)
  return db().$queryRaw<Colleague[]>`
    SELECT u."id", u."name", u."title", p."page",
      (SELECT max(h."at") FROM "AnswerChange" h WHERE h."caseId" = ${caseId}::uuid AND h."userId" = u."id") AS "editedAt"
    FROM "User" u LEFT JOIN "Presence" p ON p."userId" = u."id" AND p."caseId" = ${caseId}::uuid AND p."at" > ${since}
    WHERE EXISTS (SELECT 1 FROM "Membership" m WHERE m."userId" = u."id" AND m."organisationId" = ${organisationId}::uuid
      AND m."role" IN ('officer', 'signatory'))
    ORDER BY u."name"`
}
