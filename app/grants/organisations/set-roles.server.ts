import type { Role, Who } from '~/platform/access/who'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { assertAdministrator } from './administrator'
import { revokeMandates } from './mandates.store.server'
import { findMembers, lockOrganisation, replaceRoles } from './members.store.server'

/**
 * Gives a member exactly these roles; with none they are no member any more. Who is signatory no longer loses the
 * mandates too.
 * @throws PortalError forbidden; notFound when there is no such member; conflict when no administrator would be left
 */
export async function setRoles(
  who: Who,
  change: { organisationId: string; userId: string; roles: readonly Role[]; now: Date },
): Promise<void> {
  const { organisationId, userId, roles, now } = change
  assertAdministrator(who, organisationId)
  await transaction(async (tx) => {
    await lockOrganisation(tx, organisationId)
    const members = await findMembers(organisationId, tx)
    const member = members.find((candidate) => candidate.userId === userId)
    if (!member) throw new PortalError('notFound')
    const others = members.filter((candidate) => candidate !== member)
    if (![...others.flatMap((other) => other.roles), ...roles].includes('administrator')) {
      throw new PortalError('conflict', 'lastAdministrator')
    }
    await replaceRoles(tx, organisationId, userId, roles)
    const revoked = roles.includes('signatory')
      ? []
      : await revokeMandates(tx, { organisationId, holderId: userId }, now)
    await audit(tx, {
      actor: who.user.id,
      action: roles.length === 0 ? 'member.remove' : 'member.setRoles',
      entity: `organisation:${organisationId}`,
      details: { user: userId, before: [...member.roles], after: [...roles], revokedMandates: [...revoked] },
    })
  })
}
