import { randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { postgresPrograms, sharedFolder } from './postgres/binaries'
import { answers, type Cluster, initialise, runningServer, start, stop, urlOf } from './postgres/cluster'
import { canEnter, serverUser } from './postgres/os-user'
import type { OsUser } from './postgres/run'

const databaseName = 'bidra'

/** What `data/database.json` holds; only its owner may read it. */
const stateSchema = z.object({
  folder: z.string(),
  password: z.string(),
  port: z.number().optional(),
  /** Whether the cluster has been made to its end. */
  made: z.boolean(),
})

type State = z.output<typeof stateSchema>

const settings = {
  max_connections: '100',
  shared_buffers: '128MB',
  // Short statements, many of them: compiling them costs more than it gives.
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The portal's own pool, its jobs and a few commands; nobody waits for a checkpoint.
  max_wal_size: '1GB',
  random_page_cost: '1.1',
}

export interface EmbeddedDatabase {
  readonly url: string
  /** How it was found. */
  readonly origin: 'made' | 'started' | 'adopted'
  /** Stops the server, unless another process of the portal uses it. */
  stop(): Promise<void>
}

/** Another process of the portal has the database. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse'
}

/**
 * The portal's own PostgreSQL on `dataFolder`: made when it is missing, started when it stands still, adopted when a killed
 * run has left it running. `own`: for the portal itself, which is alone on it (else DatabaseInUse) and starts the server again
 * should it die; a command shares it.
 */
export async function openEmbeddedDatabase(
  dataFolder: string,
  { own, say }: { own: boolean; say: (line: string) => void },
): Promise<EmbeddedDatabase> {
  const user = await serverUser()
  await mkdir(dataFolder, { recursive: true })
  // The server's user passes through the folder to its own; nobody reads it.
  await chmod(dataFolder, user ? 0o711 : 0o700)
  const stateFile = join(dataFolder, 'database.json')
  const state = (await readState(stateFile)) ?? (await newState(dataFolder, user, say))
  const cluster: Cluster = { ...state, programs: await postgresPrograms(user), user }

  const origin = await bringUp(cluster, state, () => writeState(stateFile, state))
  const url = urlOf(cluster, state.port ?? 0, databaseName)
  await makeDatabase(urlOf(cluster, state.port ?? 0, 'postgres'))

  let claim = await claimOwnership(url)
  if (own && !claim) throw new DatabaseInUse(`Bidra is already running on ${dataFolder}.`)
  if (!own && origin === 'adopted') await claim?.release()
  const again = async () => {
    claim = await claimOwnership(url)
  }
  const guard = own ? guardServer(cluster, state, say, again) : undefined
  return {
    url,
    origin,
    async stop() {
      await guard?.stop()
      await claim?.release()
      if (own || (origin !== 'adopted' && claim)) await stop(cluster)
    },
  }
}

/** The address of the server that runs on `dataFolder` now, if one does. */
export async function runningDatabase(dataFolder: string): Promise<string | undefined> {
  const state = await readState(join(dataFolder, 'database.json'))
  if (!state?.port) return undefined
  const url = `postgresql://bidra:${state.password}@127.0.0.1:${state.port}/${databaseName}`
  return (await answers(url)) ? url : undefined
}

async function bringUp(cluster: Cluster, state: State, save: () => Promise<void>): Promise<EmbeddedDatabase['origin']> {
  const running = state.made ? await runningServer(cluster) : undefined
  if (running) {
    state.port = running.port
    await save()
    if (await answersSoon(urlOf(cluster, running.port, 'postgres'))) return 'adopted'
    await stop(cluster, 'immediate')
  }
  const isNew = !state.made
  if (isNew) {
    // Written down first: a start that is killed here leaves a password behind, not a database that nobody can open.
    await save()
    await initialise(cluster, { durable: true })
    state.made = true
  }
  state.port = await start(cluster, settings, state.port)
  await save()
  return isNew ? 'made' : 'started'
}

/** A server that recovers from a crash answers after a moment. */
async function answersSoon(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await answers(url)) return true
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  return false
}

async function newState(dataFolder: string, user: OsUser | undefined, say: (line: string) => void): Promise<State> {
  const folder = await chooseFolder(dataFolder, user, say)
  const there = await stat(folder).catch(() => undefined)
  if (there) {
    const missing = join(dataFolder, 'database.json')
    throw new Error(
      `There is a database in ${folder}, but not its password, which was in ${missing}. Put that file back, or move the folder away.`,
    )
  }
  return { folder, password: randomBytes(24).toString('base64url'), made: false }
}

/** Below the data folder, or, where root's PostgreSQL user is shut out of that, in a folder for such things. */
async function chooseFolder(
  dataFolder: string,
  user: OsUser | undefined,
  say: (line: string) => void,
): Promise<string> {
  if (!user || (await canEnter(user, dataFolder))) return join(dataFolder, 'postgres')
  const name = `${basename(dirname(dataFolder))}-${randomBytes(4).toString('hex')}`
  const folder = join(sharedFolder, name, 'postgres')
  say(`PostgreSQL does not run as root, and its user «${user.name}» may not enter ${dataFolder}.`)
  say(`The database is therefore kept in ${folder}.`)
  await mkdir(dirname(folder), { recursive: true, mode: 0o711 })
  return folder
}

async function readState(file: string): Promise<State | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : stateSchema.parse(JSON.parse(text))
}

async function writeState(file: string, state: State): Promise<void> {
  const unfinished = `${file}.${process.pid}`
  await writeFile(unfinished, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  await rename(unfinished, file)
}

async function makeDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`)
  } finally {
    await client.end()
  }
}

/** A lock held by a connection goes when its process does, however that ends. Undefined: somebody else holds it. */
async function claimOwnership(url: string): Promise<{ release(): Promise<void> } | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'bidra owner', keepAlive: true })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock(20260901) AS held')
  if (rows[0]?.held) return { release: () => client.end() }
  await client.end()
  return undefined
}

/** Starts the server again, at the same address, when it has died under the running portal; `started` hears of it. */
function guardServer(
  cluster: Cluster,
  state: State,
  say: (line: string) => void,
  started: () => Promise<void>,
): { stop(): Promise<void> } {
  let looking: Promise<void> | undefined
  const look = async () => {
    if (await runningServer(cluster)) return
    say('The database server has gone; it is started again.')
    const port = await start(cluster, settings, state.port)
    // Everything that is connected knows the old address only: try again, until it is free.
    if (port !== state.port) await stop(cluster, 'immediate')
    else await started()
  }
  const timer = setInterval(() => {
    looking ??= look()
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
      .finally(() => {
        looking = undefined
      })
  }, 2_000)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
