import { afterAll, expect, test, vi } from 'vitest'
import { db, transaction } from './db.server'

const warned = vi.spyOn(process, 'emitWarning')
afterAll(() => warned.mockRestore())

test('a row with several relations is read in a transaction without crowding its one connection', async () => {
  const person = await db().user.create({ data: { name: 'Ylva Ängsull', email: 'ylva@botkyrka.example' } })
  const found = await transaction((tx) =>
    tx.user.findUniqueOrThrow({
      where: { id: person.id },
      include: { memberships: true, mandates: true, sessions: true, identities: true },
    }),
  )
  expect(found).toMatchObject({ name: 'Ylva Ängsull', memberships: [], mandates: [] })
  expect(warned.mock.calls.map(([what]) => String(what))).toEqual([])
})

test('a statement that fails in a transaction leaves nothing of it, and the next transaction works', async () => {
  const make = (email: string) =>
    transaction(async (tx) => {
      await tx.user.create({ data: { name: 'Kim Korallrot', email } })
      return tx.user.create({ data: { name: 'Bo Blåmes', email } })
    })
  await expect(make('twice@botkyrka.example')).rejects.toThrow()
  expect(await db().user.count({ where: { email: 'twice@botkyrka.example' } })).toBe(0)
  await transaction((tx) => tx.user.create({ data: { name: 'Bo Blåmes', email: 'bo@botkyrka.example' } }))
})
