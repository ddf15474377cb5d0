import type { Tx } from '~/platform/db.server'
import { distributeIn } from '../distribution/distribute.server'
import type { StoredOrganisation } from '../register/organisations.store.server'
import { openRound, type PreparedRound } from '../rounds/open-round.server'
import { addDistricts, caseOfDemo } from './demo.store.server'
import { districtName, districts, stockholm } from './demo-districts'

/** The districts as organisations, those that are there already left alone. Before people, who belong to them. */
export async function seedDistricts(tx: Tx, organisations: readonly StoredOrganisation[]): Promise<void> {
  const city = organisations.find(({ name }) => name === stockholm)
  if (!city) throw new Error(`The register has no ${stockholm}.`)
  const { id: cityId, county, countyCode } = city
  await addDistricts(
    tx,
    Object.keys(districts).map((shortName) => ({
      cityId,
      county,
      countyCode,
      shortName,
      name: districtName(shortName),
    })),
  )
}

/** Stockholm's executive board has decided: each district has its part and an unopened case. */
export async function seedDistribution(tx: Tx, { deadline, now }: { deadline: Date; now: Date }): Promise<void> {
  const { caseId, userId } = await caseOfDemo(tx, { formId: 'prio-city-return', organisation: stockholm })
  const rows = Object.entries(districts).map(([name, kronor]) => [name, String(kronor)])
  const contact = { name: 'Stina Stare', phone: '08-465 004 51', email: 'stina.stare@stockholm.example' }
  const decision = { on: new Date(now.getTime() - 14 * 24 * 3_600_000), by: 'Kommunstyrelsen', reference: '§ 14' }
  const list = { sheet: { name: '', rows }, plain: true }
  const { outcome } = await distributeIn(tx, { caseId, list, decision, deadline, contact }, { userId, now })
  if (outcome !== 'done') throw new Error('The districts of the demonstration do not add up.')
}

/** Each district accounts for its routine, too, alone or jointly; the round of the year that the paper form is from. */
export async function seedRoutines(
  tx: Tx,
  round: PreparedRound,
  organisations: readonly StoredOrganisation[],
): Promise<void> {
  const agencyId = round.desks[0]?.agencyId ?? ''
  const recipients = organisations
    .filter(({ kind }) => kind === 'district')
    .map(({ id: organisationId }) => ({ organisationId, agencyId }))
  await openRound(tx, { ...round, recipients })
}
