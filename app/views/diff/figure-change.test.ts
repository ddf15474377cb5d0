import { expect, test } from 'vitest'
import { figureChange } from './figure-change'

test.each([
  [61, 86, '+25 (+41\u00a0%)'],
  [1_127_386, 1_082_940, '−44\u00a0446 (−4\u00a0%)'],
  ['2.80', '2.00', '−0,80 (−29\u00a0%)'],
  [0, 12, '+12'],
  [1_000, 1_001, '+1'],
  [-5, 5, '+10'],
])('%s → %s is said as %s', (before, after, said) => expect(figureChange(before, after, 'sv')).toBe(said))

test.each([
  [61, 61],
  [undefined, 3],
  [3, undefined],
  ['2.80', 3],
  ['yes', 'no'],
  [true, false],
])('%s → %s is no figure that has moved', (before, after) => expect(figureChange(before, after, 'sv')).toBeUndefined())
