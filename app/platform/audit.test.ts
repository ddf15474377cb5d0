import { afterEach, expect, test } from 'vitest'
import { audit, verifyAudit } from './audit.server'
import { db, transaction } from './db.server'
import { emptyDatabase } from './testing/empty-database'

afterEach(emptyDatabase)

const events = async (count: number) => {
  for (let n = 1; n <= count; n++) {
    await transaction((tx) =>
      audit(tx, { actor: 'somebody', action: 'case.open', entity: `case:${n}`, details: { n, å: 'ö' } }),
    )
  }
}

/** What somebody with the database's own rights can do. */
const tamper = (statement: string) =>
  transaction(async (tx) => {
    await tx.$executeRawUnsafe('ALTER TABLE "AuditEvent" DISABLE TRIGGER USER')
    await tx.$executeRawUnsafe(statement)
    await tx.$executeRawUnsafe('ALTER TABLE "AuditEvent" ENABLE TRIGGER USER')
  })

test('an untouched log verifies, an empty one too', async () => {
  expect(await verifyAudit()).toMatchObject({ events: 0, faults: [] })
  await events(5)
  expect(await verifyAudit()).toMatchObject({ events: 5, head: { seq: 5 }, faults: [] })
})

test('nothing can be rewritten, deleted or emptied', async () => {
  await events(2)
  for (const statement of [
    `UPDATE "AuditEvent" SET actor = 'somebody else'`,
    'DELETE FROM "AuditEvent"',
    'TRUNCATE "AuditEvent"',
  ]) {
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow('append-only')
  }
})

test('an edited row is found', async () => {
  await events(4)
  await tamper(`UPDATE "AuditEvent" SET details = '{"n": 7}' WHERE seq = 3`)
  expect((await verifyAudit()).faults).toEqual([{ seq: 3, fault: 'changed' }])
})

test('a deleted row is found, the first and the last too', async () => {
  await events(4)
  await tamper('DELETE FROM "AuditEvent" WHERE seq = 2')
  expect((await verifyAudit()).faults).toEqual([{ seq: 3, fault: 'missing' }])
  await emptyDatabase()
  await events(4)
  await tamper('DELETE FROM "AuditEvent" WHERE seq = 1')
  expect((await verifyAudit()).faults).toEqual([{ seq: 2, fault: 'missing' }])
  await emptyDatabase()
  await events(4)
  await tamper('DELETE FROM "AuditEvent" WHERE seq > 2')
  expect((await verifyAudit()).faults).toEqual([{ seq: 3, fault: 'end' }])
})

test('a log rewritten from one row on, head and all, is found by a head that was kept outside', async () => {
  await events(3)
  const { head } = await verifyAudit()
  await emptyDatabase()
  await events(3)
  expect((await verifyAudit()).faults).toEqual([])
  expect((await verifyAudit(head)).faults).toEqual([{ seq: 3, fault: 'witness' }])
})

test('many at once stay in line', async () => {
  await Promise.all(
    Array.from({ length: 60 }, (_, n) => transaction((tx) => audit(tx, { actor: `user ${n}`, action: 'case.read' }))),
  )
  expect(await verifyAudit()).toMatchObject({ events: 60, faults: [] })
})

test('what is rolled back has not happened', async () => {
  const failing = transaction(async (tx) => {
    await audit(tx, { actor: 'somebody', action: 'case.open' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await verifyAudit()).toMatchObject({ events: 0, faults: [] })
})
