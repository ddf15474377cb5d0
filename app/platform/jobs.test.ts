import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { db, transaction } from './db.server'
import { enqueue, job, repeatJob, runJobs, startJobs, stopJobs } from './jobs.server'

afterEach(stopJobs)

const numbers = z.object({ n: z.number() })

test('a job comes with the transaction that causes it, or not at all', async () => {
  const done: number[] = []
  const handlers = { 'note-a': job(numbers, async ({ n }) => void done.push(n)) }
  await transaction((tx) => enqueue(tx, 'note-a', { n: 1 }))
  const failing = transaction(async (tx) => {
    await enqueue(tx, 'note-a', { n: 2 })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  await runJobs(handlers)
  expect(done).toEqual([1])
})

test('a worker picks it up at once, and again when it fails', async () => {
  const attempts: number[] = []
  await startJobs({
    'note-b': job(numbers, async ({ n }) => {
      attempts.push(n)
      if (attempts.length === 1) throw new Error('not yet')
    }),
  })
  await transaction((tx) => enqueue(tx, 'note-b', { n: 3 }))
  await expect.poll(() => attempts, { timeout: 40_000 }).toEqual([3, 3])
})

test('of two with the same key one is enough', async () => {
  const done: number[] = []
  await transaction((tx) => enqueue(tx, 'note-c', { n: 1 }, { singletonKey: 'same' }))
  await transaction((tx) => enqueue(tx, 'note-c', { n: 2 }, { singletonKey: 'same' }))
  await transaction((tx) => enqueue(tx, 'note-c', { n: 3 }, { singletonKey: 'other' }))
  await runJobs({ 'note-c': job(numbers, async ({ n }) => void done.push(n)) })
  expect(done.sort()).toEqual([1, 3])
})

test('a job that comes by itself is set up once, however many processes start', async () => {
  await Promise.all([repeatJob('note-d', '*/5 * * * *'), repeatJob('note-d', '*/5 * * * *')])
  await repeatJob('note-d', '*/5 * * * *')
  const rows = await db().$queryRaw`SELECT "cron" FROM "pgboss"."schedule" WHERE "name" = 'note-d'`
  expect(rows).toEqual([{ cron: '*/5 * * * *' }])
})
