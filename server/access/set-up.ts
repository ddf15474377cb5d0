import { tellRecipients } from '~/cases/tell-recipients.server'
import { env } from '~/platform/env.server'
import { freePort, type PortalProcess, startPortalProcess } from '../../e2e/support/portal-process'
import { Visitor } from '../../e2e/support/visitor'
import { build } from '../../scripts/steps/prepare.mjs'
import { keep } from './database'
import { agencies, alone, districts, type Person, people } from './people'
import { addressesOf, type BuiltRoute, builtRoutes } from './routes'
import { seedWorld, type Thing, type World } from './world'

/** Somebody at an address of the portal. */
export interface Meeting {
  readonly route: BuiltRoute
  /** What the address is about. */
  readonly thing: Thing
  readonly address: string
  readonly person: Person
}

export interface Stage {
  readonly world: World
  readonly routes: readonly BuiltRoute[]
  readonly portal: PortalProcess
  visitor(person: Person): Visitor
  /** Every route × every role × own and other organisations' things, each once. */
  everywhere(): readonly Meeting[]
}

/** The built portal in a process of its own, on this test file's database, with the world in it, and that world kept. */
export async function openStage(): Promise<Stage> {
  await build()
  const routes = await builtRoutes()
  Object.assign(env(), { BIDRA_DEMO: true })
  const world = await seedWorld(new Date())
  // What the portal would do by itself in the meantime is done already.
  await tellRecipients(new Date())
  await keep()
  const portal = await startPortalProcess({ port: await freePort(), env: { BIDRA_DEMO: 'on' } })
  return {
    world,
    routes,
    portal,
    visitor: ({ key }) => new Visitor(portal.origin, world.people.get(key)?.session),
    everywhere: () =>
      routes.flatMap((route) => {
        const met = new Set<string>()
        return thingsOf(route).flatMap((key) => {
          const thing = world.thing(key)
          const strangers = people.filter((person) => {
            const meeting = [key.split(' ').at(-1), person.role ?? person.key, relation(person, thing)].join(' ')
            if (met.has(meeting)) return false
            met.add(meeting)
            return true
          })
          return addressesOf(route, thing).flatMap((address) =>
            strangers.map((person) => ({ route, thing, address, person })),
          )
        })
      }),
  }
}

/** What somebody is to a thing: that is what access goes by, and all of the same relation and role meet the same. */
function relation({ place }: Person, { owner, agency }: Thing): string {
  if (place === undefined) return 'nobody'
  if (place === owner) return alone.has(owner) ? `own ${owner}` : 'own'
  if (place === agency) return `gets it${districts.has(owner) ? ' from a district' : ''}`
  if (districts.has(place) || districts.has(owner)) return `district, ${place} and ${owner}`
  return agencies.has(place) ? 'another agency' : 'another recipient'
}

/** The things that a route is walked with: all that an address can tell apart. */
function thingsOf({ path }: BuiltRoute): readonly string[] {
  if (/:(caseId|requestId)/.test(path))
    return [
      'botkyrka draft',
      'botkyrka asked',
      'botkyrka sealed',
      'nykvarn sealed',
      'knivsta sealed',
      'tumba sealed',
      'alby draft',
      'botkyrka compiled',
    ]
  if (path.includes(':roundId')) return ['botkyrka asked', 'botkyrka sealed']
  if (path.includes(':secret')) return ['botkyrka draft', 'nykvarn draft', 'botkyrka asked', 'botkyrka sealed']
  if (path.includes(':userId')) return ['botkyrka sealed', 'nykvarn sealed']
  return ['botkyrka sealed']
}

/** A few at a time: the portal is one process. */
export async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items]
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: 6 }, worker))
}
