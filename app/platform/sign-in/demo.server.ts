import type { OrganisationKind, Role } from '../access/who'
import { db, transaction } from '../db.server'
import { startSession } from '../session.server'

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly title?: string
  readonly roles: readonly Role[]
}

export interface DemoOrganisation {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly people: readonly DemoPerson[]
}

/** The demonstration's people by organisation: recipients first, each in the order of their names. */
export async function listDemoPeople(): Promise<readonly DemoOrganisation[]> {
  const organisations = await db().organisation.findMany({
    where: { memberships: { some: { user: { demo: true } } } },
    include: {
      memberships: { where: { user: { demo: true } }, include: { user: true }, orderBy: { user: { name: 'asc' } } },
    },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  })
  return organisations.map(({ id, name, kind, memberships }) => {
    const people = new Map<string, DemoPerson>()
    for (const { user, role } of memberships) {
      const roles = [...(people.get(user.id)?.roles ?? []), role]
      people.set(user.id, { id: user.id, name: user.name, ...(user.title && { title: user.title }), roles })
    }
    return { id, name, kind, people: [...people.values()] }
  })
}

/**
 * Becomes one of the demonstration's people.
 * @returns the `Set-Cookie`, or undefined when there is no such person in the demonstration
 */
export async function becomeDemoPerson(userId: string, request: Request, now: Date): Promise<string | undefined> {
  return transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: userId, demo: true }, select: { id: true } })
    return user ? startSession(tx, { userId: user.id, method: 'demo', request, now }) : undefined
  })
}
