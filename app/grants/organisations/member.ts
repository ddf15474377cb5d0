import { agencyRoles, isAgency, type OrganisationKind, type Role, recipientRoles } from '~/platform/access/who'

/** Somebody with at least one role in the organisation. */
export interface Member {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly title?: string
  readonly roles: readonly Role[]
}

/** A right to sign that stands, or has stood. */
export interface MandateEntry {
  readonly id: string
  readonly holderId: string
  readonly holderName: string
  readonly grantorName?: string
  /** As it stands in the document. */
  readonly title: string
  readonly decision: string
  /** Only as this further signer; absent: for the organisation. */
  readonly role?: string
  readonly ownWork: boolean
  readonly validFrom: Date
  readonly validTo?: Date
  readonly revokedAt?: Date
  readonly state: MandateState
}

export type MandateState = 'valid' | 'coming' | 'ended' | 'revoked'

/** What a mandate is worth at a moment. */
export function mandateState(
  { validFrom, validTo, revokedAt }: { validFrom: Date; validTo?: Date | null; revokedAt?: Date | null },
  now: Date,
): MandateState {
  if (revokedAt) return 'revoked'
  if (validFrom > now) return 'coming'
  return validTo && validTo <= now ? 'ended' : 'valid'
}

/** The roles that somebody can have in an organisation of this kind. */
export function rolesIn(kind: OrganisationKind): readonly Role[] {
  return isAgency(kind) ? agencyRoles : recipientRoles
}
