import type { Role, Who } from './who'

/** Where each role has its work, the first that fits being the person's start page. */
const homes: readonly (readonly [Role, string])[] = [
  ['officer', '/arenden'],
  ['signatory', '/skriv-under'],
  ['reviewer', '/granskning'],
  ['programmeManager', '/granskning'],
  ['administrator', '/organisation'],
  ['viewer', '/arenden'],
]

/** The person's start page; undefined for somebody who belongs nowhere. */
export function homeOf(who: Who): string | undefined {
  const home = homes.find(([role]) => who.memberships.some((membership) => membership.role === role))
  return home?.[1] ?? (who.user.operator ? '/driftstatus' : undefined)
}
