import { audit } from '~/platform/audit.server'
import { type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { allOrganisations } from '../register/organisations.store.server'
import { deadlineAhead } from '../rounds/deadline'
import { openRound, type PreparedRound, prepareRound } from '../rounds/open-round.server'
import { clearDemo, hasRounds, isLoaded, lockDemo, markLoaded, seedContacts, seedPeople } from './demo.store.server'
import { demoRounds, routinesRound } from './demo-rounds'
import { contacts, people } from './people'
import { seedDistribution, seedDistricts, seedRoutines } from './seed-districts.server'

/** `refused`: the database holds rounds that no demonstration has made, so it is somebody's and stays untouched. */
export type DemoOutcome = 'loaded' | 'present' | 'refused'

/**
 * Loads the demonstration once: its persons, contact details, open rounds and a distribution. Needs the register and the
 * published programmes. Deadlines are counted from `now`, the first time; later calls change nothing.
 */
export async function loadDemo(now: Date): Promise<DemoOutcome> {
  const rounds = await prepare(now)
  return transaction(async (tx) => {
    await lockDemo(tx)
    if (await isLoaded(tx)) return 'present'
    if (await hasRounds(tx)) return 'refused'
    await seed(tx, rounds, now)
    return 'loaded'
  })
}

/**
 * Puts the demonstration back to how it was when it was new, with deadlines counted from `now`.
 *
 * @throws PortalError forbidden where no demonstration has been loaded: nobody's real rounds are ever cleared
 */
export async function resetDemo(now: Date): Promise<void> {
  const rounds = await prepare(now)
  await transaction(async (tx) => {
    await lockDemo(tx)
    if (!(await isLoaded(tx))) throw new PortalError('forbidden', 'No demonstration has been loaded here.')
    await clearDemo(tx)
    await seed(tx, rounds, now)
    await audit(tx, { actor: 'operator', action: 'demo.reset' })
  })
}

interface Rounds {
  readonly rounds: readonly PreparedRound[]
  readonly routines: PreparedRound
}

async function prepare(now: Date): Promise<Rounds> {
  const organisations = await allOrganisations()
  const rounds = await Promise.all(demoRounds(organisations, now).map(prepareRound))
  return { rounds, routines: await prepareRound(routinesRound(organisations, now)) }
}

async function seed(tx: Tx, { rounds, routines }: Rounds, now: Date): Promise<void> {
  await seedDistricts(tx, await allOrganisations(tx))
  const organisations = await allOrganisations(tx)
  const organisationIds = new Map(organisations.map(({ id, name }) => [name, id]))
  await seedPeople(tx, people, organisationIds, now)
  await seedContacts(tx, contacts, organisationIds)
  for (const round of rounds) await openRound(tx, round)
  await seedRoutines(tx, routines, organisations)
  await seedDistribution(tx, { deadline: deadlineAhead(now, 32), now })
  await markLoaded(tx, now)
}
