import { db } from './db.server'
import { env } from './env.server'

/** The setting that loading the demonstration leaves behind (value: when it was loaded). */
export const demonstrationSetting = 'demonstration'

let loaded = false

/**
 * Whether this installation is a demonstration: the environment must say so, and the database must have been filled
 * by it, so that pointing a demonstration at a real database opens nothing.
 */
export async function demonstration(): Promise<boolean> {
  if (!env().BIDRA_DEMO) return false
  loaded ||= (await db().setting.findUnique({ where: { key: demonstrationSetting }, select: { key: true } })) !== null
  return loaded
}
