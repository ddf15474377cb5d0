import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { loadCase } from './case.store.server'
import { loadForm } from './form-versions.store.server'
import { type Candidate, candidates } from './request-signature.server'

/** A further signature that the form asks for, and who can be asked for it. */
export interface SignerToAsk {
  /** `signers` of the form. */
  readonly role: string
  /** «controller» */
  readonly label: string
  readonly candidates: readonly Candidate[]
}

/** Every further signature that the case's form asks for; none for most. */
export async function signersToAsk(caseId: string, language: Language, now: Date): Promise<readonly SignerToAsk[]> {
  const stored = await loadCase(caseId)
  const form = await loadForm(stored.formVersionId)
  return Promise.all(
    (form.definition.signers ?? []).map(async ({ id: role, role: label }) => ({
      role,
      label: resolveText(form, label, language, { surroundings: stored.surroundings }).toLowerCase(),
      candidates: await candidates(caseId, stored.organisationId, now, role),
    })),
  )
}
