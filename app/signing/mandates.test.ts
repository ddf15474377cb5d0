import { expect, test } from 'vitest'
import { type MandateTerms, mandateHolds, mandateProblem } from './mandates'

const at = (text: string) => new Date(`${text}T12:00:00Z`)
const mandate: MandateTerms = {
  validFrom: at('2021-01-01'),
  validTo: at('2022-01-01'),
  revokedAt: null,
  ownWork: false,
}

test.each<[string, Partial<MandateTerms>, Date, boolean, string | undefined]>([
  ['holds in its time', {}, at('2021-06-01'), false, undefined],
  ['holds from its first moment', {}, at('2021-01-01'), false, undefined],
  ['does not hold before', {}, at('2020-12-31'), false, 'notYet'],
  ['does not hold at its end', {}, at('2022-01-01'), false, 'expired'],
  ['holds for ever without an end', { validTo: null }, at('2035-01-01'), false, undefined],
  ['does not hold once revoked', { revokedAt: at('2021-05-01') }, at('2021-06-01'), false, 'revoked'],
  ['holds until it is revoked', { revokedAt: at('2021-07-01') }, at('2021-06-01'), false, undefined],
  ['does not cover own work', {}, at('2021-06-01'), true, 'ownWork'],
  ['covers own work where it says so', { ownWork: true }, at('2021-06-01'), true, undefined],
  ['is revoked rather than expired', { revokedAt: at('2021-05-01') }, at('2022-06-01'), false, 'revoked'],
])('a mandate %s', (_, change, when, ownWork, problem) => {
  expect(mandateProblem({ ...mandate, ...change }, when, ownWork)).toBe(problem)
  expect(mandateHolds({ ...mandate, ...change }, when, ownWork)).toBe(problem === undefined)
})
