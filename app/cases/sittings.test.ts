import { expect, test } from 'vitest'
import type { Change } from './history.store.server'
import { sittings } from './sittings'

const ylva = { id: 'y', name: 'Ylva Ängsull', title: null }
const bo = { id: 'b', name: 'Bo Blåmes', title: null }
const at = (minute: number) => new Date(Date.UTC(2021, 0, 8, 10, minute))

const change = (revision: number, minute: number, before: string | null, after: string | null, by = ylva): Change => ({
  revision,
  at: at(minute),
  by,
  page: 'economy',
  entries: [{ key: 'costs', before, after }],
})

test('what one person typed in one go is one thing, from before the first to after the last', () => {
  const found = sittings([change(4, 3, '112', '1127'), change(3, 2, '1', '112'), change(2, 1, null, '1')])
  expect(found).toMatchObject([{ revision: 4, entries: [{ key: 'costs', before: null, after: '1127', revision: 2 }] }])
})

test('another person, another page or a long pause begins a new one', () => {
  expect(sittings([change(3, 2, 'a', 'b', bo), change(2, 1, null, 'a')])).toHaveLength(2)
  expect(sittings([{ ...change(3, 2, 'a', 'b'), page: 'clients' }, change(2, 1, null, 'a')])).toHaveLength(2)
  expect(sittings([change(3, 40, 'a', 'b'), change(2, 1, null, 'a')])).toHaveLength(2)
})

test('what was changed and changed back is left out', () => {
  expect(sittings([change(3, 2, 'b', 'a'), change(2, 1, 'a', 'b')])).toEqual([])
})
