import { expect, it } from 'vitest'
import { contextIn, judged, questionOf, words } from '../testing/judged'
import { decimal } from './kind'

const posts = { scale: 2, unit: words('heltider') }

it.each([
  ['2.8', '2.80'],
  ['2,80', '2.80'],
  ['2', '2.00'],
  ['2,80 heltider', '2.80'],
  ['0,67', '0.67'],
])('understands %s', (typed, value) => expect(judged(decimal, posts, typed)).toBe(value))

it('is typed from a value with a comma', () => {
  expect(decimal.read('2.80', questionOf(decimal, posts))).toBe('2,80')
  expect(decimal.read('2.8', questionOf(decimal, posts))).toBe('2.8')
})

it('takes numbers of an answers file', () => expect(judged(decimal, posts, 2.8)).toBe('2.80'))

it('names both neighbours of a number with too many decimals', () => {
  expect(judged(decimal, posts, '2,855')).toEqual({ '': 'Högst två decimaler. Skriv till exempel 2,85 eller 2,86.' })
  expect(judged(decimal, posts, '2,855', 'en')).toEqual({ '': 'At most 2 decimals. Write for example 2.85 or 2.86.' })
  expect(judged(decimal, { scale: 1 }, '2,855')).toEqual({ '': 'Högst en decimal. Skriv till exempel 2,8 eller 2,9.' })
})

it('keeps to its limits', () => {
  expect(judged(decimal, { ...posts, above: 0 }, '0,00')).toEqual({
    '': 'Talet måste vara större än 0,00. Kontrollera talet.',
  })
  expect(judged(decimal, { ...posts, above: 0 }, '0,01')).toBe('0.01')
  expect(judged(decimal, posts, '-1')).toEqual({ '': 'Talet får inte vara mindre än 0,00. Kontrollera talet.' })
  expect(judged(decimal, { ...posts, max: '2.5' }, '2,51')).toEqual({ '': expect.stringContaining('större än 2,50') })
  expect(judged(decimal, posts, 'två')).toEqual({ '': 'Skriv talet med siffror, till exempel 2,80.' })
})

it('is kronor and öre with the unit «kr», also below nothing', () => {
  const ore = { scale: 2, min: -1000000, unit: words('kr') }
  const shown = (value: string) => decimal.display(questionOf(decimal, ore), value, contextIn('sv'))
  expect(judged(decimal, ore, '1 127 386,50 kr')).toBe('1127386.50')
  expect(judged(decimal, ore, '−500')).toBe('-500.00')
  expect(shown('1127386.50')).toEqual({ type: 'text', text: '1\u00a0127\u00a0386,50\u00a0kr', numeric: true })
  expect(shown('-500.00')).toMatchObject({ text: '\u2212500,00\u00a0kr' })
})

it('is a percentage with the unit «%», which may be typed', () => {
  expect(judged(decimal, { scale: 1, max: 100, unit: words('%') }, '12,5 %')).toBe('12.5')
})
