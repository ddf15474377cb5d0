import type { Who } from '~/platform/access/who'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { assertAdministrator } from './administrator'
import { revokeMandates } from './mandates.store.server'

/**
 * Takes a mandate back, from now on: what has been signed stays signed. Twice is the same as once.
 * @throws PortalError forbidden
 */
export async function revokeMandate(
  who: Who,
  { organisationId, mandateId, now }: { organisationId: string; mandateId: string; now: Date },
): Promise<void> {
  assertAdministrator(who, organisationId)
  await transaction(async (tx) => {
    const revoked = await revokeMandates(tx, { organisationId, id: mandateId }, now)
    if (revoked.length === 0) return
    await audit(tx, {
      actor: who.user.id,
      action: 'mandate.revoke',
      entity: `organisation:${organisationId}`,
      details: { mandate: mandateId },
    })
  })
}
