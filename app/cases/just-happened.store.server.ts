import { db } from '~/platform/db.server'

/** Something that was done in a case, and by whom. `page` is the id of the page for answers. */
export interface Happening {
  readonly what: 'answered' | 'asked' | 'declined' | 'signed'
  readonly caseId: string
  readonly at: Date
  readonly by: { readonly id: string; readonly name: string }
  readonly page: string | null
  /** Who is to sign, for `asked`. */
  readonly signatory: string | null
}

const person = { select: { id: true, name: true } } as const

/** The latest happenings of these cases after `since`, newest first: of answers the last save of each person and page. */
export async function latestHappenings(
  caseIds: readonly string[],
  since: Date,
  most: number,
): Promise<readonly Happening[]> {
  const ofCases = { caseId: { in: [...caseIds] } }
  const [saves, requests] = await Promise.all([
    db().answerChange.findMany({
      where: { ...ofCases, page: { not: null }, at: { gt: since } },
      distinct: ['caseId', 'userId', 'page'],
      orderBy: { at: 'desc' },
      take: most,
      select: { caseId: true, at: true, page: true, user: person },
    }),
    db().signatureRequest.findMany({
      where: { ...ofCases, OR: [{ requestedAt: { gt: since } }, { closedAt: { gt: since } }] },
      orderBy: { requestedAt: 'desc' },
      take: most,
      select: { caseId: true, requestedAt: true, state: true, closedAt: true, requester: person, signatory: person },
    }),
  ])
  const answered = saves.map(
    ({ user, ...save }): Happening => ({ ...save, what: 'answered', by: user, signatory: null }),
  )
  const around = requests.flatMap(({ caseId, requestedAt, state, closedAt, requester, signatory }): Happening[] => {
    const asked = {
      caseId,
      page: null,
      what: 'asked',
      at: requestedAt,
      by: requester,
      signatory: signatory.name,
    } as const
    if (!closedAt || (state !== 'signed' && state !== 'declined')) return [asked]
    return [asked, { caseId, page: null, what: state, at: closedAt, by: signatory, signatory: null }]
  })
  return [...answered, ...around]
    .filter(({ at }) => at > since)
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, most)
}
