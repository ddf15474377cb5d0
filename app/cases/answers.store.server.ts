import type { AnswerChangeEntry, Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import type { Conflict } from '~/forms/judgement'
import type { Surroundings } from '~/forms/surroundings'
import { Prisma } from '~/generated/prisma/client'
import type { CaseState } from '~/generated/prisma/enums'
import { db, query, type Tx } from '~/platform/db.server'
import { json, readChanges, readDraft, readSurroundings } from './draft-row'

/** What a save needs, read in one round trip. */
export interface AnswersForSave {
  readonly state: CaseState
  readonly revision: number
  readonly draft: Draft
  /** The draft as it was at the revision that the page started from. */
  readonly base: Draft
  readonly surroundings: Surroundings
  readonly formVersionId: string
  readonly recipientCode: string | null
  /** Open conflicts in which this officer's value waits: what is posted there again must not slip past the choice. */
  readonly waiting: readonly { readonly id: string; readonly key: string; readonly path: readonly string[] }[]
}

interface ForSaveRow {
  state: CaseState
  revision: number
  draft: unknown
  surroundings: unknown
  formVersionId: string
  code: string | null
  later: unknown[] | null
  waiting: { id: string; key: string; path: string[] }[] | null
}

const forSave = `
  SELECT c."state", c."revision", c."draft", c."surroundings", c."formVersionId", o."code",
    (SELECT json_agg(h."changes" ORDER BY h."revision" DESC) FROM "AnswerChange" h
      WHERE h."caseId" = c."id" AND h."revision" > $2) AS later,
    (SELECT json_agg(json_build_object('id', k."id", 'key', k."key", 'path', k."path")) FROM "AnswerConflict" k
      WHERE k."caseId" = c."id" AND k."mineById" = $3::uuid AND k."resolvedAt" IS NULL) AS waiting
  FROM "Case" c JOIN "Organisation" o ON o."id" = c."organisationId"
  WHERE c."id" = $1::uuid`

/** @returns null when there is no such case, or it has not been opened */
export async function loadForSave(
  caseId: string,
  baseRevision: number,
  userId: string,
  tx?: Tx,
): Promise<AnswersForSave | null> {
  const values = [caseId, baseRevision, userId]
  const rows = tx
    ? await tx.$queryRawUnsafe<ForSaveRow[]>(forSave, ...values)
    : await query<ForSaveRow>(forSave, values)
  const [row] = rows
  if (!row || row.surroundings === null) return null
  const draft = readDraft(row.draft)
  return {
    state: row.state,
    revision: row.revision,
    draft,
    base: undo(draft, (row.later ?? []).map(readChanges)),
    surroundings: readSurroundings(row.surroundings),
    formVersionId: row.formVersionId,
    recipientCode: row.code,
    waiting: row.waiting ?? [],
  }
}

/** The draft before a run of changes, the newest first. */
export function undo(draft: Draft, newestFirst: readonly (readonly AnswerChangeEntry[])[]): Draft {
  const before = new Map(Object.entries(draft))
  for (const { key, before: value } of newestFirst.flat()) {
    if (value === null) before.delete(key)
    else before.set(key, value)
  }
  return Object.fromEntries(before)
}

const writeAnswers = `
  WITH saved AS (
    UPDATE "Case" SET "draft" = $3::jsonb, "revision" = "revision" + 1, "editedAt" = $4, "editorId" = $5::uuid
    WHERE "id" = $1::uuid AND "revision" = $2 AND "state" = 'started'
    RETURNING "id", "revision")
  INSERT INTO "AnswerChange" ("caseId", "revision", "userId", "at", "page", "changes")
  SELECT "id", "revision", $5::uuid, $4, $6, $7::jsonb FROM saved RETURNING "revision"`

/**
 * Writes the draft and its history row in one statement, if nobody was there between.
 *
 * @returns the new revision, or null when the case has moved on (read again and merge) or is closed for answers
 */
export async function writeDraft(
  write: {
    caseId: string
    from: number
    draft: Draft
    changes: readonly AnswerChangeEntry[]
    page: string | null
    userId: string
    now: Date
  },
  tx?: Tx,
): Promise<number | null> {
  const values = [
    write.caseId,
    write.from,
    JSON.stringify(write.draft),
    write.now,
    write.userId,
    write.page,
    JSON.stringify(write.changes),
  ]
  const rows = tx
    ? await tx.$queryRawUnsafe<{ revision: number }[]>(writeAnswers, ...values)
    : await query<{ revision: number }>(writeAnswers, values)
  return rows[0]?.revision ?? null
}

/** Keeps the later officer's values until somebody chooses. */
export async function storeConflicts(
  tx: Tx,
  found: { caseId: string; page: string; userId: string; now: Date; conflicts: readonly Conflict[] },
): Promise<void> {
  await tx.answerConflict.createMany({
    data: found.conflicts.map((conflict) => ({
      caseId: found.caseId,
      page: found.page,
      key: conflict.key,
      path: [...conflict.path],
      mine: asInput(conflict.mine),
      base: asInput(conflict.base),
      mineById: found.userId,
      mineAt: found.now,
    })),
  })
}

/** A waiting value that its officer has typed over. */
export async function replaceWaiting(id: string, mine: Json, now: Date): Promise<void> {
  await db().answerConflict.updateMany({ where: { id, resolvedAt: null }, data: { mine: asInput(mine), mineAt: now } })
}

export interface OpenConflict {
  readonly id: string
  readonly page: string
  readonly key: string
  readonly path: readonly string[]
  readonly mine: Json
  readonly mineBy: { readonly id: string; readonly name: string }
  readonly mineAt: Date
}

/** The conflicts of a case that wait for a choice, oldest first. */
export async function openConflicts(caseId: string): Promise<OpenConflict[]> {
  const rows = await db().answerConflict.findMany({
    where: { caseId, resolvedAt: null },
    include: { mineBy: { select: { id: true, name: true } } },
    orderBy: { mineAt: 'asc' },
  })
  return rows.map(({ id, page, key, path, mine, mineBy, mineAt }) => ({
    id,
    page,
    key,
    path: Array.isArray(path) ? path.map(String) : [],
    mine: json.parse(mine),
    mineBy,
    mineAt,
  }))
}

export async function closeConflict(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { count } = await tx.answerConflict.updateMany({ where: { id, resolvedAt: null }, data: { resolvedAt: now } })
  return count === 1
}

function asInput(value: Json): Prisma.InputJsonValue | typeof Prisma.JsonNull {
  return value === null ? Prisma.JsonNull : value
}
