import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from '~/platform/env.server'
import { closeDatabase } from '~/platform/jobs.server'
import { freePort, type PortalProcess, startPortalProcess } from '../../e2e/support/portal-process'
import { runningDatabase } from '../embedded-database'

/** A portal as `npm start` runs it, with a database of its own in a folder of its own, that can be killed and started again. */
export interface PortalUnderTest {
  readonly origin: string
  readonly dataFolder: string
  /** The process that runs now. */
  process(): PortalProcess
  start(): Promise<void>
  /** The number of the database server's first process. */
  databaseServer(): Promise<number>
  /** Points this test's own `db()` at the portal's database. */
  lookInto(): Promise<void>
  close(): Promise<void>
}

export async function openPortal(): Promise<PortalUnderTest> {
  // Below /tmp itself: the test's own temporary folder may be closed to the database's user.
  const dataFolder = await mkdtemp(join(tmpdir(), 'bidra-kill-'))
  const port = await freePort()
  const own = process.env.DATABASE_URL
  const begin = () =>
    startPortalProcess({
      port,
      // The embedded database, not the one of this test run.
      env: { DATABASE_URL: undefined, BIDRA_DATA: dataFolder, BIDRA_LOG_LEVEL: 'silent' },
    })
  let running = await begin()
  const point = async (url: string | undefined) => {
    await closeDatabase()
    process.env.DATABASE_URL = url
    Object.assign(env(), { DATABASE_URL: url })
  }
  return {
    origin: running.origin,
    dataFolder,
    process: () => running,
    async start() {
      running = await begin()
    },
    async databaseServer() {
      const [pid] = (await readFile(join(await clusterFolder(dataFolder), 'postmaster.pid'), 'utf8')).split('\n')
      return Number(pid)
    },
    lookInto: async () => point(await runningDatabase(dataFolder)),
    async close() {
      await point(own)
      await running.end('SIGTERM')
      await rm(await clusterFolder(dataFolder), { recursive: true, force: true })
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

/** The database lies beside the files, or where its user can reach it. */
export async function clusterFolder(dataFolder: string): Promise<string> {
  const state = JSON.parse(await readFile(join(dataFolder, 'database.json'), 'utf8'))
  return z.object({ folder: z.string() }).parse(state).folder
}
