import { beforeAll, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { importRegister } from './import-register.server'

beforeAll(async () => {
  await importRegister()
})

test('brings in 290 municipalities, 21 county boards, the national board and SKR', async () => {
  const count = (kind: 'municipality' | 'countyBoard' | 'nationalAgency') =>
    db().organisation.count({ where: { kind } })
  expect(await count('municipality')).toBe(290)
  expect(await count('countyBoard')).toBe(21)
  expect(await count('nationalAgency')).toBe(2)
  const boards = await db().organisation.findMany({ where: { kind: 'countyBoard' }, select: { name: true } })
  expect(boards.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'Länsstyrelsen Stockholm',
      'Länsstyrelsen Västra Götaland',
      'Länsstyrelsen Örebro',
      'Länsstyrelsen Skåne',
      'Länsstyrelsen Dalarna',
    ]),
  )
})

test('again, it changes nothing', async () => {
  expect(await importRegister()).toEqual({ added: 0, changed: 0 })
})

test('corrects what differs and keeps what only the portal knows', async () => {
  const contact = { email: 'kommunen@heby.example' }
  await db().organisation.update({
    where: { code: '0331' },
    data: { name: 'Heby', orgNumber: '212000-9999', contact },
  })
  expect(await importRegister()).toEqual({ added: 0, changed: 1 })
  expect(await db().organisation.findUnique({ where: { code: '0331' } })).toMatchObject({
    name: 'Heby kommun',
    orgNumber: '212000-9999',
    contact,
  })
})
