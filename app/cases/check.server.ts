import type { CompiledForm } from '~/forms/compile'
import { judge } from '~/forms/judge'
import type { Judgement } from '~/forms/judgement'
import { prefill } from '~/forms/prefill'
import type { Language } from '~/forms/text'
import { loadCase, type StoredCase } from './case.store.server'
import { formContext } from './context.server'
import { loadForm } from './form-versions.store.server'

export interface CheckedCase {
  readonly stored: StoredCase
  readonly form: CompiledForm
  readonly judgement: Judgement
}

/**
 * A case with every visible page judged from its stored answers. A case that nobody has opened yet is judged as it would
 * be when opened, so that it can be read before.
 *
 * @throws PortalError notFound
 */
export async function checkCase(caseId: string, language: Language): Promise<CheckedCase> {
  const stored = await loadCase(caseId)
  const form = await loadForm(stored.formVersionId)
  const context = formContext(language, stored.recipientCode)
  const draft = stored.state === 'notOpened' ? prefill(form, stored.surroundings, context) : stored.draft
  return { stored, form, judgement: judge(form, draft, stored.surroundings, context) }
}
