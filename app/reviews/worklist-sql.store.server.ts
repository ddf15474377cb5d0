import { Prisma } from '~/generated/prisma/client'
import { comparable } from './case-number'
import type { WorklistFilter } from './worklist-filter'

/** Whose cases of which round, and when «late» is judged. */
export interface Scope {
  readonly roundId: string
  readonly agencyIds: readonly string[]
  readonly now: Date
}

/** Handed in late, or not handed in although the deadline has passed. */
export const isLate = (now: Date) => Prisma.sql`
  (CASE WHEN c."submittedAt" IS NULL THEN coalesce(c."extendedTo", r.deadline) < ${now} ELSE c.late END)`

const uuids = (ids: readonly string[]) => Prisma.sql`${[...ids]}::uuid[]`

export const inScope = ({ roundId, agencyIds }: Scope) =>
  Prisma.sql`c."roundId" = ${roundId}::uuid AND c."agencyId" = ANY(${uuids(agencyIds)})`

/** A case `c` with its round `r`, recipient `o` and award `a`. */
export const source = Prisma.sql`
  "Case" c
  JOIN "Round" r ON r.id = c."roundId"
  JOIN "Organisation" o ON o.id = c."organisationId"
  LEFT JOIN "Award" a ON a."roundId" = c."roundId" AND a."organisationId" = c."organisationId"`

/** «50%_» → «50\%\_»: what a person types is text, never a pattern. */
const literal = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** As `comparable` in case-number.ts does it; the test of the list holds them together. */
export const comparableColumn = (column: Prisma.Sql) => Prisma.sql`
  regexp_replace(regexp_replace(regexp_replace(lower(${column}), '[‐-―−]', '-', 'g'), '\\s+', '', 'g'),
    '(^|[^0-9])0+(?=[0-9])', '\\1', 'g')`

/** What the filter asks for; `true` when nothing. */
export function matches(filter: WorklistFilter, now: Date): Prisma.Sql {
  const conditions = [Prisma.sql`true`]
  if (filter.search) {
    const words = `%${literal(filter.search)}%`
    const number = `%${literal(comparable(filter.search))}%`
    conditions.push(Prisma.sql`(o.name ILIKE ${words} OR o."shortName" ILIKE ${words} OR o."orgNumber" ILIKE ${words}
      OR o.code = ${filter.search}
      OR ${comparableColumn(Prisma.sql`c."caseNumber"`)} LIKE ${number}
      OR ${comparableColumn(Prisma.sql`c."ownCaseNumber"`)} LIKE ${number})`)
  }
  if (filter.state) conditions.push(Prisma.sql`c.state = ${filter.state}::"CaseState"`)
  if (filter.handedIn !== undefined) {
    conditions.push(filter.handedIn ? Prisma.sql`c."submittedAt" IS NOT NULL` : Prisma.sql`c."submittedAt" IS NULL`)
  }
  if (filter.countyCode) conditions.push(Prisma.sql`o."countyCode" = ${filter.countyCode}`)
  if (filter.late) conditions.push(isLate(now))
  if (filter.remaining) conditions.push(Prisma.sql`c.remaining > 0`)
  return Prisma.join(conditions, ' AND ')
}

/** Å, Ä and Ö after Z, whatever the database's own order. */
export const byName = Prisma.sql`o."shortName" COLLATE "sv-SE-x-icu"`
