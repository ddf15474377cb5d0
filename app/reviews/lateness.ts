/** How late something is, in the largest unit that says it: «Sen 8 timmar», «Sen 1 dag». */
export interface Lateness {
  readonly unit: 'minute' | 'hour' | 'day'
  readonly count: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** Begun units are counted whole days and hours down, never to none: a minute late is late. */
export function lateness(deadline: Date, moment: Date): Lateness | undefined {
  const late = moment.getTime() - deadline.getTime()
  if (late <= 0) return undefined
  if (late >= day) return { unit: 'day', count: Math.floor(late / day) }
  if (late >= hour) return { unit: 'hour', count: Math.floor(late / hour) }
  return { unit: 'minute', count: Math.max(1, Math.floor(late / minute)) }
}
