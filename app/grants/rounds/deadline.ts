import { dayOf as calendarDay, isoOf, nextWorkday, plusDays } from '~/forms/calendar'

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

/** The end of the first working day in Sweden at least so many days ahead. */
export function deadlineAhead(now: Date, days: number): Date {
  const today = calendarDay(dayOf(now)) ?? now
  return endOfDay(isoOf(nextWorkday(plusDays(today, days))))
}
