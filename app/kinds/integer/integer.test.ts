import { expect, it } from 'vitest'
import { judged, words } from '../testing/judged'
import { integer } from './kind'

it('understands a count, with or without its unit', () => {
  expect(judged(integer, {}, ' 12 ')).toBe(12)
  expect(judged(integer, { unit: words('personer') }, '12 Personer')).toBe(12)
  expect(judged(integer, {}, 12)).toBe(12)
  expect(judged(integer, {}, '1 200')).toBe(1200)
})

it('says what is wrong', () => {
  expect(judged(integer, {}, 'tolv')).toEqual({ '': 'Skriv talet med siffror, till exempel 12.' })
  expect(judged(integer, {}, '1,5')).toEqual({ '': 'Skriv ett heltal utan decimaler, till exempel 12.' })
  expect(judged(integer, {}, '-1')).toEqual({ '': 'Talet får inte vara mindre än 0. Kontrollera talet.' })
  expect(judged(integer, { max: 1000 }, '1001')).toEqual({
    '': 'Talet får inte vara större än 1\u00a0000. Kontrollera talet.',
  })
})
