import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { projectRoot } from '../app/platform/root.server'
import { migrate, schemaFingerprint } from './migrate'
import { postgresPrograms } from './postgres/binaries'
import { type Cluster, initialise, runningServer, start, stop, urlOf } from './postgres/cluster'
import { serverUser } from './postgres/os-user'
import { run } from './postgres/run'

/** The migrated database that every test database is cloned from. */
export const templateName = 'bidra_template'

/** Nothing of a test needs to survive a power cut. */
const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '64MB',
  // Short statements, many of them: compiling them costs more than it gives.
  jit: 'off',
  autovacuum: 'off',
  max_parallel_workers_per_gather: '0',
}

export interface TestServer {
  /** Address of the server's `postgres` database, for making clones. */
  readonly url: string
  stop(): Promise<void>
}

/**
 * A PostgreSQL of this test run alone, with a migrated template in it. The template is kept between runs, as a folder, and made
 * anew when a migration changes; what killed runs have left behind is cleared away.
 */
export async function startTestServer(): Promise<TestServer> {
  const user = await serverUser()
  const programs = await postgresPrograms(user)
  const base = join(tmpdir(), `bidra-tests-${shortHash(projectRoot())}`)
  await mkdir(base, { recursive: true, mode: 0o755 })
  const at = (name: string): Cluster => ({ folder: join(base, name), programs, user, password: 'test' })

  const template = at(`template-${shortHash(await schemaFingerprint())}`)
  await clearAway(base, at, template)
  if (!(await readdir(base)).includes(basename(template.folder)))
    await makeTemplate(at(`making-${process.pid}`), template)

  const cluster = at(`run-${process.pid}`)
  const copied = await run('cp', ['-a', template.folder, cluster.folder])
  if (copied.code !== 0) throw new Error(copied.output)
  const port = await start(cluster, settings)
  return {
    url: urlOf(cluster, port, 'postgres'),
    async stop() {
      await stop(cluster, 'immediate')
      await rm(cluster.folder, { recursive: true, force: true })
    },
  }
}

async function makeTemplate(unfinished: Cluster, template: Cluster): Promise<void> {
  await initialise(unfinished, { durable: false })
  const port = await start(unfinished, settings)
  try {
    const url = urlOf(unfinished, port, templateName)
    await migrate(url)
    const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false })
    await boss.start()
    await boss.stop({ graceful: false })
    await markAsTemplate(urlOf(unfinished, port, 'postgres'))
  } finally {
    await stop(unfinished)
  }
  // Another run may have been quicker; its template is as good.
  await rename(unfinished.folder, template.folder).catch(() => rm(unfinished.folder, { recursive: true, force: true }))
}

async function markAsTemplate(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`ALTER DATABASE ${templateName} IS_TEMPLATE true ALLOW_CONNECTIONS false`)
  await client.end()
}

async function clearAway(base: string, at: (name: string) => Cluster, template: Cluster): Promise<void> {
  for (const name of await readdir(base)) {
    const [kind, rest] = name.split('-')
    const stale =
      kind === 'template'
        ? !template.folder.endsWith(name)
        : kind === 'run' || kind === 'making'
          ? !isAlive(rest)
          : false
    if (!stale) continue
    const left = at(name)
    if (await runningServer(left)) await stop(left, 'immediate')
    await rm(left.folder, { recursive: true, force: true })
  }
}

function isAlive(pid: string | undefined): boolean {
  try {
    process.kill(Number(pid), 0)
    return true
  } catch {
    return false
  }
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
