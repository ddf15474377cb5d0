import type { Language } from '~/forms/text'
import { accepted, type Reading, refused } from './reading'

/** What a text in a field for a date is. */
type WrittenDate =
  | { readonly type: 'date'; readonly iso: string }
  /** A date, but the year has two digits, which may mean two centuries. */
  | { readonly type: 'shortYear' }
  /** Year, month and day, but not in the calendar. */
  | { readonly type: 'noSuchDay' }
  | { readonly type: 'noDate' }

const months =
  'jan januari january|feb februari february|mar mars march|apr april|maj may|jun juni june|jul juli july|aug augusti august|sep sept september|okt oktober oct october|nov november|dec december'
    .split('|')
    .map((names) => names.split(' '))

const monthNumber = (name: string) => months.findIndex((names) => names.includes(name.replace(/\.$/, ''))) + 1

// Day before month wherever the year does not come first, as on Swedish paper.
const forms: readonly RegExp[] = [
  /^(?<year>\d{2,4})[-/. ](?<month>\d{1,2})[-/. ](?<day>\d{1,2})$/,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<year>\d{2})(?<month>\d{2})(?<day>\d{2})$/,
  /^(?<day>\d{1,2}) ?[/.-] ?(?<month>\d{1,2})[ ,/.-]+(?<year>\d{4}|\d{2})$/,
  /^(?:den )?(?<day>\d{1,2})(?:[.:]?[ae]|st|nd|rd|th|\.)? ?(?<name>\p{L}+\.?),? ?(?<year>\d{4}|\d{2})$/u,
  /^(?<name>\p{L}+\.?) (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4}|\d{2})$/u,
]

const weekday = /^(?:mån|tis|ons|tors|fre|lör|sön|mon|tues|wednes|thurs|fri|satur|sun)(?:dag|day|dagen)?[,.]? (?:den )?/

/**
 * Reads a date the way people write it: «2021-01-15», «2021-1-15», «15/1 2021», «15 jan 2021», «fredag den 15 januari
 * 2021», «15.1.2021», «20210115».
 */
function readDate(typed: string): WrittenDate {
  const text = typed
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u00a0\u2000-\u200b\u202f]+/g, ' ')
    .trim()
    .toLocaleLowerCase('sv')
    .replace(weekday, '')
  for (const form of forms) {
    const found = form.exec(text)?.groups
    if (!found) continue
    const { year = '', month, day = '', name = '' } = found
    if (year.length === 3) continue
    const monthOfYear = month === undefined ? monthNumber(name) : Number(month)
    if (month === undefined && monthOfYear === 0) continue
    if (year.length === 2) return { type: 'shortYear' }
    const iso = `${year}-${String(monthOfYear).padStart(2, '0')}-${day.padStart(2, '0')}`
    return isDay(iso) ? { type: 'date', iso } : { type: 'noSuchDay' }
  }
  return { type: 'noDate' }
}

/** Whether an ISO date is in the calendar, in a year that a form may mean. */
function isDay(iso: string): boolean {
  const instant = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(instant.getTime()) || !instant.toISOString().startsWith(iso)) return false
  return iso >= '1900-01-01' && iso <= '2199-12-31'
}

const texts = {
  sv: {
    shape: 'Skriv datumet med år, månad och dag, till exempel 2021-01-15.',
    year: 'Skriv året med fyra siffror, till exempel 2021-01-15.',
    noSuchDay: (typed: string) => `Datumet ${typed} finns inte i kalendern. Kontrollera dag och månad.`,
  },
  en: {
    shape: 'Write the date with year, month and day, for example 2021-01-15.',
    year: 'Write the year with four digits, for example 2021-01-15.',
    noSuchDay: (typed: string) => `There is no ${typed} in the calendar. Check day and month.`,
  },
}

/** The ISO date of what is typed, or what is wrong with it. */
export function readDay(typed: string, language: Language, ...path: string[]): Reading<string> {
  const says = texts[language]
  const read = readDate(typed)
  if (read.type === 'noDate') return refused(says.shape, ...path)
  if (read.type === 'shortYear') return refused(says.year, ...path)
  if (read.type === 'noSuchDay') return refused(says.noSuchDay(typed.trim()), ...path)
  return accepted(read.iso)
}
