import { db } from '~/platform/db.server'

/** What counters, presence and the log of readings write is not what a post was for. */
const passing = ['_prisma_migrations', 'Presence', 'RateLimit', 'AuditEvent', 'AuditHead', 'SignInLink']

async function tables(): Promise<readonly string[]> {
  const rows = await db().$queryRaw<{ tablename: string }[]>`
    SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`
  return rows.map(({ tablename }) => tablename).filter((name) => !passing.includes(name))
}

/** A hash of everything that people can change. */
export async function digest(): Promise<string> {
  const parts = (await tables()).map((name) => {
    // Sessions are touched by every request.
    const row = name === 'Session' ? `(t.id, t."revokedAt")` : 't'
    return `SELECT '${name}' AS name, md5(coalesce(string_agg(${row}::text, '' ORDER BY ${row}::text), '')) AS hash FROM "${name}" t`
  })
  const rows = await db().$queryRawUnsafe<{ name: string; hash: string }[]>(parts.join(' UNION ALL '))
  return rows.map(({ name, hash }) => `${name} ${hash}`).join('\n')
}

/** Remembers everything as it is now. */
export async function keep(): Promise<void> {
  await db().$executeRawUnsafe('DROP SCHEMA IF EXISTS kept CASCADE')
  await db().$executeRawUnsafe('CREATE SCHEMA kept')
  for (const name of await tables())
    await db().$executeRawUnsafe(`CREATE TABLE kept."${name}" AS TABLE public."${name}"`)
}

/** The tables that differ between two digests. */
export function changed(before: string, after: string): readonly string[] {
  const lines = new Set(before.split('\n'))
  return after.split('\n').flatMap((line) => (lines.has(line) ? [] : (line.split(' ')[0] ?? [])))
}

/** Puts everything, or these tables, back to how it was kept; what refuses to be changed is told to look away. */
export async function restore(only?: readonly string[]): Promise<void> {
  const names = (only ?? (await tables())).map((name) => `"${name}"`)
  await db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica')
    for (const name of names) {
      await tx.$executeRawUnsafe(`DELETE FROM public.${name}`)
      await tx.$executeRawUnsafe(`INSERT INTO public.${name} SELECT * FROM kept.${name}`)
    }
  })
}
