import type { TimeApart } from '~/views/signing/signing'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** How far two moments are apart, in days, else hours, else minutes: counted down, but never to none. */
export function timeApart(one: Date, other: Date): TimeApart {
  const apart = Math.abs(one.getTime() - other.getTime())
  if (apart >= day) return { unit: 'day', count: Math.floor(apart / day) }
  if (apart >= hour) return { unit: 'hour', count: Math.floor(apart / hour) }
  return { unit: 'minute', count: Math.max(1, Math.floor(apart / minute)) }
}
