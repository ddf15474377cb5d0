import { dateInSweden, formatTime } from '~/forms/format'
import type { Language } from '~/forms/text'

const months = {
  sv: 'jan feb mars april maj juni juli aug sep okt nov dec'.split(' '),
  en: 'Jan Feb March April May June July Aug Sep Oct Nov Dec'.split(' '),
} as const

/** A day in a dense list: «12 feb», with the year when it is not this one. */
export function shortDate(moment: Date, now: Date, language: Language): string {
  const [year = '', month = '1', day = '1'] = dateInSweden(moment).split('-')
  const words = `${Number(day)}\u00A0${months[language][Number(month) - 1] ?? ''}`
  return year === dateInSweden(now).slice(0, 4) ? words : `${words} ${year}`
}

/** A moment in a dense list: «12 feb 15.10». */
export function shortDateTime(moment: Date, now: Date, language: Language): string {
  const time = formatTime(moment, language).replace(/^\D+/, '')
  return `${shortDate(moment, now, language)} ${time}`
}
