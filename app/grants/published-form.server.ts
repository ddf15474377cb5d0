import { loadForm } from '~/cases/form-versions.store.server'
import type { CompiledForm } from '~/forms/compile'
import { versionByNumber } from './publish.store.server'

/** A form as it was published under this number, or undefined when there is no such version. */
export async function loadPublishedForm(formId: string, version: number): Promise<CompiledForm | undefined> {
  if (!Number.isInteger(version) || version < 1 || version > 2_147_483_647) return undefined
  const stored = await versionByNumber(formId, version)
  return stored ? loadForm(stored.id) : undefined
}
