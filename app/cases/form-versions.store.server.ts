import { type CompiledForm, compileForm } from '~/forms/compile'
import { formDefinition } from '~/forms/definition'
import { kindOf } from '~/kinds/registry.server'
import { db } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'

const byVersion = new Map<string, Promise<CompiledForm>>()
const byHash = new Map<string, CompiledForm>()

/**
 * A published form, compiled. Versions are immutable, so each is compiled once in a process.
 *
 * @throws PortalError notFound
 */
export function loadForm(formVersionId: string): Promise<CompiledForm> {
  const known = byVersion.get(formVersionId)
  if (known) return known
  const loading = compileStored(formVersionId)
  byVersion.set(formVersionId, loading)
  loading.catch(() => byVersion.delete(formVersionId))
  return loading
}

/** Keeps a form that has been compiled to be published: whatever has its hash need not be compiled again. */
export function keepCompiled(form: CompiledForm): void {
  byHash.set(form.hash, form)
}

async function compileStored(formVersionId: string): Promise<CompiledForm> {
  const row = await db().formVersion.findUnique({ where: { id: formVersionId } })
  if (!row) throw new PortalError('notFound')
  const form = byHash.get(row.hash) ?? compileForm(formDefinition.parse(row.definition), kindOf, 'stored')
  keepCompiled(form)
  return form
}
