import { dayOf, isoOf, isWorkday, plusDays } from '~/forms/calendar'
import { dateInSweden } from '~/forms/format'

/** Days that somebody who is asked usually gets, and days that the officer wants left after it. */
const usual = 7
const left = 2

/** A last day to suggest for a contribution, ISO: a working day, a week ahead, before the case's own last day; tomorrow at the earliest. */
export function suggestedDay(now: Date, deadline: Date): string {
  const today = dayOf(dateInSweden(now)) ?? now
  const last = plusDays(dayOf(dateInSweden(deadline)) ?? deadline, -left)
  const tomorrow = plusDays(today, 1)
  let day = plusDays(today, usual)
  if (day > last) day = last
  while (day > tomorrow && !isWorkday(day)) day = plusDays(day, -1)
  if (day < tomorrow) day = tomorrow
  return isoOf(day)
}
