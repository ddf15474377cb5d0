import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { plusgiro } from './kind'

it.each([
  ['90 20 03-3', '90 20 03-3'],
  ['9020033', '90 20 03-3'],
  ['PG: 902003-3', '90 20 03-3'],
  ['1-8', '1-8'],
  ['123455', '123 45-5'],
  ['12345674', '123 45 67-4'],
])('understands %s', (typed, value) => expect(judged(plusgiro, {}, typed)).toBe(value))

it('names what is wrong', () => {
  expect(judged(plusgiro, {}, '90 20 03-4')).toEqual({ '': 'Kontrollera plusgironumret. Sista siffran stämmer inte.' })
  expect(judged(plusgiro, {}, '123456789')).toEqual({ '': expect.stringContaining('två till åtta siffror') })
})
