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

/** Officers of different municipalities. */
export async function signInOfficers(count: number, origin: string): Promise<readonly Officer[]> {
  const cases = await db().case.findMany({
    where: { state: 'notOpened', formVersion: { formId: 'po-return' } },
    orderBy: { id: 'asc' },
    take: count,
    select: { id: true, organisationId: true },
  })
  if (cases.length < count) throw new Error(`The demonstration has only ${cases.length} cases to open`)
  const officers: Officer[] = []
  for (const { id: caseId, organisationId } of cases) {
    const now = new Date()
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
