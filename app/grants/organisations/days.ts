import { endOfDay } from '~/grants/rounds/deadline'

/** The first moment of a day in Sweden («2021-01-15»): a second after the last one of the day before. */
export function startOfDay(day: string): Date {
  const before = new Date(`${day}T12:00:00Z`)
  before.setUTCDate(before.getUTCDate() - 1)
  return new Date(endOfDay(before.toISOString().slice(0, 10)).getTime() + 1000)
}
