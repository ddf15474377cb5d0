import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { z } from 'zod'
import { type Prisma, PrismaClient } from '../generated/prisma/client'
import { env } from './env.server'
import { log } from './log.server'
import { oneAtATime } from './one-at-a-time'
import { SteadyClient } from './steady-client'

/** A transaction that is under way. Functions that write take one, so that a use case decides what belongs together. */
export type Tx = Prisma.TransactionClient

interface Database {
  readonly url: string
  readonly pool: pg.Pool
  readonly client: PrismaClient
}

declare global {
  /** One pool per process, although server and built application hold a copy of this module each. */
  var bidraDatabase: Database | undefined
}

function database(): Database {
  globalThis.bidraDatabase ??= connect(env().DATABASE_URL, env().BIDRA_POOL)
  return globalThis.bidraDatabase
}

function connect(url: string, max: number): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'bidra',
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    Client: SteadyClient,
  })
  pool.on('error', (error) => log().warn({ err: error }, 'a database connection was lost'))
  const adapter = oneAtATime(new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) }))
  return { url, pool, client: new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } }) }
}

const names = new Map<string, string>()

/** Statements are prepared once per connection. A name stands for its text. */
function statementName(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = `b${createHash('sha1').update(text).digest('base64url')}`
    if (names.size < 5_000) names.set(text, name)
  }
  return name
}

/** The client for everything outside a transaction. */
export function db(): PrismaClient {
  return database().client
}

/** Runs `work` in one transaction: all of it is stored when the promise resolves, nothing when it rejects. */
export function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(work)
}

/**
 * One statement in one round trip, prepared, past Prisma: for the hot paths only. `$1` … in `text` are `values`; times
 * come as Date, jsonb parsed. `Row` is the caller's word for what the statement selects.
 */
export async function query<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]> {
  const result = await database().pool.query<Row>({ name: statementName(text), text, values: [...values] })
  return result.rows
}

const refusedByDriver = z.object({ code: z.string() })
const refusedByPrisma = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
})

/** Whether a statement failed because a text holds what PostgreSQL stores in none: the character NUL. */
export function isUnstorableText(error: unknown): boolean {
  const prisma = refusedByPrisma.safeParse(error)
  const code = prisma.success
    ? prisma.data.meta.driverAdapterError.cause.originalCode
    : refusedByDriver.safeParse(error).data?.code
  return code === '22021' || code === '22P05'
}

/** Answers when the database answers. */
export async function pingDatabase(): Promise<void> {
  await database().pool.query('SELECT 1')
}

/** Gives the connections back; the next use opens new ones. */
export async function disconnect(): Promise<void> {
  const open = globalThis.bidraDatabase
  globalThis.bidraDatabase = undefined
  if (!open) return
  await open.client.$disconnect()
  await open.pool.end()
}
