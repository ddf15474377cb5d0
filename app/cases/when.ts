import { dateInSweden, formatDate, formatTime } from '~/forms/format'
import type { Language } from '~/forms/text'

/** Words of the portal. */
type Say = (key: string, values: Readonly<Record<string, string>>) => string

/** A recent instant as people say it: «i dag kl. 11.20», «i går kl. 15.02», else the date alone. Takes the words of `case`. */
export function when(at: Date, now: Date, language: Language, t: Say): string {
  const [day, today] = [dateInSweden(at), dateInSweden(now)]
  const yesterday = dateInSweden(new Date(Date.parse(`${today}T12:00:00Z`) - 86_400_000))
  if (day !== today && day !== yesterday) return formatDate(at, language)
  return t(day === today ? 'when.today' : 'when.yesterday', { time: formatTime(at, language) })
}
