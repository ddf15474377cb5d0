/** A whole day in a calendar. */
export interface CalendarDay {
  /** The same every time the same thing is exported: it then replaces what it was. */
  readonly uid: string
  /** ISO: «2021-01-15» */
  readonly day: string
  readonly summary: string
  readonly description: string
  /** Where it is about. */
  readonly url: string
  /** Whole days before at nine in the morning, and what is then said. */
  readonly alarms: readonly { readonly daysBefore: number; readonly text: string }[]
}

/**
 * Whole days as an iCalendar file (RFC 5545), for any calendar program to take in. They take up no time: who has a deadline
 * is not busy that day.
 *
 * @param stamp when it is made; a later one replaces an earlier one
 */
export function calendarFile(days: readonly [CalendarDay, ...CalendarDay[]], stamp: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bidra//Bidra//SV',
    'METHOD:PUBLISH',
    ...days.flatMap((each) => eventLines(each, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, day, summary, description, url, alarms }: CalendarDay, stamp: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    ...alarms.flatMap(({ daysBefore, text }) => [
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      // The day begins at midnight: nine in the morning is fifteen hours before the end of a day.
      `TRIGGER:-P${daysBefore - 1}DT15H`,
      `DESCRIPTION:${escaped(text)}`,
      'END:VALARM',
    ]),
    'END:VEVENT',
  ]
}

/** TEXT (RFC 5545, 3.3.11). */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

const octets = new TextEncoder()

/** Lines of at most 75 octets (RFC 5545, 3.1), never broken inside a character. */
function folded(line: string): string {
  let [out, width] = ['', 0]
  for (const character of line) {
    const size = octets.encode(character).length
    if (width + size > 75) {
      out += '\r\n '
      width = 1
    }
    out += character
    width += size
  }
  return out
}
