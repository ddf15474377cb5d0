import { isId } from '../access/facts'
import type { Role } from '../access/who'
import { db, transaction } from '../db.server'
import { startSession } from '../session.server'

export interface DemoPerson {
  readonly id: string
  readonly name: string
  readonly title?: string
  readonly roles: readonly (Role | 'operator')[]
}

export interface DemoGroup {
  readonly id: string
  /** The organisation's; none for people without one. */
  readonly name?: string
  readonly people: readonly DemoPerson[]
}

/** The demonstration's people by organisation: recipients first, then agencies, then whoever has no organisation. */
export async function listDemoPeople(): Promise<readonly DemoGroup[]> {
  const demo = { user: { demo: true } }
  const organisations = await db().organisation.findMany({
    where: { memberships: { some: demo } },
    select: {
      id: true,
      name: true,
      memberships: { where: demo, include: { user: true }, orderBy: [{ user: { createdAt: 'asc' } }, { role: 'asc' }] },
    },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  })
  const groups = organisations.map(({ id, name, memberships }): DemoGroup => {
    const people = new Map<string, DemoPerson>()
    for (const { user, role } of memberships) {
      people.set(user.id, { ...personOf(user), roles: [...(people.get(user.id)?.roles ?? []), role] })
    }
    return { id, name, people: [...people.values()] }
  })
  const others = await db().user.findMany({
    where: { demo: true, memberships: { none: {} } },
    orderBy: { name: 'asc' },
  })
  if (others.length === 0) return groups
  const people = others.map((user): DemoPerson => ({ ...personOf(user), roles: user.operator ? ['operator'] : [] }))
  return [...groups, { id: 'others', people }]
}

function personOf({ id, name, title }: { id: string; name: string; title: string | null }): Omit<DemoPerson, 'roles'> {
  return { id, name, ...(title && { title }) }
}

/**
 * Becomes one of the demonstration's people.
 * @returns the `Set-Cookie`, or undefined when there is no such person in the demonstration
 */
export async function becomeDemoPerson(userId: string, request: Request, now: Date): Promise<string | undefined> {
  if (!isId(userId)) return undefined
  return transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: userId, demo: true }, select: { id: true } })
    return user ? startSession(tx, { userId: user.id, method: 'demo', request, now }) : undefined
  })
}
