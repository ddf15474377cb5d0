import { expect, test } from 'vitest'
import { timeApart } from './time-apart'

const deadline = new Date('2021-01-15T22:59:59.999Z')

test.each([
  ['2021-01-15T22:59:59.000Z', { unit: 'minute', count: 1 }],
  ['2021-01-15T22:57:00.000Z', { unit: 'minute', count: 2 }],
  ['2021-01-15T09:42:07.000Z', { unit: 'hour', count: 13 }],
  ['2021-01-16T07:10:00.000Z', { unit: 'hour', count: 8 }],
  ['2021-01-18T07:10:00.000Z', { unit: 'day', count: 2 }],
])('from the last moment to %s', (at, apart) => {
  expect(timeApart(deadline, new Date(at))).toEqual(apart)
})
