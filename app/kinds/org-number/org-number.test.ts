import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { orgNumber } from './kind'

it.each([
  '212000-2882',
  '2120002882',
  '212000 2882',
  '16212000-2882',
  '16 2120002882',
  '212000–2882',
  'SE212000288201',
])('understands %s', (typed) => expect(judged(orgNumber, {}, typed)).toBe('212000-2882'))

it('names what is wrong', () => {
  expect(judged(orgNumber, {}, '212000-2883')).toEqual({
    '': 'Kontrollera organisationsnumret. Sista siffran stämmer inte.',
  })
  expect(judged(orgNumber, {}, '212000-2883', 'en')).toEqual({
    '': 'Check the organisation number. The last digit is not right.',
  })
  expect(judged(orgNumber, {}, '212000-288')).toEqual({ '': expect.stringContaining('tio siffror') })
  expect(judged(orgNumber, {}, 'Botkyrka')).toEqual({ '': expect.stringContaining('tio siffror') })
  expect(judged(orgNumber, {}, '19121212-1212')).toEqual({ '': expect.stringContaining('tio siffror') })
  expect(judged(orgNumber, {}, '121212-1212')).toEqual({ '': expect.stringContaining('personnummer') })
})
