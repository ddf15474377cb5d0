import { beforeAll, expect, test } from 'vitest'
import type { Draft } from '~/forms/draft'
import { historyOfCase } from './history.server'
import { answer, type Botkyrka, filledCase, seedBotkyrka } from './testing/botkyrka'

let place: Botkyrka
let caseId = ''
let minute = 0

beforeAll(async () => {
  place = await seedBotkyrka()
  caseId = await filledCase(place, place.ylva, new Date('2020-12-14T09:00:00Z'))
})

/** What the history says of a change, each an hour after the last; undefined where it says nothing. */
async function told(before: Draft, after: Draft) {
  const at = () => new Date(Date.UTC(2020, 11, 15, minute++))
  await answer(caseId, place.ylva, before, at())
  const { rows: known } = await historyOfCase(caseId, 'sv', at())
  await answer(caseId, place.ylva, after, at())
  const { rows } = await historyOfCase(caseId, 'sv', at())
  return rows[0]?.revision === known[0]?.revision
    ? undefined
    : rows[0]?.entries.map((entry) => [entry.before, entry.after])
}

test('an amount that is another is told in kronor', async () => {
  expect(await told({ usedKronor: '700000' }, { usedKronor: '1 082 940' })).toEqual([
    ['700\u00a0000\u00a0kr', '1\u00a0082\u00a0940\u00a0kr'],
  ])
})

test('an amount that is only written otherwise is nothing to tell', async () => {
  expect(await told({ usedKronor: '700000' }, { usedKronor: '700 000' })).toBeUndefined()
})

test('a file that is replaced by another of the same name is told', async () => {
  const file = (sha256: string) => ({ name: 'Protokoll.pdf', type: 'application/pdf', size: 1_000, sha256 })
  const changed = await told({ attachments: [file('a'.repeat(64))] }, { attachments: [file('b'.repeat(64))] })
  expect(changed).toEqual([['Protokoll.pdf', 'Protokoll.pdf']])
})
