import { PgBoss } from 'pg-boss'
import type { z } from 'zod'
import { disconnect, type Tx } from './db.server'
import { env } from './env.server'
import { log } from './log.server'
import { SteadyClient } from './steady-client'

/** Does one job. What it throws makes the job come back later; it may run more than once, so it must be idempotent. */
export type JobHandler = (data: unknown) => Promise<void>

/** A handler with its data checked. */
export function job<T>(data: z.ZodType<T>, run: (data: T) => Promise<void>): JobHandler {
  return (given) => run(data.parse(given))
}

export interface JobOptions {
  /** At most one waiting or running job of this name and key. */
  readonly singletonKey?: string
  readonly startAfter?: Date
}

/** Tried for about two days: after 3 s, 6 s, 12 s … at most an hour apart. */
const queueOptions = {
  policy: 'standard',
  retryLimit: 60,
  retryDelay: 3,
  retryBackoff: true,
  retryDelayMax: 3_600,
  expireInSeconds: 300,
  retentionSeconds: 30 * 86_400,
  deleteAfterSeconds: 7 * 86_400,
  notify: true,
} as const

interface Jobs {
  readonly url: string
  readonly boss: Promise<PgBoss>
  /** Queues that are known to exist. */
  readonly queues: Set<string>
}

declare global {
  var bidraJobs: Jobs | undefined
}

function jobs(): Jobs {
  globalThis.bidraJobs ??= { url: env().DATABASE_URL, boss: open(env().DATABASE_URL), queues: new Set() }
  return globalThis.bidraJobs
}

async function open(url: string): Promise<PgBoss> {
  const connections = { connectionString: url, application_name: 'bidra jobs', max: 4, Client: SteadyClient }
  const boss = new PgBoss({ ...connections, useListenNotify: true })
  boss.on('error', (error) => log().warn({ err: error }, 'jobs'))
  try {
    return await boss.start()
  } catch (error) {
    globalThis.bidraJobs = undefined
    throw error
  }
}

async function queue(name: string): Promise<PgBoss> {
  const { boss, queues } = jobs()
  const started = await boss
  if (!queues.has(name)) {
    if (!(await started.getQueue(name))) await started.createQueue(name, queueOptions)
    queues.add(name)
  }
  return started
}

/** Leaves a job for later in the caller's transaction: no commit, no job. A worker of any process picks it up at once. */
export async function enqueue(tx: Tx, name: string, data: object, options: JobOptions = {}): Promise<void> {
  const boss = await queue(name)
  const executeSql = async (text: string, values: unknown[] = []) => ({
    rows: await tx.$queryRawUnsafe<object[]>(text, ...values),
  })
  await boss.send(name, data, { ...options, ...(options.singletonKey && { singletonSeconds: 60 }), db: { executeSql } })
}

/** Has a job come by itself, as `cron` says («* * * * *», Swedish time): once each time, however many processes there are. */
export async function repeatJob(name: string, cron: string): Promise<void> {
  await (await queue(name)).schedule(name, cron, {}, { tz: 'Europe/Stockholm' })
}

/** Runs jobs in this process until `stopJobs`. Keys are job names. */
export async function startJobs(handlers: Readonly<Record<string, JobHandler>>): Promise<void> {
  for (const [name, handle] of Object.entries(handlers)) {
    const boss = await queue(name)
    // New jobs wake a worker at once; looking is for those that come back.
    const options = { batchSize: 1, localConcurrency: 2, pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 5 }
    await boss.work(name, options, async (batch) => {
      for (const { id, data } of batch) {
        try {
          await handle(data)
        } catch (error) {
          log().error({ err: error, job: name, id }, 'a job failed and will be tried again')
          throw error
        }
      }
    })
  }
}

/** Runs one handler on every waiting job of its name, now, in this process: for tests and the command line. */
export async function runJobs(handlers: Readonly<Record<string, JobHandler>>): Promise<void> {
  for (let busy = true; busy; ) {
    busy = false
    for (const [name, handle] of Object.entries(handlers)) {
      const boss = await queue(name)
      for (const { id, data } of await boss.fetch(name, { batchSize: 100 })) {
        busy = true
        await handle(data)
        await boss.complete(name, id)
      }
    }
  }
}

/** Lets running jobs finish (at most 20 s), takes no more. */
export async function stopJobs(): Promise<void> {
  const open = globalThis.bidraJobs
  globalThis.bidraJobs = undefined
  if (open) await (await open.boss).stop({ graceful: true, timeout: 20_000 })
}

/** Everything that this process has open to the database, closed. */
export async function closeDatabase(): Promise<void> {
  await stopJobs()
  await disconnect()
}
