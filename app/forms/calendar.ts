// Days as ISO texts, reckoned in UTC so that no clock is put forward in between.

const dayLength = 86_400_000

/** A day from an ISO text; undefined when it is none. */
export function dayOf(text: string): Date | undefined {
  const instant = new Date(`${text}T00:00:00Z`)
  // A day that a month does not have would become one of the next.
  return !Number.isNaN(instant.getTime()) && isoOf(instant) === text ? instant : undefined
}

export const isoOf = (day: Date): string => day.toISOString().slice(0, 10)

export const plusDays = (day: Date, days: number): Date => new Date(day.getTime() + days * dayLength)

/** The same day so many months on; the last of the month where it has no such day. */
export function plusMonths(day: Date, months: number): Date {
  const first = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day.getUTCDate(), last))
  return first
}

/** How many days later, negative when earlier. */
export const daysFrom = (from: Date, to: Date): number => Math.round((to.getTime() - from.getTime()) / dayLength)

/** Whole months from a day up to and including another: 15 January to 14 February is one. */
export function wholeMonths(from: Date, to: Date): number {
  const end = plusDays(to, 1)
  const months = (end.getUTCFullYear() - from.getUTCFullYear()) * 12 + end.getUTCMonth() - from.getUTCMonth()
  return end.getUTCDate() < from.getUTCDate() ? months - 1 : months
}

/** Months that have begun: 15 January to 15 February is two. */
export function startedMonths(from: Date, to: Date): number {
  const whole = wholeMonths(from, to)
  return plusMonths(from, whole) <= to ? whole + 1 : whole
}

/**
 * Whether something can be done on the day that must be done on a working day: no Saturday, Sunday or other public
 * holiday, nor the eves of Midsummer, Christmas and New Year (SFS 1989:253; SFS 1930:173, 2 §).
 */
export function isWorkday(day: Date): boolean {
  const weekday = day.getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(day)
}

/** The day itself, or the next one that is a working day. */
export function nextWorkday(day: Date): Date {
  return isWorkday(day) ? day : nextWorkday(plusDays(day, 1))
}

/** Month and day; the eves beside the holidays. */
const fixedHolidays = new Set(['01-01', '01-06', '05-01', '12-24', '12-25', '12-26', '12-31'])
/** Days from Easter Sunday: Good Friday, Easter Monday, Ascension. */
const movingHolidays = new Set([-2, 1, 39])

function isHoliday(day: Date): boolean {
  const year = day.getUTCFullYear()
  const date = isoOf(day).slice(5)
  if (fixedHolidays.has(date)) return true
  const fromEaster = daysFrom(easter(year), day)
  if (movingHolidays.has(fromEaster)) return true
  // Whit Monday gave way to the national day in 2005.
  if (year >= 2005 ? date === '06-06' : fromEaster === 50) return true
  // Midsummer's eve is the Friday between 19 and 25 June.
  return day.getUTCDay() === 5 && date >= '06-19' && date <= '06-25'
}

/** Easter Sunday by the Gregorian calendar (the anonymous algorithm). */
function easter(year: number): Date {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const number = h + l - 7 * m + 114
  return new Date(Date.UTC(year, Math.floor(number / 31) - 1, (number % 31) + 1))
}
