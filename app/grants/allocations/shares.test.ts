import fc from 'fast-check'
import { expect, test } from 'vitest'
import { perUnitOf, sharesOf, unitsIn } from './shares'

// po-application.md: 2,80 × 402 638 = 1 127 386,40 → 1 127 386; 2 × 402 638 = 805 276.
test('an award is posts × amount per post, öre dropped for each applicant', () => {
  const applicants = ['2.80', '2.00', '0.01'].map((posts) => ({ units: unitsIn(posts) }))
  expect(sharesOf(applicants, 402_638, 2).map(({ kronor }) => kronor)).toEqual([1_127_386, 805_276, 4_026])
  expect(unitsIn(undefined)).toBe(0)
  expect(unitsIn(7)).toBe(7)
})

test('a frame is enough for everybody, and one krona more per unit would not be', () => {
  const units = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(units, fc.integer({ min: 0, max: 2_000_000_000 }), fc.constantFrom(0, 1, 2), (all, frame, scale) => {
      const sum = all.reduce((total, each) => total + each, 0)
      const per = perUnitOf(frame, sum, scale) ?? 0
      const given = sharesOf(
        all.map((each) => ({ units: each })),
        per,
        scale,
      ).reduce((total, { kronor }) => total + kronor, 0)
      expect(given).toBeLessThanOrEqual(frame)
      expect((per + 1) * sum).toBeGreaterThan(frame * 10 ** scale)
    }),
  )
  expect(perUnitOf(100, 0, 2)).toBeUndefined()
})
