import type { Language } from './text'

// Swedish public writing in both languages: a non-breaking space between thousands and before units, a true minus.
const space = '\u00a0'
const minus = '\u2212'
const zone = 'Europe/Stockholm'

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, space)

/** A whole number: «1 127 386», «−5». */
export function formatInteger(value: number | bigint, _language: Language): string {
  const text = String(value)
  return text.startsWith('-') ? minus + grouped(text.slice(1)) : grouped(text)
}

/** Whole kronor: «1 127 386 kr». */
export function formatKronor(value: number | bigint, language: Language): string {
  return `${formatInteger(value, language)}${space}kr`
}

/** A canonical decimal («1127.50»): «1 127,50» in Swedish, «1 127.50» in English. */
export function formatDecimal(value: string, language: Language): string {
  const [whole = '', fraction] = value.replace(/^-/, '').split('.')
  const text = grouped(whole) + (fraction === undefined ? '' : (language === 'sv' ? ',' : '.') + fraction)
  return value.startsWith('-') ? minus + text : text
}

/** A whole number of the smallest unit as a canonical decimal: 280 with scale 2 is «2.80». */
export function decimalOf(units: number | bigint, scale: number): string {
  const text = String(units)
  const digits = text.replace('-', '').padStart(scale + 1, '0')
  const split = digits.length - scale
  return `${text.startsWith('-') ? '-' : ''}${digits.slice(0, split)}${scale > 0 ? `.${digits.slice(split)}` : ''}`
}

/** How many names a sentence holds before it says how many more there are. */
const mostNames = 3

const more = { sv: (count: number) => `${count} till`, en: (count: number) => `${count} more` }

/** Names in a sentence, at most three of them: «A», «A och B», «A, B, C och 11 till». */
export function formatNames(names: readonly string[], language: Language): string {
  const over = names.length - mostNames
  const said = over > 0 ? [...names.slice(0, mostNames), more[language](over)] : names
  const before = said.slice(0, -1).join(', ')
  return [before, ...said.slice(-1)].filter((part) => part !== '').join(language === 'sv' ? ' och ' : ' and ')
}

const months = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
} as const satisfies Record<Language, readonly string[]>

const weekdays = {
  sv: 'söndag måndag tisdag onsdag torsdag fredag lördag'.split(' '),
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' '),
} as const satisfies Record<Language, readonly string[]>

/** The date of an instant in Sweden, ISO; a date stays as it is. */
export function dateInSweden(instant: string | Date): string {
  if (typeof instant === 'string' && !instant.includes('T')) return instant
  return partsInSweden(instant).date
}

/**
 * A date in words: «15 januari 2021», «15 January 2021». Takes an ISO date, or an instant, whose date in Sweden is
 * meant. With `weekday`: «fredag 15 januari 2021». A text that is no date comes back as it is.
 */
export function formatDate(date: string | Date, language: Language, { weekday = false } = {}): string {
  const iso = dateInSweden(date)
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? []
  const monthName = months[language][Number(month) - 1]
  if (year === undefined || monthName === undefined) return iso
  const words = `${Number(day)}${space}${monthName} ${Number(year)}`
  return weekday ? `${weekdays[language][new Date(`${iso}T12:00:00Z`).getUTCDay()] ?? ''} ${words}` : words
}

/** The time of an instant in Sweden: «kl. 14.03», «14:03»; with `seconds` «kl. 10.42.07». */
export function formatTime(instant: string | Date, language: Language, { seconds = false } = {}): string {
  const { hour, minute, second } = partsInSweden(instant)
  const separator = language === 'sv' ? '.' : ':'
  const time = [hour, minute, ...(seconds ? [second] : [])].join(separator)
  return language === 'sv' ? `kl.${space}${time}` : time
}

/** Date and time of an instant in Sweden: «15 januari 2021 kl. 10.42», «15 January 2021 at 10:42». */
export function formatDateTime(
  instant: string | Date,
  language: Language,
  { seconds = false, weekday = false } = {},
): string {
  const time = formatTime(instant, language, { seconds })
  return `${formatDate(partsInSweden(instant).date, language, { weekday })} ${language === 'sv' ? time : `at ${time}`}`
}

const clockParts = new Intl.DateTimeFormat('en-CA', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

function partsInSweden(instant: string | Date) {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of clockParts.formatToParts(new Date(instant))) parts[type] = value
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts
  return { date: `${year}-${month}-${day}`, hour, minute, second }
}
