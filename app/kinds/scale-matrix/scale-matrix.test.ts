import { expect, it } from 'vitest'
import { contextIn, judged, questionOf, words } from '../testing/judged'
import { scaleMatrix } from './kind'

const options = {
  from: 1,
  to: 5,
  low: words('låg'),
  high: words('hög'),
  dontKnow: words('Vet inte'),
  rows: [
    { id: 'early', label: words('tidiga tecken') },
    { id: 'region', label: words('samverkan med regionen') },
  ],
}

it('reads a step in each row', () => {
  expect(judged(scaleMatrix, options, { early: '4', region: 'dontKnow' })).toEqual({ early: 4, region: 'dontKnow' })
})

it('names the rows at fault', () => {
  expect(judged(scaleMatrix, options, { early: '7' })).toEqual({
    early: 'Välj ett tal från 1 till 5, eller ”Vet inte”, för tidiga tecken.',
    region: 'Välj ett tal från 1 till 5, eller ”Vet inte”, för samverkan med regionen.',
  })
})

it('exports the number and whether one did not know', () => {
  const columns = scaleMatrix.columns(questionOf(scaleMatrix, options), contextIn('sv'))
  const value = { early: 4, region: 'dontKnow' } as const
  expect(columns.map(({ id, of }) => [id, of(value)])).toEqual([
    ['early', 4],
    ['early.dontKnow', false],
    ['region', null],
    ['region.dontKnow', true],
  ])
})
