import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { phone } from './kind'

it.each([
  ['08-530 610 00', '08-530 610 00'],
  ['0853061000', '0853061000'],
  ['+46 8 530 610 00', '+46 8 530 610 00'],
  ['+46 (0)8 530 610 00', '+46 (0)8 530 610 00'],
  ['tel. 08–530 610 00', '08-530 610 00'],
])('understands %s', (typed, value) => expect(judged(phone, {}, typed)).toBe(value))

it.each(['530 610', 'växeln', '08', '08-530 610 00 ankn 12'])('refuses %s', (typed) =>
  expect(judged(phone, {}, typed)).toEqual({ '': expect.stringContaining('riktnummer') }),
)
