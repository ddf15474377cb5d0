import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formJsonSchema } from '../app/forms/json-schema'
import { allKinds } from '../app/kinds/registry.server'

const file = fileURLToPath(new URL('../docs/form.schema.json', import.meta.url))

/** docs/form.schema.json as it should be. */
export const formSchemaText = (): string => `${JSON.stringify(formJsonSchema(allKinds), null, 2)}\n`

/** docs/form.schema.json as it is. */
export const storedFormSchema = (): string => readFileSync(file, 'utf8')

// `npx tsx scripts/form-schema.ts` writes it.
if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(file, formSchemaText())
