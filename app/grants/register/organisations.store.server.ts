import type { OrganisationKind } from '~/generated/prisma/enums'
import { db, type Tx } from '~/platform/db.server'

/** What the register says of an organisation. */
export interface RegisteredOrganisation {
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string
  readonly orgNumber: string | null
  readonly code: string | null
  readonly countyCode: string | null
  readonly county: string | null
}

export interface StoredOrganisation extends RegisteredOrganisation {
  readonly id: string
}

const columns = {
  id: true,
  kind: true,
  name: true,
  shortName: true,
  orgNumber: true,
  code: true,
  countyCode: true,
  county: true,
} as const

/** Every organisation, by name. */
export async function allOrganisations(tx: Tx = db()): Promise<StoredOrganisation[]> {
  return tx.organisation.findMany({ select: columns, orderBy: { name: 'asc' } })
}

/** Lets imports of the register follow one upon another. Held until the transaction ends. */
export async function lockRegister(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('bidra register'))`
}

export async function addOrganisations(tx: Tx, rows: readonly RegisteredOrganisation[]): Promise<void> {
  await tx.organisation.createMany({ data: [...rows] })
}

export async function changeOrganisation(tx: Tx, id: string, row: RegisteredOrganisation): Promise<void> {
  await tx.organisation.update({ where: { id }, data: row })
}
