import { expect, test } from 'vitest'
import { sameCaseNumber, tidy } from './case-number'

test.each([
  ['SN 2021:1', 'SN 2021:00001'],
  ['SN2021:1', 'sn 2021:1'],
  ['16571/2020', ' 16571 / 2020 '],
  ['3.1.1–89/2015', '3.1.1-89/2015'],
  ['821-01234-2021', '821-1234-2021'],
])('%s and %s are one number', (a, b) => {
  expect(sameCaseNumber(a, b)).toBe(true)
})

test.each([
  ['SN 2021:1', 'SN 2021:10'],
  ['16571/2020', '16571/2021'],
  ['821-1234-2021', '821-12340-2021'],
  ['10:0', '1:0'],
])('%s and %s are two', (a, b) => {
  expect(sameCaseNumber(a, b)).toBe(false)
})

test('stored as typed, spaces tidied', () => {
  expect(tidy('  821-1234-2021\u00A0 ')).toBe('821-1234-2021')
  expect(tidy('SN  2021:00001')).toBe('SN 2021:00001')
})
