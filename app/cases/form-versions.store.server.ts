import { type CompiledForm, compileForm } from '~/forms/compile'
import { formDefinition } from '~/forms/definition'
import { kindOf } from '~/kinds/registry.server'
import { db } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'

const compiled = new Map<string, Promise<CompiledForm>>()

/**
 * A published form, compiled. Versions are immutable, so each is compiled once in a process.
 *
 * @throws PortalError notFound
 */
export function loadForm(formVersionId: string): Promise<CompiledForm> {
  const known = compiled.get(formVersionId)
  if (known) return known
  const loading = compileStored(formVersionId)
  compiled.set(formVersionId, loading)
  loading.catch(() => compiled.delete(formVersionId))
  return loading
}

async function compileStored(formVersionId: string): Promise<CompiledForm> {
  const row = await db().formVersion.findUnique({ where: { id: formVersionId } })
  if (!row) throw new PortalError('notFound')
  return compileForm(formDefinition.parse(row.definition), kindOf)
}
