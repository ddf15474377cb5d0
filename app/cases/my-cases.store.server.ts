import type { CaseState } from '~/generated/prisma/enums'
import { db } from '~/platform/db.server'
import type { Remindable } from './reminder'

export interface OpenRequest extends Remindable {
  readonly requestedAt: Date
}

export interface MyCaseRow {
  readonly id: string
  readonly state: CaseState
  readonly submittedAt: Date | null
  readonly late: boolean
  readonly editedAt: Date | null
  readonly editor: { readonly id: string; readonly name: string; readonly title: string | null } | null
  readonly lastPage: string | null
  /** The open request, and whom it waits for. */
  readonly request: OpenRequest | null
  /** How many contributions wait to be accepted. */
  readonly contributions: number
}

const person = { select: { id: true, name: true } } as const

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
          id: true,
          requestedAt: true,
          remindedAt: true,
          signature: { select: { at: true } },
          signatory: person,
          further: { where: { signedAt: null }, orderBy: { place: 'asc' }, select: { signatory: person } },
        },
      },
      _count: { select: { contributions: { where: { state: 'handedIn' } } } },
    },
  })
  return rows.map(({ changes, requests, _count, ...row }) => ({
    ...row,
    contributions: _count.contributions,
    lastPage: changes[0]?.page ?? null,
    request: requests[0] ? openRequest(requests[0]) : null,
  }))
}

type Named = { readonly id: string; readonly name: string }

function openRequest({
  signature,
  signatory,
  further,
  ...request
}: Omit<OpenRequest, 'missing'> & {
  readonly signature: { readonly at: Date } | null
  readonly signatory: Named
  readonly further: readonly { readonly signatory: Named }[]
}): OpenRequest {
  return { ...request, missing: [...(signature ? [] : [signatory]), ...further.map((each) => each.signatory)] }
}
