import type { CompiledForm } from '~/forms/compile'
import { db, type Tx } from '~/platform/db.server'

export interface StoredVersion {
  readonly id: string
  readonly formId: string
  readonly version: number
  readonly hash: string
}

const columns = { id: true, formId: true, version: true, hash: true } as const

/** Lets processes that start at the same time publish one after the other. Held until the transaction ends. */
export async function lockPublishing(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('bidra publish'))`
}

export async function allVersions(tx: Tx = db()): Promise<StoredVersion[]> {
  return tx.formVersion.findMany({ select: columns, orderBy: [{ formId: 'asc' }, { version: 'asc' }] })
}

/** What each file of a built-in form held when it was last read, and the version that it stood for. */
export async function notedFiles(): Promise<ReadonlyMap<string, { sha256: string; version: StoredVersion }>> {
  const rows = await db().formFile.findMany({ include: { formVersion: { select: columns } } })
  return new Map(rows.map(({ path, sha256, formVersion }) => [path, { sha256, version: formVersion }]))
}

export async function noteFile(tx: Tx, path: string, sha256: string, formVersionId: string): Promise<void> {
  const held = { sha256, formVersionId }
  await tx.formFile.upsert({ where: { path }, create: { path, ...held }, update: held })
}

/** The newest version of a form, or null. */
export async function latestVersion(formId: string): Promise<StoredVersion | null> {
  return db().formVersion.findFirst({ where: { formId }, orderBy: { version: 'desc' }, select: columns })
}

export async function addVersion(tx: Tx, form: CompiledForm, version: number, now: Date): Promise<StoredVersion> {
  return tx.formVersion.create({
    data: {
      formId: form.definition.id,
      version,
      hash: form.hash,
      definition: JSON.parse(JSON.stringify(form.definition)),
      publishedAt: now,
    },
    select: columns,
  })
}
