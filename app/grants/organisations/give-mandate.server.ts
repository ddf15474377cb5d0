import type { Who } from '~/platform/access/who'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { assertAdministrator } from './administrator'
import { insertMandate } from './mandates.store.server'
import { findMembers, lockOrganisation, replaceRoles } from './members.store.server'

export interface MandateDetails {
  readonly organisationId: string
  readonly holderId: string
  /** As it will stand in the documents. */
  readonly title: string
  /** The delegation decision, with its point. */
  readonly decision: string
  /** Only as this further signer of forms («controller»); null: for the organisation. */
  readonly role?: string | null
  /** Whether the holder may sign what they have filled in themselves. */
  readonly ownWork: boolean
  readonly validFrom: Date
  readonly validTo: Date | null
}

/**
 * Gives a member the right to sign for the organisation, and with it the role of signatory. An administrator may give
 * it to themselves; the log says so.
 * @throws PortalError forbidden; notFound when the holder is no member; invalid when it would end before it begins
 */
export async function giveMandate(who: Who, details: MandateDetails): Promise<string> {
  const { organisationId, holderId, validFrom, validTo } = details
  assertAdministrator(who, organisationId)
  if (validTo && validTo <= validFrom) throw new PortalError('invalid', 'endsBeforeItBegins')
  return transaction(async (tx) => {
    await lockOrganisation(tx, organisationId)
    const holder = (await findMembers(organisationId, tx)).find(({ userId }) => userId === holderId)
    if (!holder) throw new PortalError('notFound')
    await replaceRoles(tx, organisationId, holderId, [...new Set([...holder.roles, 'signatory' as const])])
    const { title, decision, role = null, ownWork } = details
    const terms = { organisationId, holderId, title, decision, role, ownWork, validFrom, validTo }
    const id = await insertMandate(tx, { ...terms, grantorId: who.user.id })
    await audit(tx, {
      actor: who.user.id,
      action: 'mandate.give',
      entity: `organisation:${organisationId}`,
      details: {
        mandate: id,
        user: holderId,
        decision,
        ...(role === null ? {} : { role }),
        ownWork,
        validFrom: validFrom.toISOString(),
        validTo: validTo?.toISOString() ?? null,
        toThemselves: holderId === who.user.id,
      },
    })
    return id
  })
}
