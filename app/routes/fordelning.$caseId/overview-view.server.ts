import type { TFunction } from 'i18next'
import { formatDate, formatKronor } from '~/forms/format'
import type { DistrictRow } from '~/grants/distribution/distribution.store.server'
import type { DistributionState } from '~/grants/distribution/follow-up.server'
import type { Language } from '~/platform/i18n/languages'
import type { CaseTagState } from '~/ui/case-tag'

/** A district in the list, in words. */
export interface ListedDistrict {
  readonly caseId: string
  readonly name: string
  readonly look: CaseTagState
  readonly state: string
  /** When it was sent in. */
  readonly beneath: string
  readonly explanation: string
  readonly received: string
  readonly used: string
  readonly accrued: string
  readonly planned: string
  readonly readHref: string | null
  readonly pdfHref: string | null
}

/** Every district, and the sums of what has been reported. */
export function overviewOf(
  { city, districts }: DistributionState,
  { t, language, now }: { t: TFunction; language: Language; now: Date },
) {
  const { distribution } = city
  const reported = districts.filter(({ submittedAt }) => submittedAt !== null)
  const sum = (of: (row: DistrictRow) => number | null) =>
    formatKronor(
      reported.reduce((total, row) => total + (of(row) ?? 0), 0),
      language,
    )
  const left = districts.filter(({ submittedAt }) => submittedAt === null)
  const decided = distribution && {
    date: formatDate(distribution.decidedOn.toISOString().slice(0, 10), language),
    body: distribution.decidedBy,
    reference: distribution.reference,
  }
  return {
    city: city.name,
    year: city.year,
    award: city.award === null ? null : formatKronor(city.award, language),
    sentIn: city.submittedAt !== null,
    facts: distribution &&
      decided && [
        { key: 'distributed', value: formatKronor(distribution.kronor, language) },
        { key: 'used', value: sum(({ used }) => used) },
        { key: 'accrued', value: sum(({ accrued }) => accrued) },
        {
          key: 'left',
          value: formatKronor(
            left.reduce((total, { received }) => total + received, 0),
            language,
          ),
        },
        { key: 'decided', value: t(decided.reference ? 'fact.decidedWith' : 'fact.decidedBy', { ...decided }) },
        { key: 'deadline', value: formatDate(distribution.deadline, language) },
      ],
    reported: reported.length,
    unexplained: left.filter(({ explanation }) => explanation === null).length,
    afterwards: reported.filter(({ submittedAt }) => isAfter(submittedAt, city.submittedAt)).length,
    rows: districts.map((row) => listed(row, distribution?.districtsId ?? '', { t, language, now })),
    sums: {
      received: formatKronor(distribution?.kronor ?? 0, language),
      used: sum(({ used }) => used),
      accrued: sum(({ accrued }) => accrued),
      planned: sum(({ planned }) => planned),
    },
  }
}

const isAfter = (moment: Date | null, other: Date | null) => moment !== null && other !== null && moment > other

function listed(
  row: DistrictRow,
  roundId: string,
  { t, language, now }: { t: TFunction; language: Language; now: Date },
): ListedDistrict {
  const kronor = (value: number | null) => (value === null ? '' : formatKronor(value, language))
  const sent = row.submittedAt
  const [look, state] = stateOf(row, now)
  const href = `/granskning/${roundId}/arende/${row.caseId}`
  return {
    caseId: row.caseId,
    name: row.name,
    look,
    state: t(`state.${state}`),
    beneath: sent ? t('table.sentOn', { date: formatDate(sent, language) }) : '',
    explanation: sent ? '' : (row.explanation ?? ''),
    received: kronor(row.received),
    used: kronor(row.used),
    accrued: kronor(row.accrued),
    planned: kronor(row.planned),
    readHref: sent ? href : null,
    pdfHref: sent ? `${href}/handling.pdf` : null,
  }
}

/** How it looks, and what it is called. */
function stateOf({ state, submittedAt, late, explanation, deadline }: DistrictRow, now: Date): [CaseTagState, string] {
  if (submittedAt !== null) return late ? ['submitted', 'late'] : ['submitted', 'submitted']
  if (explanation !== null) return ['nothingToReport', 'explained']
  if (deadline < now) return ['late', 'overdue']
  return state === 'started' || state === 'awaitingSignature' ? [state, state] : ['notOpened', 'notOpened']
}
