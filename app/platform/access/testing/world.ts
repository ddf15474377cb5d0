import { db } from '../../db.server'
import { hashOfSecret, newSecret } from '../../session-cookie.server'
import type { OrganisationKind, Role, SignInMethod } from '../who'

let counter = 0

/** An organisation of its own name. @returns its id */
export async function addOrganisation(kind: OrganisationKind = 'municipality', name?: string): Promise<string> {
  counter += 1
  const unique = name ?? `Organisation ${counter}`
  const { id } = await db().organisation.create({ data: { kind, name: unique, shortName: unique } })
  return id
}

export interface TestUser {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** A person with roles: organisation id → roles. */
export async function addUser(
  memberships: Readonly<Record<string, readonly Role[]>> = {},
  details: { name?: string; email?: string; title?: string; demo?: boolean; operator?: boolean } = {},
): Promise<TestUser> {
  counter += 1
  const { name = `Person ${counter}`, email = `person.${counter}@kommun.example`, ...rest } = details
  const { id } = await db().user.create({
    data: {
      name,
      email,
      ...rest,
      memberships: {
        create: Object.entries(memberships).flatMap(([organisationId, roles]) =>
          roles.map((role) => ({ organisationId, role })),
        ),
      },
    },
  })
  return { id, name, email }
}

/** A living session of the person. @returns the `Cookie` header */
export async function signInAs(userId: string, method: SignInMethod = 'demo', now = new Date()): Promise<string> {
  const secret = newSecret()
  const expiresAt = new Date(now.getTime() + 60 * 60 * 1000)
  await db().session.create({
    data: { id: hashOfSecret(secret), userId, method, createdAt: now, lastSeenAt: now, expiresAt },
  })
  return `bidra=${secret}`
}

export const origin = 'http://localhost:3000'

/** A request as a browser makes it. */
export function visit(path: string, cookie?: string, headers: Record<string, string> = {}): Request {
  return new Request(`${origin}${path}`, { headers: { ...(cookie && { cookie }), ...headers } })
}

/** A post as a form of the portal makes it, with or without script. */
export function post(
  path: string,
  fields: Readonly<Record<string, string | readonly string[]>> = {},
  cookie?: string,
  headers: Record<string, string> = {},
): Request {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one): [string, string] => [name, one])),
  )
  return new Request(`${origin}${path}`, {
    method: 'POST',
    body,
    headers: { origin, ...(cookie && { cookie }), ...headers },
  })
}

/** What a guarded loader or action was answered with, when it threw a response instead of giving data. */
export async function refusalOf(answer: Promise<unknown>): Promise<Response> {
  try {
    await answer
  } catch (thrown) {
    if (thrown instanceof Response) return thrown
    throw thrown
  }
  throw new Error('It was let in')
}
