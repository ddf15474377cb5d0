import type { Who } from '~/platform/access/who'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { assertAdministrator } from './administrator'
import { findOrganisation, updateContact } from './contact.store.server'
import { lockOrganisation } from './members.store.server'

/**
 * Keeps the organisation's contact and payment details; cases that are open already have their own copy. The
 * organisation number can be given only where the register has none.
 * @param details as `contactSchema` gives them; what is left out is not known any more
 * @throws PortalError forbidden; conflict when the organisation number is another organisation's
 */
export async function saveContact(
  who: Who,
  organisationId: string,
  details: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  assertAdministrator(who, organisationId)
  await transaction(async (tx) => {
    await lockOrganisation(tx, organisationId)
    const before = await findOrganisation(organisationId, tx)
    const given = new Map(Object.entries(details).filter(([, value]) => value !== undefined))
    const orgNumber = before.orgNumber ?? given.get('orgNumber')
    given.delete('orgNumber')
    const saved = await updateContact(tx, organisationId, Object.fromEntries(given), orgNumber)
    if (!saved) throw new PortalError('conflict', 'orgNumberTaken')
    const was = new Map(Object.entries(before.contact))
    const keys = new Set([...was.keys(), ...given.keys()])
    await audit(tx, {
      actor: who.user.id,
      action: 'organisation.contact',
      entity: `organisation:${organisationId}`,
      details: { changed: [...keys].filter((key) => was.get(key) !== given.get(key)) },
    })
  })
}
