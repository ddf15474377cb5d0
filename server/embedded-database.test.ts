import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DatabaseInUse, type EmbeddedDatabase, openEmbeddedDatabase, runningDatabase } from './embedded-database'
import { postgresPrograms } from './postgres/binaries'
import { type Cluster, runningServer, stop } from './postgres/cluster'
import { serverUser } from './postgres/os-user'

let dataFolder: string
const said: string[] = []
const say = (line: string) => void said.push(line)

beforeEach(async () => {
  // Below /tmp itself: the set-up's own temporary folder may be closed to the database's user.
  dataFolder = await mkdtemp(join(tmpdir(), 'bidra-embedded-'))
})

afterEach(async () => {
  const cluster = await theCluster()
  if (await runningServer(cluster)) await stop(cluster, 'immediate')
  await rm(dataFolder, { recursive: true, force: true })
})

async function theCluster(): Promise<Cluster> {
  const user = await serverUser()
  return { folder: join(dataFolder, 'postgres'), programs: await postgresPrograms(user), user, password: '' }
}

async function ask<T extends pg.QueryResultRow>(url: string, statement: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(statement)).rows
  } finally {
    await client.end()
  }
}

async function killServer(): Promise<void> {
  const running = await runningServer(await theCluster())
  if (!running) throw new Error('no server')
  process.kill(running.pid, 'SIGKILL')
}

const open = (own = true): Promise<EmbeddedDatabase> => openEmbeddedDatabase(dataFolder, { own, say })

test('is made, sorts as in Sweden, lets in nobody without the password, and keeps what it was given', async () => {
  const first = await open()
  expect(first.origin).toBe('made')
  const sorted = await ask<{ name: string }>(
    first.url,
    `SELECT name FROM (VALUES ('Örebro'), ('Ånge'), ('Zinkgruvan'), ('Älvsbyn'), ('Ale'), ('Åmål')) v(name) ORDER BY name`,
  )
  expect(sorted.map(({ name }) => name)).toEqual(['Ale', 'Zinkgruvan', 'Åmål', 'Ånge', 'Älvsbyn', 'Örebro'])
  await expect(ask(first.url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password')
  expect((await stat(join(dataFolder, 'database.json'))).mode & 0o777).toBe(0o600)
  await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await first.stop()
  expect(await runningDatabase(dataFolder)).toBeUndefined()

  const second = await open()
  expect(second.origin).toBe('started')
  expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  await second.stop()
})

test('a server that a killed portal has left behind is taken over', async () => {
  const left = await open()
  await ask(left.url, 'SELECT 1')
  // A portal that is killed closes its connections, and with them its claim, but stops nothing.
  await ask(left.url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'bidra owner'`)
  const next = await open()
  expect(next.origin).toBe('adopted')
  await next.stop()
  await left.stop()
})

test('a killed server is started again under the running portal, at the same address', async () => {
  const database = await open()
  await ask(database.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await killServer()
  await expect.poll(() => runningDatabase(dataFolder), { timeout: 20_000 }).toBe(database.url)
  expect(await ask(database.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  await database.stop()
})

test('a killed server is recovered by the next start', async () => {
  const database = await open(false)
  await ask(database.url, 'CREATE TABLE kept AS SELECT 42 AS answer')
  await killServer()
  await pause(100)
  const next = await open()
  expect(next.origin).toBe('started')
  expect(await ask(next.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }])
  await next.stop()
})

test('two portals do not share it, a command does, and does not stop it', async () => {
  const portal = await open()
  await expect(open()).rejects.toThrow(DatabaseInUse)
  const command = await open(false)
  expect(command).toMatchObject({ origin: 'adopted', url: portal.url })
  await command.stop()
  expect(await ask(portal.url, 'SELECT 1 AS up')).toEqual([{ up: 1 }])
  await portal.stop()
})

test('a start that was killed while it made the database begins again', async () => {
  const first = await open()
  await first.stop()
  const file = join(dataFolder, 'database.json')
  const state = JSON.parse(await readFile(file, 'utf8'))
  await rm(join(dataFolder, 'postgres', 'global'), { recursive: true })
  await writeFile(file, JSON.stringify({ ...state, made: false }))
  const second = await open()
  expect(second.origin).toBe('made')
  await second.stop()
})

test('a database whose password has been lost is left alone', async () => {
  const first = await open()
  await first.stop()
  await rm(join(dataFolder, 'database.json'))
  await expect(open()).rejects.toThrow('but not its password')
})
