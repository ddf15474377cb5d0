import { beforeAll, describe, expect, test } from 'vitest'
import { db } from '~/platform/db.server'
import { comparable } from './case-number'
import { agencyId, handIn, roundOf, seedPortal } from './testing/seed'
import { worklist } from './worklist.server'
import { placeInWorklist, worklistCounts, worklistPage } from './worklist.store.server'
import { everything, readFilter, sameContent, sortings, viewFilter, writeFilter } from './worklist-filter'
import type { Scope } from './worklist-sql.store.server'

const now = new Date('2020-12-14T09:00:00Z')
let scope: Scope
let national: Scope

beforeAll(async () => {
  await seedPortal(now)
  const county = await roundOf('po-return')
  const youth = await roundOf('bup-return')
  scope = { roundId: county.id, agencyIds: [await agencyId('Länsstyrelsen Stockholm')], now }
  national = { roundId: youth.id, agencyIds: [await agencyId('Socialstyrelsen')], now }
  const answers = {}
  await handIn('po-return', '0127', { answers, at: now, amount: 1_127_386, remaining: 0, caseNumber: '821-1234-2021' })
  await handIn('po-return', '0140', { answers, at: now, amount: 100, remaining: 5_000, late: true })
  await handIn('po-return', '0180', { answers, at: now, amount: 900, remaining: 70 })
})

const page = (query: string, of = scope) => worklistPage(of, readFilter(new URLSearchParams(query)))
const names = async (query: string, of = scope) => (await page(query, of)).rows.map(({ shortName }) => shortName)

describe('the list of a round', () => {
  test("holds the agency's own cases and no other agency's", async () => {
    const { rows, total } = await page('')
    expect(total).toBe(26)
    expect(new Set(rows.map(({ county }) => county))).toEqual(new Set(['Stockholms län']))
    const uppsala = { ...scope, agencyIds: [await agencyId('Länsstyrelsen Uppsala')] }
    expect((await page('', uppsala)).total).toBe(8)
    expect((await page('', { ...scope, agencyIds: [] })).total).toBe(0)
    expect((await page('', { ...scope, agencyIds: national.agencyIds })).total).toBe(0)
  })

  test('is in Swedish order, 30 a page, each case once', async () => {
    const pages = await Promise.all(Array.from({ length: 10 }, (_, index) => names(`sida=${index + 1}`, national)))
    const all = pages.flat()
    expect(all).toHaveLength(290)
    expect(new Set(all).size).toBe(290)
    expect(all[0]).toBe('Ale')
    expect(all).toEqual([...all].sort(new Intl.Collator('sv').compare))
    expect(all.at(-1)).toBe('Övertorneå')
  })

  test.each([
    ['botk', ['Botkyrka']],
    ['BOTKYRKA KOMMUN', ['Botkyrka']],
    ['212000-2882', ['Botkyrka']],
    ['0127', ['Botkyrka']],
    ['821-01234-2021', ['Botkyrka']],
    ['821–1234', ['Botkyrka']],
    ['Nykvarns', ['Nykvarn']],
    ['%', []],
    ['_', []],
    ["'; DROP TABLE", []],
  ])('search for «%s»', async (search, expected) => {
    expect(await names(new URLSearchParams({ q: search }).toString())).toEqual(expected)
  })

  test('filters', async () => {
    expect(await names('status=submitted')).toEqual(['Botkyrka', 'Nykvarn', 'Stockholm'])
    expect(await names('kvar=1&sortera=kvar&ordning=fallande')).toEqual(['Nykvarn', 'Stockholm'])
    expect(await names('sen=1')).toEqual(['Nykvarn'])
    expect((await page('inne=0')).total).toBe(23)
    expect(await names('lan=09', national)).toEqual(['Gotland'])
    const afterwards = { ...scope, now: new Date('2021-06-01T00:00:00Z') }
    expect((await page('sen=1', afterwards)).total).toBe(24)
  })

  test.each(sortings)('sorted by %s, either way, no case is lost', async (sort) => {
    for (const order of ['', '&ordning=fallande']) {
      const pages = await Promise.all(
        Array.from({ length: 10 }, (_, index) => names(`sortera=${sort}${order}&sida=${index + 1}`, national)),
      )
      expect(new Set(pages.flat()).size).toBe(290)
    }
  })

  test('a deadline of its own counts', async () => {
    const { rows } = await page('q=Salem')
    const afterwards = { ...scope, now: new Date('2021-03-01T00:00:00Z') }
    expect(await names('sen=1&q=Salem', afterwards)).toEqual(['Salem'])
    await db().case.update({
      where: { id: rows[0]?.id ?? '' },
      data: { extendedTo: new Date('2021-04-01T00:00:00Z') },
    })
    expect(await names('sen=1&q=Salem', afterwards)).toEqual([])
  })

  test('counts the whole round, whatever the filter', async () => {
    expect(await worklistCounts(scope)).toMatchObject({
      total: 26,
      handedIn: 3,
      late: 1,
      remaining: 2,
      byState: { submitted: 3, notOpened: 23 },
      counties: [{ code: '01', county: 'Stockholms län' }],
    })
    expect((await worklistCounts(national)).counties).toHaveLength(21)
  })

  test('is ready to show', async () => {
    const list = await worklist(scope, viewFilter.late, 'sv')
    expect(list.cases).toEqual([
      expect.objectContaining({ name: 'Nykvarn', county: 'Stockholm', state: 'submitted', readable: true }),
    ])
    expect(list.columns).toMatchObject({ awarded: true, remaining: true, county: false })
    expect(list.views).toContainEqual({ view: 'missing', count: 23 })
  })
})

describe('neighbours', () => {
  test('lead through the cases that can be read', async () => {
    const ids = (await page('status=submitted')).rows.map(({ id }) => id)
    expect(await placeInWorklist(scope, everything, ids[1] ?? '')).toEqual({
      place: 2,
      total: 3,
      previousId: ids[0],
      nextId: ids[2],
    })
  })

  test('go on when reading has taken the case out of its list', async () => {
    const ids = (await page('status=submitted')).rows.map(({ id }) => id)
    await db().case.update({ where: { id: ids[1] ?? '' }, data: { state: 'underReview' } })
    expect(await placeInWorklist(scope, viewFilter.toRead, ids[1] ?? '')).toMatchObject({
      previousId: ids[0],
      nextId: ids[2],
    })
  })
})

test('the database compares case numbers as the portal does', async () => {
  for (const number of ['SN 2021:00001', '3.1.1–89/2015', '16571/2020', 'Dnr  A-007', '10:0']) {
    const id = (await page('q=Botkyrka')).rows[0]?.id ?? ''
    await db().case.update({ where: { id }, data: { caseNumber: number } })
    const query = new URLSearchParams({ q: comparable(number) }).toString()
    expect(await names(query), number).toEqual(['Botkyrka'])
  }
})

test('an address keeps the whole filter, and nonsense in it means nothing', () => {
  const filter = readFilter(
    new URLSearchParams('q=a&status=submitted&sen=1&kvar=1&sortera=kvar&ordning=fallande&sida=3'),
  )
  expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter)
  expect(writeFilter(everything)).toBe('')
  expect(readFilter(new URLSearchParams('status=x&lan=1%27&sida=-1&sortera=id&inne=2'))).toEqual(everything)
  expect(sameContent(viewFilter.late, { ...viewFilter.late, page: 2, sort: 'kvar' })).toBe(true)
  expect(sameContent(viewFilter.late, everything)).toBe(false)
})
