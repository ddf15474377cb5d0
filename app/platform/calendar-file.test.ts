import { describe, expect, it } from 'vitest'
import { calendarFile } from './calendar-file'

const day = {
  uid: 'case-1@bidra.example',
  day: '2021-01-15',
  summary: 'Sista dag: Personligt ombud; återrapportering, 2020',
  description: 'Lämna in till Länsstyrelsen Stockholm.\nC:\\bidra',
  url: 'https://bidra.example/arenden/1',
  alarms: [
    { daysBefore: 7, text: 'En vecka kvar' },
    { daysBefore: 1, text: 'Sista dag i morgon' },
  ],
}
const file = calendarFile([day], new Date('2021-01-08T08:00:00.123Z'))
const unfolded = file.replaceAll('\r\n ', '').split('\r\n')

describe('a calendar file', () => {
  it('is a whole day with its own name and the time it was made', () => {
    expect(unfolded).toContain('UID:case-1@bidra.example')
    expect(unfolded).toContain('DTSTAMP:20210108T080000Z')
    expect(unfolded).toContain('DTSTART;VALUE=DATE:20210115')
  })

  it('escapes what has a meaning in calendars', () => {
    expect(unfolded).toContain('SUMMARY:Sista dag: Personligt ombud\\; återrapportering\\, 2020')
    expect(unfolded).toContain('DESCRIPTION:Lämna in till Länsstyrelsen Stockholm.\\nC:\\\\bidra')
  })

  it('reminds at nine, a week and a day before', () => {
    expect(unfolded.filter((line) => line.startsWith('TRIGGER'))).toEqual(['TRIGGER:-P6DT15H', 'TRIGGER:-P0DT15H'])
  })

  it('has lines of at most 75 octets, each ended by CRLF, no character broken', () => {
    const long = calendarFile([{ ...day, summary: 'ÅÄÖ🦉 '.repeat(60) }], new Date(0))
    expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(long.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(long.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'ÅÄÖ🦉 '.repeat(60)}`)
  })
})
