import { expect, test } from 'vitest'
import { lateness } from './lateness'

const deadline = new Date('2021-02-15T22:59:59Z')
const after = (milliseconds: number) => lateness(deadline, new Date(deadline.getTime() + milliseconds))

test.each([
  [0, undefined],
  [-1, undefined],
  [1, { unit: 'minute', count: 1 }],
  [59 * 60_000, { unit: 'minute', count: 59 }],
  [8.9 * 3_600_000, { unit: 'hour', count: 8 }],
  [24 * 3_600_000, { unit: 'day', count: 1 }],
  [49 * 3_600_000, { unit: 'day', count: 2 }],
])('%d ms after the deadline', (milliseconds, late) => {
  expect(after(milliseconds)).toEqual(late)
})
