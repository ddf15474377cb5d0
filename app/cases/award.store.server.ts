import type { Draft } from '~/forms/draft'
import type { Surroundings } from '~/forms/surroundings'
import type { Tx } from '~/platform/db.server'
import { readDraft, readSurroundings } from './draft-row'

/** A case that officers are working on, with what surrounds its answers. */
export interface OpenCase {
  readonly id: string
  readonly revision: number
  readonly draft: Draft
  readonly surroundings: Surroundings
  readonly formVersionId: string
  readonly recipientCode: string | null
  /** Who worked in it last. */
  readonly editor: { readonly email: string; readonly language: string } | null
}

interface OpenCaseRow extends Omit<OpenCase, 'draft' | 'surroundings' | 'editor'> {
  readonly draft: unknown
  readonly around: unknown
  readonly email: string | null
  readonly language: string | null
}

/** Those of the cases that are open for answers, held until the transaction ends. */
export async function openCases(tx: Tx, caseIds: readonly string[]): Promise<OpenCase[]> {
  if (caseIds.length === 0) return []
  const rows = await tx.$queryRaw<OpenCaseRow[]>`
    SELECT c.id, c.revision, c.draft, c.surroundings AS around, c."formVersionId", o.code AS "recipientCode",
      u.email, u.language
    FROM "Case" c JOIN "Organisation" o ON o.id = c."organisationId" LEFT JOIN "User" u ON u.id = c."editorId"
    WHERE c.id = ANY(${[...caseIds]}::uuid[]) AND c.state = 'started' AND c.surroundings IS NOT NULL
    ORDER BY c.id FOR UPDATE OF c`
  return rows.map(({ draft, around, email, language, ...row }) => ({
    ...row,
    editor: email !== null && language !== null ? { email, language } : null,
    draft: readDraft(draft),
    surroundings: readSurroundings(around),
  }))
}

/** Writes what surrounds a case, and the answers that follow from it, as its next revision. */
export async function writeSurroundings(
  tx: Tx,
  caseId: string,
  { surroundings, draft }: { readonly surroundings: Surroundings; readonly draft: Draft },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Case" SET surroundings = ${JSON.stringify(surroundings)}::jsonb, draft = ${JSON.stringify(draft)}::jsonb,
      revision = revision + 1
    WHERE id = ${caseId}::uuid`
}
