import { letCityFollow } from '~/cases/passed-on.server'
import { holdCityCase } from '~/cases/passed-on.store.server'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { holdCases, lockAllocations } from '../allocations/allocations.store.server'
import type { Changer } from '../rounds/change-deadline.server'
import { cityPlace, districtRows, removeDistribution } from './distribution.store.server'

/**
 * Takes a whole distribution back, so that the agency can change the award: possible until a district has begun on its
 * account, since nothing that was typed is thrown away.
 *
 * @throws PortalError notFound (nothing is distributed), conflict (a district has begun)
 */
export async function takeBackDistribution(caseId: string, by: Changer): Promise<void> {
  const { roundId } = await cityPlace(caseId)
  await transaction(async (tx) => {
    await lockAllocations(tx, roundId)
    const city = await cityPlace(caseId, tx)
    if (!city.distribution) throw new PortalError('notFound')
    const { districtsId, kronor } = city.distribution
    await holdCases(tx, districtsId, city.organisationId)
    await holdCityCase(tx, city)
    const rows = await districtRows(districtsId, tx)
    if (rows.some(({ state }) => state !== 'notOpened')) throw new PortalError('conflict', 'a district has begun')
    await removeDistribution(tx, districtsId)
    await letCityFollow(tx, city, by)
    const details = { kronor, districts: rows.length }
    await audit(tx, { actor: by.userId, action: 'distribution.takenBack', entity: `case:${caseId}`, details })
  })
}
