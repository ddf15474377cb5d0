import { db } from '~/platform/db.server'
import { createTrialAuthority, type TrialMaterial } from './trial-authority.server'

const key = 'signing.trialAuthority'

/**
 * The installation's trial authority, made at first use. It lives in the database and not in a file, since every process
 * of the portal must sign with the same one, also on several machines, and a copy of the database must still know the
 * root of the documents in it.
 */
export async function loadTrialAuthority(): Promise<TrialMaterial> {
  const existing = await find()
  if (existing) return existing
  const made = await createTrialAuthority(new Date())
  // Another process may have been faster: then its authority holds.
  await db().setting.createMany({ data: [{ key, value: JSON.parse(JSON.stringify(made)) }], skipDuplicates: true })
  return (await find()) ?? made
}

async function find(): Promise<TrialMaterial | undefined> {
  const row = await db().setting.findUnique({ where: { key } })
  return row ? materialOf(row.value) : undefined
}

function materialOf(value: unknown): TrialMaterial {
  const { root, issuer, seal, timestamp } = membersOf(value)
  if (typeof root !== 'string') throw new Error('The stored trial authority is damaged')
  return { root, issuer: storedKey(issuer), seal: storedKey(seal), timestamp: storedKey(timestamp) }
}

function storedKey(value: unknown) {
  const { certificate, key } = membersOf(value)
  if (typeof certificate !== 'string' || typeof key !== 'string')
    throw new Error('The stored trial authority is damaged')
  return { certificate, key }
}

function membersOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value)) : {}
}
