import { Prisma } from '~/generated/prisma/client'
import type { CaseState } from '~/generated/prisma/enums'
import { db } from '~/platform/db.server'
import { handedIn, pageSize, type Sorting, type WorklistFilter } from './worklist-filter'
import { byName, inScope, isLate, matches, type Scope, source } from './worklist-sql.store.server'

export interface WorklistRow {
  readonly id: string
  readonly state: CaseState
  readonly name: string
  readonly shortName: string
  readonly county: string | null
  readonly submittedAt: Date | null
  /** The recipient's own deadline. */
  readonly deadline: Date
  readonly extended: boolean
  /** Handed in late, or not handed in although the deadline has passed. */
  readonly late: boolean
  /** Whole kronor, granted. */
  readonly awarded: number | null
  /** Whole kronor, applied for or used. */
  readonly amount: number | null
  readonly remaining: number | null
  readonly caseNumber: string | null
}

const sortColumn: Readonly<Record<Sorting, Prisma.Sql>> = {
  kommun: byName,
  lan: Prisma.sql`o.county COLLATE "sv-SE-x-icu"`,
  status: Prisma.sql`c.state`,
  inskickat: Prisma.sql`c."submittedAt"`,
  beviljat: Prisma.sql`a.kronor`,
  belopp: Prisma.sql`c.amount`,
  kvar: Prisma.sql`c.remaining`,
  dnr: Prisma.sql`c."caseNumber" COLLATE "sv-SE-x-icu"`,
}

/** Total order, so that paging and neighbours never skip or repeat a case; what is missing comes last. */
function order({ sort, descending }: WorklistFilter): Prisma.Sql {
  const direction = descending ? Prisma.sql`DESC` : Prisma.sql`ASC`
  return Prisma.sql`${sortColumn[sort]} ${direction} NULLS LAST, ${byName}, c.id`
}

/** One page of the list, and how many cases the filter lets through. */
export async function worklistPage(
  scope: Scope,
  filter: WorklistFilter,
): Promise<{ rows: WorklistRow[]; total: number }> {
  const rows = await db().$queryRaw<(WorklistRow & { total: number })[]>`
    SELECT c.id, c.state::text AS state, o.name, o."shortName", o.county, c."submittedAt",
      coalesce(c."extendedTo", r.deadline) AS deadline, c."extendedTo" IS NOT NULL AS extended,
      ${isLate(scope.now)} AS late, a.kronor AS awarded, c.amount, c.remaining, c."caseNumber",
      (count(*) OVER ())::int AS total
    FROM ${source}
    WHERE ${inScope(scope)} AND ${matches(filter, scope.now)}
    ORDER BY ${order(filter)}
    LIMIT ${pageSize} OFFSET ${(filter.page - 1) * pageSize}`
  return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

export interface WorklistCounts {
  readonly byState: Readonly<Partial<Record<CaseState, number>>>
  readonly total: number
  readonly handedIn: number
  readonly late: number
  readonly remaining: number
  /** The counties that the cases belong to, by code. */
  readonly counties: readonly { readonly code: string; readonly county: string }[]
}

/** What the whole round of these agencies holds, whatever the filter. */
export async function worklistCounts(scope: Scope): Promise<WorklistCounts> {
  const rows = await db().$queryRaw<
    { state: CaseState; code: string | null; county: string | null; count: number; late: number; remaining: number }[]
  >`
    SELECT c.state::text AS state, o."countyCode" AS code, o.county, count(*)::int AS count,
      (count(*) FILTER (WHERE ${isLate(scope.now)}))::int AS late,
      (count(*) FILTER (WHERE c.remaining > 0))::int AS remaining
    FROM ${source} WHERE ${inScope(scope)} GROUP BY 1, 2, 3 ORDER BY o.county COLLATE "sv-SE-x-icu"`
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
  const byState: Partial<Record<CaseState, number>> = {}
  const counties = new Map<string, string>()
  for (const { state, code, county, count } of rows) {
    byState[state] = (byState[state] ?? 0) + count
    if (code && county) counties.set(code, county)
  }
  return {
    byState,
    total: sum(({ count }) => count),
    handedIn: sum(({ state, count }) => (handedIn.some((each) => each === state) ? count : 0)),
    late: sum(({ late }) => late),
    remaining: sum(({ remaining }) => remaining),
    counties: [...counties].map(([code, county]) => ({ code, county })),
  }
}

/** Where a case stands among the cases of a list that can be read. */
export interface Place {
  /** From 1 */
  readonly place: number
  readonly total: number
  readonly previousId: string | null
  readonly nextId: string | null
}

/**
 * The case's neighbours in a list. The case itself counts as part of it even when it no longer is: reading a case
 * takes it out of the list of unread ones, and the way through that list must go on.
 */
export async function placeInWorklist(scope: Scope, filter: WorklistFilter, caseId: string): Promise<Place | null> {
  const rows = await db().$queryRaw<Place[]>`
    SELECT place, total, "previousId", "nextId" FROM (
      SELECT c.id, (row_number() OVER w)::int AS place, (count(*) OVER ())::int AS total,
        lag(c.id) OVER w AS "previousId", lead(c.id) OVER w AS "nextId"
      FROM ${source}
      WHERE ${inScope(scope)} AND c.state::text = ANY(${[...handedIn]}::text[])
        AND (c.id = ${caseId}::uuid OR (${matches(filter, scope.now)}))
      WINDOW w AS (ORDER BY ${order(filter)})) AS list
    WHERE id = ${caseId}::uuid`
  return rows[0] ?? null
}
