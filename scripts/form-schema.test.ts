import { expect, it } from 'vitest'
import { formSchemaText, storedFormSchema } from './form-schema'

it('docs/form.schema.json is up to date (npx tsx scripts/form-schema.ts)', () => {
  expect(storedFormSchema()).toBe(formSchemaText())
})
