import type { Role } from '~/platform/access/who'
import { db, type Tx } from '~/platform/db.server'
import type { Member } from './member'

/** The organisation's members in the order of their names, each with all roles. */
export async function findMembers(organisationId: string, tx: Tx = db()): Promise<readonly Member[]> {
  const users = await tx.user.findMany({
    where: { memberships: { some: { organisationId } } },
    include: { memberships: { where: { organisationId }, orderBy: { role: 'asc' } } },
    orderBy: [{ name: 'asc' }, { email: 'asc' }],
  })
  return users.map(({ id, name, email, title, memberships }) => ({
    userId: id,
    name,
    email,
    ...(title && { title }),
    roles: memberships.map(({ role }) => role),
  }))
}

/** Changes of rights in one organisation happen one after the other, so that the last administrator stays. */
export async function lockOrganisation(tx: Tx, organisationId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE id = ${organisationId}::uuid FOR UPDATE`
}

/** Makes the member's roles in the organisation exactly these. */
export async function replaceRoles(
  tx: Tx,
  organisationId: string,
  userId: string,
  roles: readonly Role[],
): Promise<void> {
  await tx.membership.deleteMany({ where: { organisationId, userId, role: { notIn: [...roles] } } })
  await tx.membership.createMany({
    data: roles.map((role) => ({ organisationId, userId, role })),
    skipDuplicates: true,
  })
}

/** The person with the address; made when nobody has it. `email` is lower case. */
export async function findOrCreateUser(
  tx: Tx,
  { email, ...details }: { email: string; name: string; title?: string | undefined; language: string },
): Promise<{ id: string; language: string }> {
  const select = { id: true, language: true }
  const known = await tx.user.findUnique({ where: { email }, select })
  const { name, title, language } = details
  return known ?? tx.user.create({ data: { email, name, language, title: title ?? null }, select })
}

/** Gives the rights of the installation's operator. */
export async function makeOperator(tx: Tx, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { operator: true } })
}
