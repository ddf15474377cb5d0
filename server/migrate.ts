import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { projectRoot } from '../app/platform/root.server'
import { run } from './postgres/run'

/** A migration as it lies in the folder. `checksum` is SHA-256, hex, as Prisma keeps it. */
interface Migration {
  readonly name: string
  readonly checksum: string
}

/**
 * Brings the database of `url` up to the schema of this version; makes it when it does not exist. Nothing to do is told
 * by one query, without starting Prisma, which takes seconds.
 *
 * @returns whether anything was applied
 */
export async function migrate(url: string): Promise<boolean> {
  if (await isCurrent(url)) return false
  const prisma = createRequire(import.meta.url).resolve('prisma/package.json')
  const program = join(dirname(prisma), 'build', 'index.js')
  const { code, output } = await run(process.execPath, [program, 'migrate', 'deploy', '--config', 'prisma.config.ts'], {
    folder: projectRoot(),
    env: {
      DATABASE_URL: url,
      PRISMA_SCHEMA_ENGINE_BINARY: join(projectRoot(), 'scripts', 'schema-engine.mjs'),
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (code !== 0) throw new Error(`The database could not be brought up to date:\n${output}`)
  return true
}

/** SHA-256 over all migrations, hex: changes when any of them does. */
export async function schemaFingerprint(): Promise<string> {
  const migrations = await migrationsInFolder()
  return createHash('sha256').update(JSON.stringify(migrations)).digest('hex')
}

async function isCurrent(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Migration>(
      `SELECT migration_name AS name, checksum FROM _prisma_migrations
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
    )
    const applied = new Set(rows.map(({ name, checksum }) => `${name} ${checksum}`))
    return (await migrationsInFolder()).every(({ name, checksum }) => applied.has(`${name} ${checksum}`))
  } catch {
    // No such database or no such table: Prisma makes both. Anything else it will say better.
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function migrationsInFolder(): Promise<Migration[]> {
  const folder = join(projectRoot(), 'prisma', 'migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(join(folder, name, 'migration.sql'))
      return { name, checksum: createHash('sha256').update(script).digest('hex') }
    }),
  )
}
