import { expect, it } from 'vitest'
import { hintsOf } from './hints'
import { ask, both, formOf } from './testing/forms'

it('tells of a rule that lets odd texts pass', () => {
  const check = { at: ['code'], text: both('Odd.') }
  const form = formOf([ask('code', 'word')], {
    checks: [
      { ...check, id: 'number', holds: 'int(a.code.value()) > 0' },
      { ...check, id: 'word', holds: "a.code.value() != 'int(x)'" },
    ],
  })
  expect(hintsOf(form)).toEqual([{ place: 'checks.number.holds', message: expect.stringContaining('odd texts pass') }])
})
