import { dateInSweden, formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import { type CalendarDay, calendarFile } from '~/platform/calendar-file'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'

/** What stands in a calendar about a case. */
export interface DatedCase {
  readonly id: string
  readonly title: string
  readonly organisation: string
  readonly agency: string
  readonly deadline: Date
}

/** The last days of cases as an iCalendar file, each with two alarms; undefined when there are none. */
export function deadlineCalendar(cases: readonly DatedCase[], language: Language, now: Date): string | undefined {
  const [first, ...others] = cases.map((each) => toDay(each, language))
  return first && calendarFile([first, ...others], now)
}

function toDay({ id, deadline, ...facts }: DatedCase, language: Language): CalendarDay {
  const t = translator(language, 'calendar')
  const { origin } = env()
  const words = { ...facts, deadline: formatDateTime(deadline, language) }
  const url = `${origin}/arenden/${id}`
  return {
    uid: `deadline-${id}@${new URL(origin).hostname}`,
    day: dateInSweden(deadline),
    summary: t('summary', words),
    description: `${t('description', words)}\n${url}`,
    url,
    alarms: [
      { daysBefore: 7, text: t('week', words) },
      { daysBefore: 1, text: t('tomorrow', words) },
    ],
  }
}
