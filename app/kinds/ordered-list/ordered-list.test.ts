import { expect, it } from 'vitest'
import { judged, words } from '../testing/judged'
import { orderedList } from './kind'

const options = { itemLabel: words('Prioritet'), max: 2 }

it('reads fields, lists and lines, without the empty ones', () => {
  expect(judged(orderedList, options, { 0: 'unga', 1: '', 2: ' personer med barn ' })).toEqual([
    'unga',
    'personer med barn',
  ])
  expect(judged(orderedList, options, ['unga'])).toEqual(['unga'])
  expect(judged(orderedList, options, 'unga\r\npersoner med barn')).toEqual(['unga', 'personer med barn'])
})

it('says what is wrong, at its row', () => {
  expect(judged(orderedList, options, ['unga', 'Unga'])).toEqual({ 1: '”Unga” står två gånger. Ta bort det ena.' })
  expect(judged(orderedList, options, ['a', 'b', 'c'])).toEqual({ 2: expect.stringContaining('Högst 2 rader') })
  expect(judged(orderedList, options, ['a', '😀'])).toEqual({ 1: expect.stringContaining('U+1F600') })
})
