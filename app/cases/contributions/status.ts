import type { CaseState, ContributionState } from '~/generated/prisma/enums'
import { PortalError } from '~/platform/errors'

/** How it stands: its state, or that its time is out before anything was handed in. */
export type ContributionStatus = ContributionState | 'expired'

export function statusOf({
  state,
  deadline,
  now,
}: {
  readonly state: ContributionState
  readonly deadline: Date
  readonly now: Date
}): ContributionStatus {
  const isWaitedFor = state === 'asked' || state === 'opened' || state === 'sentBack'
  return isWaitedFor && deadline <= now ? 'expired' : state
}

/** Whether an officer can still do anything with it. */
export const isClosed = (state: ContributionState): boolean => state === 'accepted' || state === 'withdrawn'

/** Whether the case still takes answers, or may again. */
export const takesAnswers = (state: CaseState): boolean => state === 'started' || state === 'awaitingSignature'

/** @throws PortalError locked (a signature is asked for), closed (submitted, or not opened yet) */
export function assertStarted(state: CaseState): void {
  if (state === 'awaitingSignature') throw new PortalError('locked')
  if (state !== 'started') throw new PortalError('closed')
}

/**
 * Whoever has the link may fill in.
 *
 * @throws PortalError closed (accepted, withdrawn, its time is out, or the case is submitted)
 */
export function assertFillable(
  { state, deadline }: { readonly state: ContributionState; readonly deadline: Date },
  caseState: CaseState,
  now: Date,
): void {
  if (isClosed(state) || state === 'asked' || deadline <= now || !takesAnswers(caseState))
    throw new PortalError('closed')
}
