const stockholm = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

/** Local date and time in Sweden, as «2021-01-15» and milliseconds of the wall clock counted as if it were UTC. */
function wallClock(moment: Date): { date: string; asUtc: number } {
  const parts = new Map(stockholm.formatToParts(moment).map(({ type, value }) => [type, value]))
  const part = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name) ?? 0)
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  return {
    date,
    asUtc: Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')),
  }
}

/** The last second of a day in Sweden («2021-01-15» → 23.59.59 there), as a moment. */
export function endOfDay(date: string): Date {
  const wanted = Date.parse(`${date}T23:59:59Z`)
  const offset = wallClock(new Date(wanted)).asUtc - wanted
  const guess = new Date(wanted - offset)
  // Near the change to or from summer time the first guess can have the other offset.
  return new Date(guess.getTime() - (wallClock(guess).asUtc - wanted))
}

/** The day in Sweden, «2021-01-15». */
export const dayOf = (moment: Date): string => wallClock(moment).date

/** Days that are free in Sweden every year, with the eves that people treat so. */
const holidays = new Set(['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'])

/** The end of the first working day at least so many days ahead; holidays that move with Easter are not looked at. */
export function deadlineAhead(now: Date, days: number): Date {
  const day = new Date(`${dayOf(now)}T12:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  const isFree = () => [0, 6].includes(day.getUTCDay()) || holidays.has(day.toISOString().slice(5, 10))
  while (isFree()) day.setUTCDate(day.getUTCDate() + 1)
  return endOfDay(day.toISOString().slice(0, 10))
}
