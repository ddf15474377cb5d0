/** The part of a mandate that decides whether it holds. */
export interface MandateTerms {
  readonly validFrom: Date
  readonly validTo: Date | null
  readonly revokedAt: Date | null
  /** Whether the holder may sign what they have filled in themselves. */
  readonly ownWork: boolean
}

/** Why a mandate does not hold. */
export type MandateProblem = 'notYet' | 'expired' | 'revoked' | 'ownWork'

/**
 * Rules whether a mandate holds at `at`. `ownWork` says whether the holder has changed an answer in the case; asking for
 * the signature is no work on it. Gives undefined when it holds, else the reason, the most lasting one first. The end of validity
 * is the first moment at which the mandate no longer holds.
 */
export function mandateProblem(mandate: MandateTerms, at: Date, ownWork: boolean): MandateProblem | undefined {
  if (mandate.revokedAt && mandate.revokedAt <= at) return 'revoked'
  if (mandate.validTo && mandate.validTo <= at) return 'expired'
  if (mandate.validFrom > at) return 'notYet'
  if (ownWork && !mandate.ownWork) return 'ownWork'
  return undefined
}

/** Whether a mandate holds at `at`; see {@link mandateProblem}. */
export function mandateHolds(mandate: MandateTerms, at: Date, ownWork: boolean): boolean {
  return mandateProblem(mandate, at, ownWork) === undefined
}
