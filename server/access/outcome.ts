import type { Answer } from '../../e2e/support/visitor'

export type Outcome = 'in' | 'sent to the sign-in' | 'as if there were nothing' | 'refused' | 'fault'

/** What an answer means for the one who asked. */
export function outcomeOf({ status, location, text }: Answer): Outcome {
  if (status >= 500) return 'fault'
  if (status === 404) return 'as if there were nothing'
  if (status === 401 || status === 403 || status === 405) return 'refused'
  // A redirect asked for by a script comes as data.
  const signIn = location?.startsWith('/logga-in?nasta') || (status === 202 && text.includes('/logga-in?nasta'))
  return signIn ? 'sent to the sign-in' : 'in'
}
