import { letCityFollow } from '~/cases/passed-on.server'
import { holdCityCase } from '~/cases/passed-on.store.server'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Changer } from '../rounds/change-deadline.server'
import {
  type CityPlace,
  cityPlace,
  type DistrictRow,
  districtRows,
  writeExplanation,
} from './distribution.store.server'
import { tellDistricts } from './tell-districts.server'

/** A district's case, in the distribution of a city's. */
export interface DistrictCase {
  /** The city's own case. */
  readonly cityCaseId: string
  readonly districtCaseId: string
}

/** How a city's distribution stands. */
export interface DistributionState {
  readonly city: CityPlace
  readonly districts: readonly DistrictRow[]
}

/** @throws PortalError notFound */
export async function distributionState(cityCaseId: string): Promise<DistributionState> {
  const city = await cityPlace(cityCaseId)
  return { city, districts: city.distribution ? await districtRows(city.distribution.districtsId) : [] }
}

/** The most characters of an explanation. */
export const longestExplanation = 2_000

/**
 * Says why a district has not reported, or takes it back (an empty text). The city's return follows; one that is being
 * signed is overtaken by it.
 *
 * @throws PortalError notFound, closed (the city's return is sent in), conflict (the district has reported), tooLarge
 */
export async function explainMissing(
  { cityCaseId, districtCaseId }: DistrictCase,
  typed: string,
  { userId, now }: Changer,
): Promise<void> {
  const explanation = typed.trim()
  if (explanation.length > longestExplanation) throw new PortalError('tooLarge')
  const place = await cityPlace(cityCaseId)
  await transaction(async (tx) => {
    await holdCityCase(tx, place)
    const city = await cityPlace(cityCaseId, tx)
    if (city.submittedAt !== null) throw new PortalError('closed')
    const rows = city.distribution ? await districtRows(city.distribution.districtsId, tx) : []
    const district = rows.find(({ caseId }) => caseId === districtCaseId)
    if (!district) throw new PortalError('notFound')
    if (district.submittedAt !== null) throw new PortalError('conflict', 'the district has reported')
    await writeExplanation(tx, districtCaseId, explanation === '' ? null : { explanation, userId, at: now })
    await letCityFollow(tx, city, { userId, now })
    await audit(tx, {
      actor: userId,
      action: explanation === '' ? 'distribution.unexplained' : 'distribution.explained',
      entity: `case:${cityCaseId}`,
      details: { case: districtCaseId },
    })
  })
}

/**
 * Reminds a district of its account, by mail to its officers and administrators.
 *
 * @returns how many letters; 0 where the district has nobody yet
 * @throws PortalError notFound, conflict (the district has reported)
 */
export async function remindDistrict(
  { cityCaseId, districtCaseId }: DistrictCase,
  { userId }: Changer,
): Promise<number> {
  const { city, districts } = await distributionState(cityCaseId)
  const district = districts.find(({ caseId }) => caseId === districtCaseId)
  if (!district) throw new PortalError('notFound')
  if (district.submittedAt !== null) throw new PortalError('conflict', 'the district has reported')
  return transaction(async (tx) => {
    const news = { city: city.name, year: city.year, deadline: district.deadline }
    const letters = await tellDistricts(tx, news, [district.organisationId], 'reminder')
    await audit(tx, {
      actor: userId,
      action: 'distribution.reminded',
      entity: `case:${cityCaseId}`,
      details: { case: districtCaseId, letters },
    })
    return letters
  })
}
