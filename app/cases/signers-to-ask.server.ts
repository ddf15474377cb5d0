import type { Language, LocalText } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { checkCase } from './check.server'
import { certifyingPartners } from './partners.server'
import { type Candidate, candidates } from './request-signature.server'

/** A further signature that the form asks for, and who can be asked for it. */
export interface SignerToAsk {
  /** `signers` of the form, or a partner's. */
  readonly role: string
  /** «controller» */
  readonly label: string
  /** The partner that is signed for; absent where it is the recipient. */
  readonly partner?: string
  readonly candidates: readonly Candidate[]
}

/** Every further signature that the case's form asks for, and those of the partners that it names; none for most. */
export async function signersToAsk(caseId: string, language: Language, now: Date): Promise<readonly SignerToAsk[]> {
  const { stored, form, judgement } = await checkCase(caseId, language)
  const { signers = [], joint } = form.definition
  const words = (label: LocalText) =>
    resolveText(form, label, language, { surroundings: stored.surroundings, values: judgement.values }).toLowerCase()
  const own = signers.map(async ({ id: role, role: label }) => ({
    role,
    label: words(label),
    candidates: await candidates(caseId, stored.organisationId, now, role),
  }))
  const partners = (await certifyingPartners(form.definition, judgement.values)).map(
    async ({ role, name, organisationId }) => ({
      role,
      label: joint?.certificate ? words(joint.certificate.role) : '',
      partner: name,
      candidates: organisationId === undefined ? [] : await candidates(caseId, organisationId, now),
    }),
  )
  return Promise.all([...own, ...partners])
}
