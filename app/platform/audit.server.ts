import type { Prisma } from '../generated/prisma/client'
import { db, type Tx } from './db.server'

export interface AuditEntry {
  /** Who: a user's id, or `system`, `operator`, `unknown`; `contribution:<id>` for whoever has its link. */
  readonly actor: string
  /** What, as a dotted word: `session.signIn`, `case.submit`, `mandate.give`. */
  readonly action: string
  /** What it was done to: `case:<id>`, `user:<id>`. */
  readonly entity?: string
  /** More, small and without answers or secrets. */
  readonly details?: Prisma.InputJsonObject
}

/**
 * Adds one event to the log, in the caller's transaction: no event without its act, no act without its event. Events
 * are chained one after the other, so this holds a lock until the transaction ends: call it last.
 */
export async function audit(tx: Tx, entry: AuditEntry): Promise<void> {
  const details = JSON.stringify(entry.details ?? {})
  await tx.$executeRaw`INSERT INTO "AuditEvent" (actor, action, entity, details)
    VALUES (${entry.actor}, ${entry.action}, ${entry.entity ?? null}, ${details}::jsonb)`
}

/** The end of the chain. Whoever keeps one outside the database can later prove that nothing before it was touched. */
export interface AuditHead {
  readonly seq: number
  /** SHA-256, hex */
  readonly hash: string
}

export interface AuditFault {
  readonly seq: number
  /** `changed`: the row is not what was written · `missing`: one or more rows before this one are gone ·
   * `end`: the last rows are gone, or added past the log · `witness`: the head kept outside is not in the chain */
  readonly fault: 'changed' | 'missing' | 'end' | 'witness'
}

export interface AuditVerdict {
  readonly events: number
  readonly head: AuditHead
  readonly faults: readonly AuditFault[]
}

/**
 * Reads the whole chain again, in the database. Finds changed, deleted, inserted and reordered rows. Deleted last rows are
 * found by the head that the database keeps; against somebody who rewrites that too, give the head that was printed
 * earlier as `witness`.
 */
export async function verifyAudit(witness?: AuditHead): Promise<AuditVerdict> {
  return db().$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<
        { seq: bigint; fault: 'changed' | 'missing' }[]
      >`SELECT seq, fault FROM audit_faults()`
      const [end] = await tx.$queryRaw<{ events: bigint; last: bigint; lastHash: string; seq: bigint; hash: string }[]>`
        SELECT (SELECT count(*) FROM "AuditEvent") AS events, coalesce(e.seq, 0) AS last,
          coalesce(encode(e.hash, 'hex'), repeat('0', 64)) AS "lastHash", h.seq, encode(h.hash, 'hex') AS hash
        FROM "AuditHead" h LEFT JOIN LATERAL (SELECT seq, hash FROM "AuditEvent" ORDER BY seq DESC LIMIT 1) e ON true`
      const faults: AuditFault[] = rows.map(({ seq, fault }) => ({ seq: Number(seq), fault }))
      if (!end) return { events: 0, head: { seq: 0, hash: '' }, faults: [{ seq: 0, fault: 'end' }] }
      if (end.last !== end.seq || end.lastHash !== end.hash) faults.push({ seq: Number(end.last) + 1, fault: 'end' })
      if (witness && !(await isInChain(tx, witness))) faults.push({ seq: witness.seq, fault: 'witness' })
      return { events: Number(end.events), head: { seq: Number(end.seq), hash: end.hash }, faults }
    },
    { isolationLevel: 'RepeatableRead', timeout: 600_000 },
  )
}

async function isInChain(tx: Tx, witness: AuditHead): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM "AuditEvent"
    WHERE seq = ${witness.seq} AND hash = decode(${witness.hash}, 'hex')`
  return found.length > 0
}
