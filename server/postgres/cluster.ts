import { randomBytes } from 'node:crypto'
import { chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { type OsUser, run } from './run'

/** A PostgreSQL data folder and what it takes to run it. */
export interface Cluster {
  readonly folder: string
  /** Folder with `bin/` */
  readonly programs: string
  /** Whose processes the server's are; undefined: ours */
  readonly user: OsUser | undefined
  readonly password: string
}

/** The only role in an embedded server. */
export const role = 'bidra'

/** Address of a database in a cluster that listens on `port`. */
export function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://${role}:${cluster.password}@127.0.0.1:${port}/${database}`
}

/**
 * Makes a cluster that sorts as in Sweden and lets nobody in without the password; what the folder held is gone. `durable`:
 * on stable storage when the promise resolves.
 */
export async function initialise(cluster: Cluster, { durable }: { durable: boolean }): Promise<void> {
  await rm(cluster.folder, { recursive: true, force: true })
  await mkdir(cluster.folder, { recursive: true, mode: 0o700 })
  const passwordFile = join(tmpdir(), `bidra-${randomBytes(9).toString('base64url')}`)
  await writeFile(passwordFile, cluster.password, { mode: 0o600 })
  try {
    if (cluster.user) {
      await chown(cluster.folder, cluster.user.uid, cluster.user.gid)
      await chown(passwordFile, cluster.user.uid, cluster.user.gid)
    }
    const { code, output } = await run(
      join(cluster.programs, 'bin', 'initdb'),
      [
        `--pgdata=${cluster.folder}`,
        `--username=${role}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=icu',
        '--icu-locale=sv-SE',
        '--no-instructions',
        ...(durable ? [] : ['--no-sync']),
      ],
      { user: cluster.user },
    )
    if (code !== 0) throw new Error(`The database could not be made in ${cluster.folder}:\n${output}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** Starts the server on a free loopback port and waits until it answers; gives the port. `settings` as in postgresql.conf. */
export async function start(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
  wishedPort?: number,
): Promise<number> {
  const logFile = join(cluster.folder, 'server.log')
  await rm(logFile, { force: true })
  let output = ''
  for (let attempt = 0; attempt < 15; attempt++) {
    const port = await freePort(attempt === 0 ? wishedPort : undefined)
    const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', ...settings }
    const options = Object.entries(all).map(([name, value]) => `-c ${name}=${value === '' ? "''" : value}`)
    const args = ['start', '-D', cluster.folder, '-w', '-s', '-t', '120', '-l', logFile, '-o', options.join(' ')]
    const outcome = await run(pgCtl(cluster), args, { user: cluster.user })
    if (outcome.code === 0) return port
    output = `${outcome.output}\n${await readFile(logFile, 'utf8').catch(() => '')}`.trim()
    // Processes of a killed server take a moment to notice; a port may have been taken meanwhile.
    if (!/shared memory block|Address already in use|could not create any TCP|lock file .* exists/.test(output)) break
    await pause(500)
  }
  throw new Error(`The database did not start in ${cluster.folder}:\n${output.slice(-2_000)}`)
}

/** Stops the server. `fast` ends connections and writes everything out; `immediate` leaves that to the next start. */
export async function stop(cluster: Cluster, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  const args = ['stop', '-D', cluster.folder, '-m', mode, '-w', '-s', '-t', '60']
  const { code, output } = await run(pgCtl(cluster), args, { user: cluster.user })
  if (code !== 0 && (await runningServer(cluster))) throw new Error(`The database did not stop:\n${output}`)
}

/** The server that runs on the folder, by its pid file; undefined when none does. A pid file of a dead server is removed. */
export async function runningServer(cluster: Cluster): Promise<{ pid: number; port: number } | undefined> {
  const file = join(cluster.folder, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const [pid, port] = [Number(lines[0]), Number(lines[3])]
  if (!pid) return undefined
  if (isAlive(pid) && (await isPostgres(pid))) return { pid, port }
  // Otherwise a reused process number would keep the next server from starting.
  await rm(file, { force: true })
  return undefined
}

/** Whether somebody with the cluster's password is let in. */
export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}

function pgCtl(cluster: Cluster): string {
  return join(cluster.programs, 'bin', 'pg_ctl')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** A dead process whose parent has not noticed («zombie») has no command line any more, and serves nobody. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === 'win32') return true
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined)
  if (commandLine !== undefined) return commandLine.includes('postgres')
  const { output } = await run('ps', ['-p', String(pid), '-o', 'args='])
  return output.includes('postgres')
}

function freePort(wished: number | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', () => (wished ? freePort(undefined).then(resolve, reject) : reject(new Error('No free port'))))
    probe.listen(wished ?? 0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
