import type { FormDefinition } from '~/forms/definition'
import { formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import type { SignerRow } from '~/views/signing/signing'
import { loadCase } from './case.store.server'
import { loadForm } from './form-versions.store.server'
import type { StoredRequest } from './signature.store.server'
import { roleOf, signersOf, titleAs } from './signers'

/** Who has signed a request and who is missing; empty where one signature is all that the form asks for. */
export function signerRows(
  request: StoredRequest,
  definition: FormDefinition,
  userId: string,
  language: Language,
): readonly SignerRow[] {
  const signers = signersOf(request)
  if (signers.length === 1) return []
  return signers.map(({ person, mandate, role, signedAt, partner }) => ({
    name: person.name,
    title: titleAs(mandate?.title ?? person.title ?? '', roleOf(definition, role), language, partner?.name),
    signedAt: signedAt ? formatDateTime(signedAt, language) : undefined,
    me: person.id === userId,
  }))
}

/** The same of a request alone. */
export async function signerRowsOf(request: StoredRequest, userId: string, language: Language) {
  const { formVersionId } = await loadCase(request.caseId)
  return signerRows(request, (await loadForm(formVersionId)).definition, userId, language)
}
