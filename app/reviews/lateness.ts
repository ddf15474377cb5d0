import { timeApart } from '~/cases/time-apart'
import type { TimeApart } from '~/views/signing/signing'

/** How late something is, in the largest unit that says it: «Sen 8 timmar», «Sen 1 dag». Undefined when it is not. */
export function lateness(deadline: Date, moment: Date): TimeApart | undefined {
  return moment > deadline ? timeApart(deadline, moment) : undefined
}
