import { setTimeout as pause } from 'node:timers/promises'
import { pingDatabase } from './db.server'

export interface Health {
  readonly ok: boolean
  readonly database: 'ok' | 'unreachable'
}

/** Whether the portal can do its work now. Answers within three seconds whatever the database does. */
export async function health(): Promise<Health> {
  const answered = pingDatabase().then(
    () => true,
    () => false,
  )
  const ok = await Promise.race([answered, pause(3_000, false, { ref: false })])
  return { ok, database: ok ? 'ok' : 'unreachable' }
}
