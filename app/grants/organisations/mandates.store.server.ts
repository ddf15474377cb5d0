import { db, type Tx } from '~/platform/db.server'
import { type MandateEntry, mandateState } from './member'

/** The organisation's mandates, the ended and the revoked ones too, latest first. */
export async function findMandates(organisationId: string, now: Date): Promise<readonly MandateEntry[]> {
  const mandates = await db().mandate.findMany({
    where: { organisationId },
    include: { holder: { select: { name: true } }, grantor: { select: { name: true } } },
    orderBy: [{ validFrom: 'desc' }, { createdAt: 'desc' }],
  })
  return mandates.map(
    ({ id, holderId, holder, grantor, title, decision, role, ownWork, validFrom, validTo, revokedAt }) => ({
      id,
      holderId,
      holderName: holder.name,
      ...(grantor && { grantorName: grantor.name }),
      title,
      decision,
      ...(role && { role }),
      ownWork,
      validFrom,
      ...(validTo && { validTo }),
      ...(revokedAt && { revokedAt }),
      state: mandateState({ validFrom, validTo, revokedAt }, now),
    }),
  )
}

export interface NewMandate {
  readonly organisationId: string
  readonly holderId: string
  readonly grantorId: string
  readonly title: string
  readonly decision: string
  readonly role: string | null
  readonly ownWork: boolean
  readonly validFrom: Date
  readonly validTo: Date | null
}

/** @returns the mandate's id */
export async function insertMandate(tx: Tx, mandate: NewMandate): Promise<string> {
  const { id } = await tx.mandate.create({ data: mandate, select: { id: true } })
  return id
}

/** Takes back mandates that are not taken back yet. @returns their ids */
export async function revokeMandates(
  tx: Tx,
  which: { organisationId: string } & ({ id: string } | { holderId: string }),
  now: Date,
): Promise<readonly string[]> {
  const mandates = await tx.mandate.findMany({ where: { ...which, revokedAt: null }, select: { id: true } })
  const ids = mandates.map(({ id }) => id)
  await tx.mandate.updateMany({ where: { id: { in: ids } }, data: { revokedAt: now } })
  return ids
}
