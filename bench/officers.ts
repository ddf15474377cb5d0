import { openCase } from '~/cases/open.server'
import { db, transaction } from '~/platform/db.server'
import { startSession } from '~/platform/session.server'

/** A signed-in officer with an opened case of the personal representatives' return. */
export interface Officer {
  readonly userId: string
  readonly caseId: string
  /** Value of the `Cookie` header. */
  readonly cookie: string
}

/** Officers of different municipalities, each with a case that nobody has had before. */
export async function signInOfficers(count: number, origin: string): Promise<readonly Officer[]> {
  const round = await db().round.findFirstOrThrow({
    where: { formVersion: { formId: 'po-return' } },
    orderBy: { year: 'desc' },
    include: { desks: { take: 1 } },
  })
  const places = await db().organisation.findMany({
    where: { kind: 'municipality', cases: { none: { roundId: round.id } } },
    orderBy: { code: 'asc' },
    take: count,
    select: { id: true },
  })
  const agencyId = round.desks[0]?.agencyId
  if (places.length < count || !agencyId) throw new Error('There are too few municipalities left to measure with')
  const officers: Officer[] = []
  for (const { id: organisationId } of places) {
    const now = new Date()
    const made = { roundId: round.id, organisationId, agencyId, formVersionId: round.formVersionId }
    const { id: caseId } = await db().case.create({ data: made })
    const person = { name: 'Maj Mätare', email: `${caseId}@bench.example` }
    const user = await db().user.create({
      data: { ...person, memberships: { create: { organisationId, role: 'officer' } } },
    })
    await openCase({ caseId, officer: { id: user.id, ...person }, now, language: 'sv' })
    const request = new Request(origin)
    const cookie = await transaction((tx) => startSession(tx, { userId: user.id, method: 'demo', request, now }))
    officers.push({ userId: user.id, caseId, cookie: cookie.split(';')[0] ?? '' })
  }
  return officers
}
