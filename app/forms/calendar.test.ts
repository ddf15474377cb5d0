import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dayOf, isoOf, isWorkday, nextWorkday, plusDays, plusMonths, startedMonths, wholeMonths } from './calendar'

const day = (iso: string) => dayOf(iso) ?? new Date(Number.NaN)

it('knows what is a day', () => {
  expect(dayOf('2021-02-29')).toBeUndefined()
  expect(dayOf('2020-02-29')).toBeDefined()
  expect(dayOf('2021-1-5')).toBeUndefined()
})

it.each([
  // Good Friday, Easter Monday, Ascension, national day, Midsummer's eve, Christmas, New Year.
  '2021-04-02',
  '2021-04-05',
  '2021-05-13',
  '2022-06-06',
  '2021-06-25',
  '2024-06-21',
  '2021-12-24',
  '2020-12-31',
  '2021-01-01',
  '2021-01-06',
  '2026-05-01',
  '2004-05-31',
  '2024-03-29',
  '2025-04-21',
  '2038-04-26',
  // A Saturday, a Sunday.
  '2021-01-16',
  '2021-01-17',
])('%s is no working day', (iso) => expect(isWorkday(day(iso))).toBe(false))

it.each(['2021-01-15', '2021-04-01', '2021-06-24', '2021-04-30', '2005-05-16', '2026-12-30', '2004-06-07'])(
  '%s is a working day',
  (iso) => expect(isWorkday(day(iso))).toBe(true),
)

it('moves a deadline off weekends and holidays', () => {
  expect(isoOf(nextWorkday(day('2021-01-15')))).toBe('2021-01-15')
  expect(isoOf(nextWorkday(day('2021-01-16')))).toBe('2021-01-18')
  expect(isoOf(nextWorkday(day('2021-04-02')))).toBe('2021-04-06')
  expect(isoOf(nextWorkday(day('2022-12-24')))).toBe('2022-12-27')
})

it('counts months', () => {
  expect(wholeMonths(day('2020-01-01'), day('2020-12-31'))).toBe(12)
  expect(wholeMonths(day('2020-01-15'), day('2020-02-14'))).toBe(1)
  expect(wholeMonths(day('2020-01-15'), day('2020-02-13'))).toBe(0)
  expect(wholeMonths(day('2020-01-31'), day('2020-02-29'))).toBe(1)
  expect(startedMonths(day('2020-01-15'), day('2020-02-14'))).toBe(1)
  expect(startedMonths(day('2020-01-15'), day('2020-02-15'))).toBe(2)
  expect(startedMonths(day('2020-01-15'), day('2020-01-15'))).toBe(1)
  expect(isoOf(plusMonths(day('2021-01-31'), 1))).toBe('2021-02-28')
  expect(isoOf(plusMonths(day('2021-01-31'), -2))).toBe('2020-11-30')
})

it('never has more whole months than begun ones, nor two more', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 2_000 }), (start, length) => {
      const from = plusDays(day('1990-01-01'), start)
      const to = plusDays(from, length)
      const [whole, started] = [wholeMonths(from, to), startedMonths(from, to)]
      expect(started - whole === 0 || started - whole === 1).toBe(true)
      expect(started).toBeGreaterThan(0)
    }),
  )
})
