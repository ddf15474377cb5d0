import { botkyrka, nationalBoard, nykvarn, stockholmBoard, uppsalaBoard } from '~/grants/demo/people'
import { addUser, signInAs } from '~/platform/access/testing/world'
import type { Role } from '~/platform/access/who'
import { db } from '~/platform/db.server'

/** Where somebody belongs. Botkyrka and Nykvarn send to Stockholm's county board, Knivsta to Uppsala's, two districts to Botkyrka. */
export const organisations = {
  botkyrka,
  nykvarn,
  knivsta: 'Knivsta kommun',
  tumba: 'Tumba stadsdelsförvaltning',
  alby: 'Alby stadsdelsförvaltning',
  stockholm: stockholmBoard,
  uppsala: uppsalaBoard,
  national: nationalBoard,
} as const
export type Place = keyof typeof organisations

/** Where one person does everything. */
export const alone: ReadonlySet<Place> = new Set(['knivsta', 'tumba', 'alby'])

export const districts: ReadonlySet<Place> = new Set(['tumba', 'alby'])
export const agencies: ReadonlySet<Place> = new Set(['stockholm', 'uppsala', 'national'])

/** A word that stands in the name, the address and the details of everybody and everything of an organisation. */
export const mark = (place: Place) => `${place}tecken`

export interface Person {
  /** «botkyrka officer» */
  readonly key: string
  readonly place?: Place
  readonly role?: Role
  readonly operator?: true
}

export interface KnownPerson extends Person {
  readonly id: string
  readonly name: string
  readonly email: string
  /** Secret of a living session. */
  readonly session: string
}

const recipientRoles = ['officer', 'signatory', 'viewer', 'administrator'] as const
const everyRole: readonly (readonly [Place, readonly Role[]])[] = [
  ['botkyrka', recipientRoles],
  ['nykvarn', recipientRoles],
  ['knivsta', ['officer']],
  ['tumba', ['officer']],
  ['alby', ['officer']],
  ['stockholm', ['reviewer', 'programmeManager', 'administrator']],
  ['uppsala', ['reviewer', 'programmeManager']],
  ['national', ['reviewer', 'programmeManager']],
]

export const nobody: Person = { key: 'nobody' }

/** Every role, at the organisation that things belong to and at others, and those who belong nowhere. */
export const people: readonly Person[] = [
  nobody,
  ...everyRole.flatMap(([place, roles]) => roles.map((role): Person => ({ key: `${place} ${role}`, place, role }))),
  { key: 'operator', operator: true },
  { key: 'loner' },
]

/** Makes everybody but nobody, each with a session. */
export async function seedPeople(): Promise<ReadonlyMap<string, KnownPerson>> {
  const known = new Map<string, KnownPerson>()
  for (const person of people) {
    if (person === nobody) continue
    const { key, place, role, operator } = person
    const at = place && (await db().organisation.findUniqueOrThrow({ where: { name: organisations[place] } }))
    const word = place ? mark(place) : key
    const user = await addUser(at && role ? { [at.id]: [role] } : {}, {
      name: `${key.split(' ').at(-1)} ${word}`,
      email: `${key.split(' ').at(-1)?.toLowerCase()}@${word}.example`,
      ...(operator && { operator }),
    })
    known.set(key, { ...person, ...user, session: (await signInAs(user.id)).replace('bidra=', '') })
  }
  return known
}
