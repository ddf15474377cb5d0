import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '../app/platform/db.server'
import { env as settings } from '../app/platform/env.server'
import { closeDatabase } from '../app/platform/jobs.server'
import { projectRoot } from '../app/platform/root.server'
import { type Officer, signInOfficers } from '../bench/officers'
import { build } from '../scripts/steps/prepare.mjs'

const people = 200
let dataFolder: string
let origin: string
let portal: ChildProcess
let officers: readonly Officer[]
let clone: string | undefined
const agent = new Agent({ keepAlive: true, maxSockets: people })
/** Case → the number that was last acknowledged as saved. */
const acknowledged = new Map<string, number>()

beforeAll(async () => {
  await build()
  dataFolder = await mkdtemp(join(tmpdir(), 'bidra-crash-'))
  origin = `http://127.0.0.1:${await freePort()}`
  portal = await startPortal()
  // From here on this process looks into the portal's own database, not into the test's.
  clone = process.env.DATABASE_URL
  await lookInto()
  officers = await signInOfficers(people, origin)
}, 240_000)

afterAll(async () => {
  agent.destroy()
  await closeDatabase()
  process.env.DATABASE_URL = clone
  portal.kill('SIGTERM')
  await new Promise((resolve) => portal.once('exit', resolve))
  await rm(dataFolder, { recursive: true, force: true })
}, 60_000)

test('the portal is killed during 200 concurrent saves: what it acknowledged is there after the next start', async () => {
  const saving = saveUntilRefused()
  await expect.poll(() => acknowledged.size, { timeout: 60_000, interval: 20 }).toBe(people)
  portal.kill('SIGKILL')
  await saving
  portal = await startPortal()
  await expectEverything()
}, 180_000)

test('the database server is killed during 200 concurrent saves: it comes back with what was acknowledged', async () => {
  const before = new Map(acknowledged)
  const saving = saveUntilRefused()
  const moved = () => officers.every(({ caseId }) => (acknowledged.get(caseId) ?? 0) > (before.get(caseId) ?? 0))
  await expect.poll(moved, { timeout: 60_000, interval: 20 }).toBe(true)
  process.kill(
    Number((await readFile(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]),
    'SIGKILL',
  )
  await saving
  await expect.poll(isHealthy, { timeout: 60_000 }).toBe(true)
  await expectEverything()
  const [officer] = officers
  if (officer) await save(officer, (acknowledged.get(officer.caseId) ?? 0) + 2)
}, 180_000)

/** Everybody saves one number after the other, until something is not acknowledged any more. */
async function saveUntilRefused(): Promise<void> {
  await Promise.all(
    officers.map(async (officer) => {
      for (let n = (acknowledged.get(officer.caseId) ?? 0) + 1; ; n++) {
        try {
          await save(officer, n)
          acknowledged.set(officer.caseId, n)
        } catch {
          return
        }
      }
    }),
  )
}

/** A save that was under way may have been written without its answer having come out. Nothing less, nothing else. */
async function expectEverything(): Promise<void> {
  await lookInto()
  const cases = await db().case.findMany({
    where: { id: { in: officers.map(({ caseId }) => caseId) } },
    select: {
      id: true,
      draft: true,
      revision: true,
      changes: { select: { revision: true }, orderBy: { revision: 'asc' } },
    },
  })
  const lost = cases.filter(({ id, draft }) => {
    const last = acknowledged.get(id) ?? 0
    const stored = Number(/^Enhet (\d+)$/.exec(String(Object(draft).unit))?.[1] ?? 0)
    if (stored !== last && stored !== last + 1) return true
    acknowledged.set(id, stored)
    return false
  })
  expect(lost).toEqual([])
  for (const { revision, changes } of cases) {
    expect(changes.map((change) => change.revision)).toEqual(Array.from({ length: revision }, (_, index) => index + 1))
  }
}

function save({ caseId, cookie }: Officer, n: number): Promise<void> {
  const body = new URLSearchParams({ unit: `Enhet ${n}`, revision: '1000000' }).toString()
  const headers = {
    Cookie: cookie,
    'Content-Type': 'application/x-www-form-urlencoded',
    'Content-Length': Buffer.byteLength(body),
    'Sec-Fetch-Site': 'same-origin',
    Accept: 'application/json',
  }
  return new Promise((resolve, reject) => {
    const call = request(
      `${origin}/arenden/${caseId}/sida/contact/spara`,
      { method: 'POST', agent, headers },
      (response) => {
        response.resume()
        response.on('error', reject)
        response.on('end', () =>
          response.statusCode === 200 ? resolve() : reject(new Error(`${response.statusCode}`)),
        )
      },
    )
    call.setTimeout(30_000, () => call.destroy(new Error('no answer')))
    call.on('error', reject)
    call.end(body)
  })
}

async function lookInto(): Promise<void> {
  await closeDatabase()
  const { port, password } = JSON.parse(await readFile(join(dataFolder, 'database.json'), 'utf8'))
  process.env.DATABASE_URL = `postgresql://bidra:${password}@127.0.0.1:${port}/bidra`
  Object.assign(settings(), { DATABASE_URL: process.env.DATABASE_URL })
}

async function startPortal(): Promise<ChildProcess> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    // The portal's own database, not the test's; and run as in production.
    DATABASE_URL: '',
    NODE_ENV: 'production',
    BIDRA_DATA: dataFolder,
    BIDRA_PORT: new URL(origin).port,
    BIDRA_ORIGIN: origin,
    BIDRA_LOG_LEVEL: 'silent',
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: projectRoot(), env, stdio: 'ignore' })
  await vi.waitUntil(isHealthy, { timeout: 90_000, interval: 200 })
  return child
}

function isHealthy(): Promise<boolean> {
  return fetch(`${origin}/halsa`).then(
    (response) => response.ok,
    () => false,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
