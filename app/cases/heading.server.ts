import { dateInSweden, decimalOf, formatDate, formatDecimal, formatKronor, formatTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { CaseState } from '~/generated/prisma/enums'
import type { CheckedCase } from './check.server'

/** How near a deadline is, in calendar days in Sweden; negative when it has passed. */
export interface Deadline {
  readonly days: number
  /** `near` from seven days before, `past` after the moment itself. */
  readonly tone: 'far' | 'near' | 'past'
  /** «15», «januari», «fredag 15 januari 2021», «kl. 23.59» */
  readonly day: string
  readonly month: string
  readonly date: string
  readonly time: string
  readonly extended: boolean
}

/** What every page of a case says at its top. */
export interface CaseHeading {
  readonly caseId: string
  readonly title: string
  readonly organisation: string
  readonly agency: string
  readonly agencyContact: {
    readonly unit?: string | undefined
    readonly name?: string | undefined
    readonly phone?: string | undefined
    readonly email?: string | undefined
  }
  readonly caseNumber: string | null
  readonly ownCaseNumber: string | null
  /** «1 127 386 kr» */
  readonly award: string | null
  /** «2,80» */
  readonly posts: string | null
  readonly kind: 'application' | 'return' | 'survey'
  readonly state: CaseState
  readonly late: boolean
  readonly deadline: Deadline
}

export function caseHeading({ stored, form }: CheckedCase, language: Language, now: Date): CaseHeading {
  const { surroundings } = stored
  const { award, agency } = surroundings
  return {
    caseId: stored.id,
    title: resolveText(form, form.definition.title, language, { surroundings }),
    organisation: stored.organisationName,
    agency: agency.name,
    agencyContact: agency.contact,
    caseNumber: stored.caseNumber ?? award.caseNumber ?? null,
    ownCaseNumber: stored.ownCaseNumber,
    award: award.kronor === undefined ? null : formatKronor(award.kronor, language),
    posts: award.posts === undefined ? null : formatDecimal(decimalOf(award.posts, 2), language),
    kind: stored.kind,
    state: stored.state,
    late: stored.late,
    deadline: deadlineView(stored.deadline, stored.extended, language, now),
  }
}

/** A deadline in words, and how near it is. */
export function deadlineView(at: Date, extended: boolean, language: Language, now: Date): Deadline {
  const days = Math.round((noon(at) - noon(now)) / 86_400_000)
  const date = formatDate(at, language)
  const [day = '', month = ''] = date.split(/[\s\u00a0]/)
  return {
    days,
    tone: now > at ? 'past' : days <= 7 ? 'near' : 'far',
    day,
    month,
    date: withoutThisYear(formatDate(at, language, { weekday: true }), now),
    time: formatTime(at, language),
    extended,
  }
}

/** «fredag 15 januari»: the year is said when it is not this one. */
function withoutThisYear(date: string, now: Date): string {
  return date.replace(new RegExp(`\\s${dateInSweden(now).slice(0, 4)}$`), '')
}

function noon(instant: Date): number {
  return Date.parse(`${dateInSweden(instant)}T12:00:00Z`)
}
