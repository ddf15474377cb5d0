import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { bankgiro } from './kind'

it.each([
  ['624-1061', '624-1061'],
  ['6241061', '624-1061'],
  ['624 1061', '624-1061'],
  ['BG 624-1061', '624-1061'],
  ['bankgiro: 5050-1055', '5050-1055'],
])('understands %s', (typed, value) => expect(judged(bankgiro, {}, typed)).toBe(value))

it('names what is wrong', () => {
  expect(judged(bankgiro, {}, '624-1062')).toEqual({ '': 'Kontrollera bankgironumret. Sista siffran stämmer inte.' })
  expect(judged(bankgiro, {}, '624-106')).toEqual({ '': expect.stringContaining('sju eller åtta siffror') })
  expect(judged(bankgiro, {}, '624-1061 el. 624-1062')).toEqual({ '': expect.stringContaining('sju eller åtta') })
})
