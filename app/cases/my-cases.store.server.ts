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
  /** Whom an open request waits for; of several, the first. */
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
        select: {
          requestedAt: true,
          signature: { select: { at: true } },
          signatory: { select: { name: true, title: true } },
          further: {
            where: { signedAt: null },
            orderBy: { place: 'asc' },
            take: 1,
            select: { signatory: { select: { name: true, title: true } } },
          },
        },
      },
      _count: { select: { contributions: { where: { state: 'handedIn' } } } },
    },
  })
  return rows.map(({ changes, requests, _count, ...row }) => ({
    ...row,
    contributions: _count.contributions,
    lastPage: changes[0]?.page ?? null,
    signatory: requests[0] ? awaitedOf(requests[0]) : null,
  }))
}

type Named = { readonly name: string; readonly title: string | null }

function awaitedOf(request: {
  readonly requestedAt: Date
  readonly signature: { readonly at: Date } | null
  readonly signatory: Named
  readonly further: readonly { readonly signatory: Named }[]
}) {
  const next = request.signature ? (request.further[0]?.signatory ?? request.signatory) : request.signatory
  return { ...next, requestedAt: request.requestedAt }
}
