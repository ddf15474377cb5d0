import { expect, test } from 'vitest'
import { suggestedDay } from './suggested-day'

test.each([
  ['a week ahead', '2020-11-09T10:00:00Z', '2021-01-15T22:59:59Z', '2020-11-16'],
  ['a working day', '2020-12-19T10:00:00Z', '2021-01-15T22:59:59Z', '2020-12-23'],
  ['two days before the case’s own', '2021-01-11T10:00:00Z', '2021-01-15T22:59:59Z', '2021-01-13'],
  ['tomorrow where there is no time', '2021-01-14T10:00:00Z', '2021-01-15T22:59:59Z', '2021-01-15'],
  ['tomorrow after it', '2021-01-20T10:00:00Z', '2021-01-15T22:59:59Z', '2021-01-21'],
])('suggests %s', (_what, now, deadline, day) => expect(suggestedDay(new Date(now), new Date(deadline))).toBe(day))
