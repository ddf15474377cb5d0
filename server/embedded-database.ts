import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { postgresPrograms, sharedFolder } from './postgres/binaries'
import { answers, type Cluster, initialise, isInitialised, runningServer, start, stop, urlOf } from './postgres/cluster'
import { canEnter, serverUser } from './postgres/os-user'
import type { OsUser } from './postgres/run'

const databaseName = 'bidra'

/** What `data/database.json` holds; only its owner may read it. */
const stateSchema = z.object({ folder: z.string(), password: z.string(), port: z.number().optional() })

type State = z.output<typeof stateSchema>

const settings = {
  max_connections: '100',
  shared_buffers: '128MB',
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
  const state = (await readState(stateFile)) ?? {
    folder: await chooseFolder(dataFolder, user, say),
    password: newPassword(),
  }
  const cluster: Cluster = { ...state, programs: await postgresPrograms(user), user }

  const origin = await bringUp(cluster, state)
  await writeState(stateFile, state)
  const url = urlOf(cluster, state.port ?? 0, databaseName)
  await makeDatabase(urlOf(cluster, state.port ?? 0, 'postgres'))

  const claim = await claimOwnership(url)
  if (own && !claim) throw new DatabaseInUse(`Bidra is already running on ${dataFolder}.`)
  if (!own && origin === 'adopted') await claim?.release()
  const guard = own ? guardServer(cluster, state, say) : undefined
  return {
    url,
    origin,
    async stop() {
      guard?.stop()
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

async function bringUp(cluster: Cluster, state: State): Promise<EmbeddedDatabase['origin']> {
  const running = await runningServer(cluster)
  if (running) {
    state.port = running.port
    if (await answersSoon(urlOf(cluster, running.port, 'postgres'))) return 'adopted'
    await stop(cluster, 'immediate')
  }
  const isNew = !(await isInitialised(cluster))
  if (isNew) await initialise(cluster)
  state.port = await start(cluster, settings, state.port)
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

/** Below the data folder, or, where root's PostgreSQL user is shut out of that, in a folder for such things. */
async function chooseFolder(
  dataFolder: string,
  user: OsUser | undefined,
  say: (line: string) => void,
): Promise<string> {
  const own = join(dataFolder, 'postgres')
  if (!user || (await canEnter(user, dataFolder))) return own
  const hash = createHash('sha256').update(dataFolder).digest('hex').slice(0, 8)
  const elsewhere = join(sharedFolder, `${basename(join(dataFolder, '..'))}-${hash}`, 'postgres')
  say(`PostgreSQL does not run as root, and its user «${user.name}» may not enter ${dataFolder}.`)
  say(`The database is therefore kept in ${elsewhere}.`)
  await mkdir(join(elsewhere, '..'), { recursive: true, mode: 0o711 })
  return elsewhere
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

function newPassword(): string {
  return randomBytes(24).toString('base64url')
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

/** Starts the server again, at the same address, when it has died under the running portal. */
function guardServer(cluster: Cluster, state: State, say: (line: string) => void): { stop(): void } {
  let busy = false
  const look = async () => {
    if (busy) return
    busy = true
    try {
      if (await runningServer(cluster)) return
      say('The database server has gone; it is started again.')
      state.port = await start(cluster, settings, state.port)
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    } finally {
      busy = false
    }
  }
  const timer = setInterval(look, 2_000)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
