import type { AnswerChangeEntry } from '~/forms/draft'
import { db, type Tx } from '~/platform/db.server'
import { readChanges } from './draft-row'

export interface Change {
  readonly revision: number
  readonly at: Date
  readonly by: { readonly id: string; readonly name: string; readonly title: string | null }
  /** Whose answers they were, where a contribution was accepted; told by its use case. */
  readonly from?: string | undefined
  /** Null: filled in from the register, or restored. */
  readonly page: string | null
  readonly entries: readonly AnswerChangeEntry[]
}

export async function recordChange(
  tx: Tx,
  change: {
    caseId: string
    revision: number
    userId: string
    at: Date
    page: string | null
    changes: readonly AnswerChangeEntry[]
  },
): Promise<void> {
  const { changes, ...row } = change
  await tx.answerChange.create({ data: { ...row, changes: changes.map((entry) => ({ ...entry })) } })
}

/** Changes of a case, the latest first; `before` a revision, for paging. */
export async function loadHistory(caseId: string, take: number, before?: number): Promise<Change[]> {
  const rows = await db().answerChange.findMany({
    where: { caseId, ...(before === undefined ? {} : { revision: { lt: before } }) },
    orderBy: { revision: 'desc' },
    take,
    include: { user: { select: { id: true, name: true, title: true } } },
  })
  return rows.map(({ revision, at, user, page, changes }) => ({
    revision,
    at,
    by: user,
    page,
    entries: readChanges(changes),
  }))
}

/** Who last changed each page, and when. */
export async function lastEdits(caseId: string): Promise<Map<string, { at: Date; name: string; userId: string }>> {
  const rows = await db().$queryRaw<{ page: string; at: Date; name: string; userId: string }[]>`
    SELECT DISTINCT ON (h."page") h."page", h."at", u."name", u."id" AS "userId"
    FROM "AnswerChange" h JOIN "User" u ON u."id" = h."userId"
    WHERE h."caseId" = ${caseId}::uuid AND h."page" IS NOT NULL
    ORDER BY h."page", h."revision" DESC`
  return new Map(rows.map(({ page, ...edit }) => [page, edit]))
}
