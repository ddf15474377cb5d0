import type { FileValue } from '~/forms/display'
import { db } from '~/platform/db.server'

export async function storeAttachment(input: {
  caseId: string
  file: FileValue
  userId: string
  now: Date
}): Promise<void> {
  const { caseId, file, userId, now } = input
  const { sha256, ...rest } = file
  await db().attachment.upsert({
    where: { caseId_sha256: { caseId, sha256 } },
    create: { caseId, sha256, ...rest, addedBy: userId, addedAt: now },
    update: {},
  })
}

/** All files that were ever taken into a case, each once. */
export async function findAttachments(caseId: string): Promise<FileValue[]> {
  const rows = await db().attachment.findMany({ where: { caseId } })
  return rows.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 }))
}

/** A file of this case, or null: a hash alone opens nothing. */
export async function findAttachment(caseId: string, sha256: string): Promise<FileValue | null> {
  const row = await db().attachment.findUnique({ where: { caseId_sha256: { caseId, sha256 } } })
  return row && { name: row.name, type: row.type, size: row.size, sha256 }
}
