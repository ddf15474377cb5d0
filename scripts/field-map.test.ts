import { expect, it } from 'vitest'
import { fieldMapProblems, fieldMapText, storedFieldMap } from './field-map'

it('every line of a paper form has its question, and every question its line', () => {
  expect(fieldMapProblems()).toEqual([])
})

it('docs/field-map.md is up to date (npx tsx scripts/field-map.ts)', () => {
  expect(storedFieldMap()).toBe(fieldMapText())
})
