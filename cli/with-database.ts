import { join } from 'node:path'
import { readEnv } from '../app/platform/env.server'
import { closeDatabase } from '../app/platform/jobs.server'
import { projectRoot } from '../app/platform/root.server'
import { openEmbeddedDatabase } from '../server/embedded-database'
import { migrate } from '../server/migrate'
import { Unusable } from './command'

/**
 * Runs a command's work on the portal's database: the one of DATABASE_URL, else the embedded one, whether the portal is running on it
 * or not. Leaves it as it was: running or stopped.
 */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  const tell = (line: string) => void process.stderr.write(`${line}\n`)
  const given = process.env.DATABASE_URL
  const dataFolder = process.env.BIDRA_DATA || join(projectRoot(), 'data')
  const embedded = given ? undefined : await openEmbeddedDatabase(dataFolder, { own: false, say: tell })
  if (embedded) {
    process.env.DATABASE_URL = embedded.url
    process.env.BIDRA_DEMO ||= 'on'
  }
  try {
    readSettings()
    await migrate(process.env.DATABASE_URL ?? '')
    return await work()
  } finally {
    await closeDatabase()
    await embedded?.stop()
  }
}

function readSettings(): void {
  try {
    readEnv(process.env)
  } catch (error) {
    throw new Unusable(error instanceof Error ? error.message : String(error))
  }
}
