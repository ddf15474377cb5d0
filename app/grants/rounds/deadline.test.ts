import { expect, test } from 'vitest'
import { dayOf, deadlineAhead, endOfDay } from './deadline'

test.each([
  ['2021-01-15', '2021-01-15T22:59:59.000Z'],
  ['2021-07-15', '2021-07-15T21:59:59.000Z'],
  ['2021-03-28', '2021-03-28T21:59:59.000Z'],
  ['2021-10-31', '2021-10-31T22:59:59.000Z'],
])('a Swedish day ends one second before midnight there: %s', (day, moment) => {
  expect(endOfDay(day).toISOString()).toBe(moment)
  expect(dayOf(endOfDay(day))).toBe(day)
})

test('the day is that of Sweden', () => {
  expect(dayOf(new Date('2021-01-15T22:59:59Z'))).toBe('2021-01-15')
  expect(dayOf(new Date('2021-01-15T23:00:00Z'))).toBe('2021-01-16')
})

test.each([
  ['Good Friday', '2027-02-24', '2027-03-30'],
  ['Ascension Day', '2027-04-06', '2027-05-07'],
  ["Midsummer's eve", '2027-05-26', '2027-06-28'],
  ['the national day', '2028-05-05', '2028-06-07'],
])('a deadline ahead is never %s', (_holiday, today, deadline) => {
  const days = _holiday === 'the national day' ? 32 : 30
  expect(dayOf(deadlineAhead(new Date(`${today}T12:00:00Z`), days))).toBe(deadline)
})

test('a deadline ahead is a working day', () => {
  expect(deadlineAhead(new Date('2026-11-23T12:00:00Z'), 32).toISOString()).toBe('2026-12-28T22:59:59.000Z')
  expect(deadlineAhead(new Date('2021-01-01T12:00:00Z'), 14).toISOString()).toBe('2021-01-15T22:59:59.000Z')
  expect(deadlineAhead(new Date('2021-01-02T12:00:00Z'), 14).toISOString()).toBe('2021-01-18T22:59:59.000Z')
})
