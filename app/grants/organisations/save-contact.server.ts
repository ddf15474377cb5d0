import type { ContactDetails } from '~/forms/surroundings'
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
 * @throws PortalError forbidden; conflict when the organisation number is another organisation's
 */
export async function saveContact(
  who: Who,
  organisationId: string,
  details: ContactDetails & { readonly orgNumber?: string },
): Promise<void> {
  assertAdministrator(who, organisationId)
  await transaction(async (tx) => {
    await lockOrganisation(tx, organisationId)
    const before = await findOrganisation(organisationId, tx)
    const { orgNumber = before.orgNumber, ...contact } = details
    const saved = await updateContact(tx, organisationId, { ...contact, orgNumber: before.orgNumber ?? orgNumber })
    if (!saved) throw new PortalError('conflict', 'orgNumberTaken')
    const keys = new Set([...Object.keys(before.contact), ...Object.keys(contact)])
    const was = new Map(Object.entries(before.contact))
    const is = new Map(Object.entries(contact))
    await audit(tx, {
      actor: who.user.id,
      action: 'organisation.contact',
      entity: `organisation:${organisationId}`,
      details: { changed: [...keys].filter((key) => was.get(key) !== is.get(key)) },
    })
  })
}
