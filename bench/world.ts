import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeDatabase } from '~/platform/jobs.server'
import { projectRoot } from '~/platform/root.server'
import { openEmbeddedDatabase } from '../server/embedded-database'
import { migrate } from '../server/migrate'
import { fillInstallation } from '../server/start-up'

/** What benchmarks run against: the built portal in a process of its own, on a database with the settings of a real one. */
export interface World {
  readonly origin: string
  close(): Promise<void>
}

const port = Number(process.env.BIDRA_BENCH_PORT ?? 3229)

export async function openWorld(say: (line: string) => void): Promise<World> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'bidra-bench-'))
  const database = await openEmbeddedDatabase(dataFolder, { own: true, say })
  const origin = `http://127.0.0.1:${port}`
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    BIDRA_DATA: dataFolder,
    BIDRA_DEMO: 'on',
    BIDRA_ORIGIN: origin,
    BIDRA_PORT: String(port),
    BIDRA_LOG_LEVEL: 'error',
  })
  await migrate(database.url)
  await fillInstallation(say)
  const portal = await startPortal()
  return {
    origin,
    async close() {
      portal.kill('SIGTERM')
      await new Promise((resolve) => portal.once('exit', resolve))
      await closeDatabase()
      await database.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

function startPortal() {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/serve.ts'], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise<typeof child>((resolve, reject) => {
    child.stdout.once('data', () => resolve(child))
    child.once('exit', (code) => reject(new Error(`The portal did not start (${code})`)))
  })
}
