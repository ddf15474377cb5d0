import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { date } from './kind'

it.each([
  '2021-01-15',
  '2021-1-15',
  '2021–01–15',
  '20210115',
  '2021/01/15',
  '15/1 2021',
  '15/1-2021',
  '15/1/2021',
  '15.1.2021',
  '15. 1. 2021',
  '15 jan 2021',
  '15 jan. 2021',
  '15 januari 2021',
  'den 15 januari 2021',
  'fredag 15 januari 2021',
  'fredagen den 15 januari 2021',
  '15 January 2021',
  'January 15, 2021',
  'Friday 15 January 2021',
  '15\u00a0JANUARI\u00a02021',
])('understands %s', (typed) => expect(judged(date, {}, typed)).toBe('2021-01-15'))

it('says what is wrong', () => {
  expect(judged(date, {}, '31/2 2021')).toEqual({
    '': 'Datumet 31/2 2021 finns inte i kalendern. Kontrollera dag och månad.',
  })
  expect(judged(date, {}, '2021-13-01')).toEqual({ '': expect.stringContaining('finns inte i kalendern') })
  expect(judged(date, {}, '2021-02-29')).toEqual({ '': expect.stringContaining('finns inte i kalendern') })
  expect(judged(date, {}, '2020-02-29')).toBe('2020-02-29')
  for (const typed of ['15/1 21', '21-01-15', '210115']) {
    expect(judged(date, {}, typed)).toEqual({ '': 'Skriv året med fyra siffror, till exempel 2021-01-15.' })
  }
  for (const typed of ['i våras', 'januari 2021', '2021', '15/1']) {
    expect(judged(date, {}, typed)).toEqual({ '': 'Skriv datumet med år, månad och dag, till exempel 2021-01-15.' })
  }
})
