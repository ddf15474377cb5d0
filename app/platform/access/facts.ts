export const caseStates = [
  'notOpened',
  'started',
  'awaitingSignature',
  'submitted',
  'underReview',
  'approved',
  'closed',
] as const
export type CaseStateName = (typeof caseStates)[number]

/** What decides who may do what with a case. */
export interface CaseFacts {
  readonly caseId: string
  readonly roundId: string
  readonly organisationId: string
  readonly agencyId: string
  readonly state: CaseStateName
  /** Whether the person has a mandate of the case's organisation that is valid now. */
  readonly mandated: boolean
}

/** What decides who may do what with a signature request. */
export interface RequestFacts {
  readonly requestId: string
  readonly caseId: string
  readonly organisationId: string
  readonly requesterId: string
  /** Everybody who is asked to sign. */
  readonly signatoryIds: readonly string[]
  /** Those of them who sign for a partner, another organisation than the case's: user and organisation. */
  readonly partners: readonly { readonly userId: string; readonly organisationId: string }[]
  readonly state: 'open' | 'signed' | 'declined' | 'voided'
}

/** Whether a text from an address can be an id at all; else the database would refuse the query. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}
