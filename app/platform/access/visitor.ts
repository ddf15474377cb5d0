import { isAgency, type Role, type Who } from './who'

/** What the header shows of the person who is signed in. */
export interface HeaderVisitor {
  readonly name: string
  readonly organisation: string | undefined
  readonly menu: readonly ('cases' | 'sign' | 'review' | 'rounds' | 'organisation' | 'help')[]
}

/** The menu by role: a person sees only what they can do something with. */
export function visitorOf({ user, memberships }: Who): HeaderVisitor {
  const at = (agency: boolean, ...roles: readonly Role[]) =>
    memberships.some((member) => isAgency(member.organisationKind) === agency && roles.includes(member.role))
  const menu = [
    at(false, 'officer', 'viewer', 'administrator') && ('cases' as const),
    at(false, 'signatory') && ('sign' as const),
    at(true, 'reviewer', 'programmeManager') && ('review' as const),
    at(true, 'programmeManager') && ('rounds' as const),
    memberships.length > 0 && ('organisation' as const),
    'help' as const,
  ].filter((item) => item !== false)
  return { name: user.name, organisation: memberships[0]?.organisationName, menu }
}
