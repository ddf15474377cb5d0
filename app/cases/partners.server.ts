import type { FormDefinition } from '~/forms/definition'
import type { Json } from '~/forms/json'
import { partnersIn } from './joint.server'
import { partnersByCode } from './joint.store.server'
import { partnerRole } from './signers'

/** A municipality that certifies an application which another one leads. */
export interface Partner {
  /** What its signature is called beside the others: `partnerRole` of its code. */
  readonly role: string
  /** Undefined: the portal does not know it as an organisation, so nobody can sign for it. */
  readonly organisationId: string | undefined
  readonly name: string
}

/** The partners that certify a case, in the order in which it names them; none where its form asks for no certificates. */
export async function certifyingPartners(
  { joint }: FormDefinition,
  answers: Readonly<Record<string, Json>>,
): Promise<readonly Partner[]> {
  if (!joint?.certificate) return []
  const codes = partnersIn(answers, joint.partners)
  const known = await partnersByCode(codes)
  return codes.map((code) => ({
    role: partnerRole(code),
    organisationId: known.get(code)?.id,
    name: known.get(code)?.name ?? code,
  }))
}
