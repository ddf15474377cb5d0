import { chmod, chown, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '~/platform/root.server'
import { freePort, type PortalProcess, startPortalProcess } from '../e2e/support/portal-process'
import { build, generate, install } from '../scripts/steps/prepare.mjs'
import { clusterFolder } from './kill/portal-under-test'
import { sharedFolder } from './postgres/binaries'
import { serverUser } from './postgres/os-user'
import { run } from './postgres/run'

/** `npm start` where people put it: the whole of it, from a copy of the project. */

const made: string[] = []
const root = process.getuid?.() === 0

beforeAll(async () => {
  await install()
  await generate()
  await build()
}, 300_000)

afterAll(async () => {
  for (const folder of made) await rm(folder, { recursive: true, force: true })
}, 60_000)

/** A folder directly below the one for temporary things, with these rights. */
async function folder(mode: number): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'bidra-start-'))
  made.push(path)
  await chmod(path, mode)
  return path
}

/** The project as it lies here, built, without its history and its data. Linked where the file system can. */
async function copyInto(parent: string): Promise<string> {
  const copy = join(parent, 'bidra')
  await mkdir(copy)
  const names = (await readdir(projectRoot())).filter((name) => !['.git', 'data', 'test-results'].includes(name))
  const sources = names.map((name) => join(projectRoot(), name))
  const linked = await run('cp', ['-al', ...sources, copy])
  if (linked.code === 0) return copy
  await rm(copy, { recursive: true, force: true })
  await mkdir(copy)
  const copied = await run('cp', ['-a', ...sources, copy])
  if (copied.code !== 0) throw new Error(copied.output)
  return copy
}

/** It answers, shows its first page, and a second start finds what the first has made. */
async function expectPortal(options: Omit<Parameters<typeof startPortalProcess>[0], 'port'>): Promise<string> {
  const port = await freePort()
  const start = () => startPortalProcess({ ...options, port })
  const first = await start()
  expect(await frontPage(first)).toContain('Statsbidrag')
  await first.end('SIGTERM')
  expect(first.said()).toContain('Made the embedded PostgreSQL')
  expect(first.said()).toContain('Stopped')
  const second = await start()
  expect(await frontPage(second)).toContain('Statsbidrag')
  await second.end('SIGTERM')
  expect(second.said()).toContain('Started PostgreSQL')
  expect(second.said()).not.toContain('Loaded the demonstration')
  return first.said()
}

const frontPage = async ({ origin }: PortalProcess) => (await fetch(origin)).text()
const own = { DATABASE_URL: undefined, BIDRA_LOG_LEVEL: 'silent' }

test('in a folder that no other user can enter', async () => {
  const project = await copyInto(await folder(0o700))
  const said = await expectPortal({ folder: project, env: { ...own, BIDRA_DATA: undefined } })
  const cluster = await clusterFolder(join(project, 'data'))
  // Root's PostgreSQL has a user of its own, who is shut out; everybody else's is theirs.
  expect(said.includes(`The database is therefore kept in ${cluster}`)).toBe(root)
  expect(cluster.startsWith(root ? sharedFolder : project)).toBe(true)
  if (root) made.push(dirname(cluster))
}, 240_000)

test('as an ordinary user', async () => {
  // Root lends it the project, as somebody else's; whoever is no root already starts it as that.
  const user = await serverUser()
  const home = await folder(0o755)
  if (user) await chown(home, user.uid, user.gid)
  const project = await copyInto(await folder(0o755))
  const data = join(home, 'data')
  const env = { ...own, BIDRA_DATA: data, HOME: home }
  const said = await expectPortal({ folder: project, env, ...(user && { user: { uid: user.uid, gid: user.gid } }) })
  expect(said).not.toContain('does not run as root')
  expect((await stat(join(data, 'postgres'))).uid).toBe(user?.uid ?? process.getuid?.())
}, 240_000)
