import type { CaseState } from '~/generated/prisma/enums'
import { db } from '~/platform/db.server'

export interface MyCaseRow {
  readonly id: string
  readonly state: CaseState
  readonly submittedAt: Date | null
  readonly late: boolean
  readonly editedAt: Date | null
  readonly editor: { readonly id: string; readonly name: string; readonly title: string | null } | null
  readonly lastPage: string | null
  readonly signatory: { readonly name: string; readonly title: string | null; readonly requestedAt: Date } | null
  /** How many contributions wait to be accepted. */
  readonly contributions: number
}

/** The cases of these organisations whose round has opened: the nearest deadline first. */
export async function myCaseRows(organisationIds: readonly string[], now: Date): Promise<MyCaseRow[]> {
  const rows = await db().case.findMany({
    where: { organisationId: { in: [...organisationIds] }, round: { opensAt: { lte: now } } },
    orderBy: [{ round: { deadline: 'asc' } }, { id: 'asc' }],
    take: 200,
    select: {
      id: true,
      state: true,
      submittedAt: true,
      late: true,
      editedAt: true,
      editor: { select: { id: true, name: true, title: true } },
      changes: { where: { page: { not: null } }, orderBy: { revision: 'desc' }, take: 1, select: { page: true } },
      requests: {
        where: { state: 'open' },
        take: 1,
        select: { requestedAt: true, signatory: { select: { name: true, title: true } } },
      },
      _count: { select: { contributions: { where: { state: 'handedIn' } } } },
    },
  })
  return rows.map(({ changes, requests, _count, ...row }) => ({
    ...row,
    contributions: _count.contributions,
    lastPage: changes[0]?.page ?? null,
    signatory: requests[0] ? { ...requests[0].signatory, requestedAt: requests[0].requestedAt } : null,
  }))
}
