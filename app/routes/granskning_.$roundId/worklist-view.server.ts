import type { TFunction } from 'i18next'
import { formatDate, formatInteger } from '~/forms/format'
import type { Language } from '~/forms/text'
import { shortDateTime } from '~/reviews/short-date'
import type { ListedCase, Worklist } from '~/reviews/worklist.server'
import type { Sorting } from '~/reviews/worklist-filter'

/** A row in words. An absent text is shown as a dash. */
export interface ListedRow {
  readonly id: string
  readonly name: string
  readonly county: string
  readonly state: ListedCase['state']
  readonly readable: boolean
  readonly late: boolean
  /** «Sen 1 dag» */
  readonly lateBy?: string | undefined
  readonly extended: boolean
  readonly submitted?: string | undefined
  readonly awarded?: string | undefined
  readonly amount?: string | undefined
  readonly remaining?: string | undefined
  /** Money is left: stands out. */
  readonly left: boolean
  readonly caseNumber?: string | undefined
}

export function rowView(row: ListedCase, t: TFunction, language: Language, now: Date): ListedRow {
  const number = (value: number | null) => (value === null ? undefined : formatInteger(value, language))
  const { id, name, county, state, readable, extended } = row
  return {
    id,
    name,
    county,
    state,
    readable,
    extended,
    left: (row.remaining ?? 0) > 0,
    late: row.late,
    lateBy: row.lateBy && t(`late.${row.lateBy.unit}`, { count: row.lateBy.count }),
    submitted: row.submittedAt ? shortDateTime(row.submittedAt, now, language) : undefined,
    awarded: number(row.awarded),
    amount: number(row.amount),
    remaining: number(row.remaining),
    caseNumber: row.caseNumber ?? undefined,
  }
}

/** What the list's columns are called; the amount is what was applied for, or what was used. */
export function columnWords(kind: Worklist['round']['kind'], t: TFunction): Record<Sorting, string> {
  return {
    kommun: t('list.column.kommun'),
    lan: t('list.column.lan'),
    status: t('list.column.status'),
    inskickat: t('list.column.inskickat'),
    beviljat: t('list.column.beviljat'),
    belopp: t('list.inKronor', { what: t(`amount.${kind}`) }),
    kvar: t('list.column.kvar'),
    dnr: t('list.column.dnr'),
  }
}

/** «Återrapportering · sista dag är fredag 15 januari 2021» */
export function deadlineLine({ round }: Worklist, t: TFunction, language: Language, now: Date): string {
  return t(round.deadline < now ? 'list.deadlinePast' : 'list.deadlineAhead', {
    kind: t(`kind.${round.kind}`),
    date: formatDate(round.deadline, language, { weekday: true }),
  })
}
