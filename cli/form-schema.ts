import { writeFile } from 'node:fs/promises'
import { formJsonSchema } from '../app/forms/json-schema'
import { allKinds } from '../app/kinds/registry.server'
import { type Command, flag } from './command'

export const formSchema: Command = {
  usage: '[--out <file>]',
  summary: 'The JSON Schema of the form language, for editors.',
  options: { out: { type: 'string' } },
  async run(_positionals, flags) {
    const schema = formJsonSchema(allKinds)
    const out = flag(flags, 'out')
    if (out === undefined) return { code: 0, text: JSON.stringify(schema, null, 2), json: schema }
    await writeFile(out, `${JSON.stringify(schema, null, 2)}\n`)
    return { code: 0, text: `Wrote ${out}`, json: { out } }
  },
}
