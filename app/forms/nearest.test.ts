import { expect, test } from 'vitest'
import { didYouMean, editDistance, nearest } from './nearest'

test('two neighbours changing places are one mistake, a forgotten dot half a one', () => {
  expect(editDistance('Solan', 'Solna')).toBe(1)
  expect(editDistance('Orebro', 'Örebro')).toBe(1)
  expect(editDistance('orebro', 'örebro')).toBe(0.5)
})

test.each([
  ['aplied', 'applied'],
  ['maxRow', 'maxRows'],
  ['lable', 'label'],
])('«%s» is near «%s»', (misspelt, name) => {
  expect(nearest(misspelt, ['costs', 'maxRows', 'label', 'applied'])).toBe(name)
})

test.each(['telephone', 'x', ''])('nothing is near «%s»', (misspelt) => {
  expect(nearest(misspelt, ['phone', 'y'])).toBeUndefined()
})

test('one is told what was meant, or what there is, unless that is too much', () => {
  const many = Array.from({ length: 40 }, (_, index) => `question${index}`)
  expect(didYouMean('aplied', ['applied', 'costs'])).toBe(' Did you mean «applied»?')
  expect(didYouMean('telephone', ['phone', 'email'])).toBe(' There are: phone, email.')
  expect(didYouMean('costs', many)).toBe('')
  expect(didYouMean('costs', [])).toBe('')
})
