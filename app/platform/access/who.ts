/** What a person may do in an organisation. officer, signatory, viewer, administrator: recipients; the rest: agencies. */
export const roles = ['officer', 'signatory', 'viewer', 'administrator', 'reviewer', 'programmeManager'] as const
export type Role = (typeof roles)[number]

/** The roles that mean something at a recipient, and those that mean something at an agency. */
export const recipientRoles = ['officer', 'signatory', 'viewer', 'administrator'] as const satisfies readonly Role[]
export const agencyRoles = ['reviewer', 'programmeManager', 'administrator'] as const satisfies readonly Role[]

export type OrganisationKind = 'municipality' | 'region' | 'countyBoard' | 'nationalAgency' | 'district'

/** Whether an organisation of this kind reviews cases (else it receives grants). */
export function isAgency(kind: OrganisationKind): boolean {
  return kind === 'countyBoard' || kind === 'nationalAgency'
}

export interface Membership {
  readonly organisationId: string
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
  readonly role: Role
}

/** How somebody signed in; stands in the signature's facts. */
export type SignInMethod = 'mailLink' | 'oidc' | 'demo'

/** The signed-in person, as every handler gets them. One membership per organisation and role. */
export interface Who {
  readonly user: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly language: 'sv' | 'en'
    readonly title?: string
    readonly phone?: string
    readonly operator: boolean
  }
  /** SHA-256 of the cookie's secret, hex. Not secret; names the row in the table of sessions. */
  readonly sessionId: string
  readonly method: SignInMethod
  readonly memberships: readonly Membership[]
}

/** Whether the person has any of the roles in the organisation. */
export function hasRole(who: Who, organisationId: string, ...anyOf: readonly Role[]): boolean {
  return who.memberships.some((m) => m.organisationId === organisationId && anyOf.includes(m.role))
}
