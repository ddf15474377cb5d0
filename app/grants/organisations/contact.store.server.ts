import { z } from 'zod'
import type { ContactDetails } from '~/forms/surroundings'
import { db, type Tx } from '~/platform/db.server'

/** What the organisation keeps once, with what the register says. */
export interface OrganisationDetails {
  readonly id: string
  readonly name: string
  readonly orgNumber?: string
  readonly contact: ContactDetails
}

/** Read as it was written: by `readContact`, or by the demonstration. */
const stored = z.record(z.string(), z.string())

/** The organisation, which exists: the rule of the route has found it. */
export async function findOrganisation(id: string, tx: Tx = db()): Promise<OrganisationDetails> {
  const { name, orgNumber, contact } = await tx.organisation.findUniqueOrThrow({ where: { id } })
  return { id, name, ...(orgNumber && { orgNumber }), contact: stored.parse(contact) }
}

/** @returns false when the organisation number is another organisation's */
export async function updateContact(
  tx: Tx,
  id: string,
  contact: ContactDetails,
  orgNumber: string | undefined,
): Promise<boolean> {
  if (orgNumber && (await tx.organisation.count({ where: { orgNumber, id: { not: id } } })) > 0) return false
  await tx.organisation.update({ where: { id }, data: { contact: { ...contact }, ...(orgNumber && { orgNumber }) } })
  return true
}
