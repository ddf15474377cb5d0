import { compileForm } from '~/forms/compile'
import { kindOf } from '~/kinds/registry.server'
import { db } from '~/platform/db.server'

/** Publishes a definition as the first version of its form. @returns the id of the version */
export async function storeForm(definition: unknown): Promise<string> {
  const form = compileForm(definition, kindOf)
  const stored = JSON.parse(JSON.stringify(form.definition))
  const { id } = await db().formVersion.create({
    data: { formId: form.definition.id, version: 1, hash: form.hash, definition: stored },
  })
  return id
}
