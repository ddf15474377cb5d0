import { db } from '~/platform/db.server'

/** A case of a round, with what was handed in last. */
export interface HandedInCase {
  readonly name: string
  readonly shortName: string
  readonly code: string | null
  readonly orgNumber: string | null
  /** CaseRecord as canonical text; null when nothing has been handed in. */
  readonly record: string | null
}

/** An agency's cases of a round, by name. */
export async function handedInCases(roundId: string, agencyId: string): Promise<readonly HandedInCase[]> {
  const rows = await db().case.findMany({
    where: { roundId, agencyId },
    orderBy: { organisation: { shortName: 'asc' } },
    select: {
      organisation: { select: { name: true, shortName: true, code: true, orgNumber: true } },
      submissions: { orderBy: { version: 'desc' }, take: 1, select: { request: { select: { record: true } } } },
    },
  })
  return rows.map(({ organisation, submissions }) => ({
    ...organisation,
    record: submissions[0]?.request.record ?? null,
  }))
}
