import type { Language } from '~/forms/text'
import type { RoundKind } from '~/generated/prisma/enums'
import { countyName } from '~/grants/register/county'
import type { TimeApart } from '~/views/signing/signing'
import { lateness } from './lateness'
import { loadRound } from './round.server'
import { type WorklistCounts, worklistCounts, worklistPage } from './worklist.store.server'
import { pageSize, type View, views, type WorklistFilter } from './worklist-filter'
import type { Scope } from './worklist-sql.store.server'

/** A row of the reviewer's list. Money in whole kronor. */
export interface ListedCase {
  readonly id: string
  readonly name: string
  readonly county: string
  readonly state: keyof WorklistCounts['byState']
  /** Whether there is something to read. */
  readonly readable: boolean
  readonly submittedAt: Date | null
  readonly late: boolean
  /** How late; absent where the deadline has been moved past it since. */
  readonly lateBy?: TimeApart
  readonly extended: boolean
  readonly awarded: number | null
  readonly amount: number | null
  readonly remaining: number | null
  readonly caseNumber: string | null
}

export interface Worklist {
  readonly round: {
    readonly id: string
    readonly shortTitle: string
    readonly kind: RoundKind
    readonly year: number
    readonly deadline: Date
    readonly opensAt: Date
  }
  /** Which columns the form has something for. */
  readonly columns: {
    readonly awarded: boolean
    readonly amount: boolean
    readonly remaining: boolean
    readonly county: boolean
  }
  readonly cases: readonly ListedCase[]
  /** How many cases the filter lets through, and how many pages they make. */
  readonly total: number
  readonly pages: number
  readonly counts: WorklistCounts
  readonly views: readonly { readonly view: View; readonly count: number }[]
}

/**
 * One page of a round's cases, for the agencies whose desks they belong to, and what the whole round holds.
 *
 * @throws PortalError notFound
 */
export async function worklist(scope: Scope, filter: WorklistFilter, language: Language): Promise<Worklist> {
  const [round, found, counts] = await Promise.all([
    loadRound(scope.roundId, language),
    worklistPage(scope, filter),
    worklistCounts(scope),
  ])
  const { form, id, shortTitle, kind, year, deadline, opensAt } = round
  const { figures } = form.definition
  return {
    round: { id, shortTitle, kind, year, deadline, opensAt },
    columns: {
      awarded: kind !== 'application',
      amount: figures.amount !== undefined,
      remaining: figures.remaining !== undefined,
      county: counts.counties.length > 1,
    },
    cases: found.rows.map((row): ListedCase => {
      const lateBy = row.late ? lateness(row.deadline, row.submittedAt ?? scope.now) : undefined
      return {
        id: row.id,
        name: row.shortName,
        county: row.county ? countyName(row.county) : '',
        state: row.state,
        readable: row.submittedAt !== null,
        submittedAt: row.submittedAt,
        late: row.late,
        ...(lateBy ? { lateBy } : {}),
        extended: row.extended,
        awarded: row.awarded,
        amount: row.amount,
        remaining: row.remaining,
        caseNumber: row.caseNumber,
      }
    }),
    total: found.total,
    pages: Math.max(1, Math.ceil(found.total / pageSize)),
    counts,
    views: views
      .filter((view) => view !== 'remaining' || figures.remaining !== undefined)
      .map((view) => ({ view, count: countOf(view, counts) })),
  }
}

function countOf(view: View, counts: WorklistCounts): number {
  switch (view) {
    case 'all':
      return counts.total
    case 'toRead':
      return counts.byState.submitted ?? 0
    case 'underReview':
      return counts.byState.underReview ?? 0
    case 'missing':
      return counts.total - counts.handedIn
    case 'late':
      return counts.late
    case 'remaining':
      return counts.remaining
  }
}
