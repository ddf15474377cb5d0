import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { failingPortal, freePort } from '../../e2e/support/portal-process'
import { Visitor } from '../../e2e/support/visitor'
import { build } from '../../scripts/steps/prepare.mjs'
import { readyToSign, submitted } from './hand-in'
import { openPortal, type PortalUnderTest } from './portal-under-test'
import { lost, openTabs, type Saver } from './savers'

/** A power cut has no manners: what the portal has acknowledged is there afterwards, whatever was killed. */

let portal: PortalUnderTest
let tabs: readonly Saver[]

beforeAll(async () => {
  await build()
  portal = await openPortal()
  await portal.lookInto()
  tabs = await openTabs(portal.origin)
}, 300_000)

afterAll(() => portal?.close(), 60_000)

const acknowledged = () => tabs.reduce((sum, saver) => sum + saver.acknowledged.length, 0)
const everyTab = (more: number, since: readonly number[] = tabs.map(() => 0)) =>
  tabs.every((saver, index) => saver.acknowledged.length >= (since[index] ?? 0) + more)
const counts = () => tabs.map((saver) => saver.acknowledged.length)

/** All 200 tabs save at once, one thing after the other; `until` hears after each answer, or want of one, whether to go on. */
function saving(signal: AbortSignal, until: (saver: Saver, saved: boolean) => boolean): Promise<unknown> {
  return Promise.all(
    tabs.map(async (saver) => {
      while (!until(saver, await saver.save()) && !signal.aborted) if (saver.unknown.size > 0) await pause(100)
    }),
  )
}

test('the portal is killed during 200 concurrent saves: every acknowledged answer is there', async ({ signal }) => {
  expect(tabs).toHaveLength(200)
  const all = saving(signal, (_saver, saved) => !saved)
  await expect.poll(() => everyTab(1), { timeout: 120_000, interval: 10 }).toBe(true)
  await portal.process().end('SIGKILL')
  await all
  await portal.start()
  expect(portal.process().said()).toContain('Took over a PostgreSQL that was left running')
  await portal.lookInto()
  expect(await lost(tabs)).toEqual([])
}, 240_000)

test('the database server is killed during 200 concurrent saves: it comes back with every acknowledged answer', async ({
  signal,
}) => {
  const before = counts()
  let killed: readonly number[] | undefined
  const all = saving(signal, (saver) => {
    const since = killed?.[tabs.indexOf(saver)]
    return since !== undefined && saver.acknowledged.length > since
  })
  await expect.poll(() => everyTab(1, before), { timeout: 120_000, interval: 10 }).toBe(true)
  process.kill(await portal.databaseServer(), 'SIGKILL')
  killed = counts()
  await all
  await portal.lookInto()
  expect(await lost(tabs)).toEqual([])
  // Whose database it is, is still clear.
  const second = { DATABASE_URL: undefined, BIDRA_DATA: portal.dataFolder }
  expect(await failingPortal({ port: await freePort(), env: second })).toContain('already running')
  process.stdout.write(`Kill: ${acknowledged()} acknowledged saves by ${tabs.length} tabs, none lost\n`)
}, 240_000)

test('both are killed at once: the next start recovers', async ({ signal }) => {
  const before = counts()
  const all = saving(signal, (_saver, saved) => !saved)
  await expect.poll(() => everyTab(1, before), { timeout: 120_000, interval: 10 }).toBe(true)
  const server = await portal.databaseServer()
  process.kill(server, 'SIGKILL')
  await portal.process().end('SIGKILL')
  await all
  await portal.start()
  await portal.lookInto()
  expect(await lost(tabs)).toEqual([])
}, 240_000)

/** One sealed submission, one receipt to each address, and a document that the verify page finds genuine. */
async function expectOneSubmission(caseId: string): Promise<void> {
  await expect
    .poll(async () => (await submitted(caseId)).sealed !== null && Object.keys((await submitted(caseId)).receipts), {
      timeout: 60_000,
    })
    .toEqual(expect.arrayContaining(['ylva.angsull@botkyrka.example']))
  const { submissions, receipts, state } = await submitted(caseId)
  expect([submissions, state, new Set(Object.values(receipts))]).toEqual([1, 'submitted', new Set([1])])
  const { id } = await db().user.findFirstOrThrow({ where: { name: 'Ylva Ängsull' } })
  const ylva = await new Visitor(portal.origin).become(id)
  const { bytes } = await ylva.get(`/arenden/${caseId}/handling.pdf`)
  const files = [{ field: 'file', name: 'handling.pdf', type: 'application/pdf', bytes }]
  expect((await new Visitor(portal.origin).post('/kontrollera', {}, { files })).text).toContain('Handlingen är äkta')
}

test('the portal is killed right after it has acknowledged a submission, which was posted twice', async () => {
  const ready = await readyToSign(portal.origin, 'po-return')
  const answers = await Promise.all([ready.sign(), ready.sign()])
  await portal.process().end('SIGKILL')
  const receipt = { status: 303, location: `/arenden/${ready.caseId}/kvittens` }
  expect(answers).toEqual([expect.objectContaining(receipt), expect.objectContaining(receipt)])
  await portal.start()
  await portal.lookInto()
  await expectOneSubmission(ready.caseId)
}, 240_000)

/** Waits until the submission stands in the database: the moment that it counts from. */
async function received(caseId: string): Promise<void> {
  while ((await db().submission.count({ where: { caseId } })) === 0) await pause(1)
}

test('the portal is killed between receiving and sealing: the next start seals, and signing again changes nothing', async () => {
  const ready = await readyToSign(portal.origin, 'po-application')
  const signing = ready.sign().catch(() => undefined)
  await received(ready.caseId)
  await portal.process().end('SIGKILL')
  await signing
  await portal.start()
  await portal.lookInto()
  await ready.sign()
  await expectOneSubmission(ready.caseId)
}, 240_000)

test('the database is killed between receiving and sealing: it is sealed without a new start', async () => {
  const ready = await readyToSign(portal.origin, 'bup-return')
  const signing = ready.sign().catch(() => undefined)
  await received(ready.caseId)
  process.kill(await portal.databaseServer(), 'SIGKILL')
  await signing
  await expect.poll(() => fetch(`${portal.origin}/halsa`).then(({ ok }) => ok), { timeout: 60_000 }).toBe(true)
  await portal.lookInto()
  await expectOneSubmission(ready.caseId)
}, 240_000)
