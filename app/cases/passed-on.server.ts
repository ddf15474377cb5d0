import { canonicalText } from '~/forms/canonical'
import type { CaseRecord } from '~/forms/record'
import { audit } from '~/platform/audit.server'
import type { Tx } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { loadForm } from './form-versions.store.server'
import { tellOvertaken } from './overtaken-notice.server'
import {
  cityCaseOf,
  districtsOf,
  followDistricts,
  holdCityCase,
  type Place,
  storeReport,
} from './passed-on.store.server'
import { endRequest, loadRequest } from './signature.store.server'

/**
 * A return that is compiled from those of districts says what they say at this moment. Hold the case before: a district
 * that reports now waits until this transaction has ended.
 *
 * @throws PortalError stale: a district has reported, or been explained, since the record was frozen
 */
export async function mustAgreeWithDistricts(tx: Tx, city: Place, { surroundings }: CaseRecord): Promise<void> {
  const now = await districtsOf(tx, city)
  if (canonicalText(now ?? []) !== canonicalText(surroundings.districts ?? [])) throw new PortalError('stale')
}

/**
 * Keeps the figures of a district's submission and lets its city's return follow, in the transaction that submits. Two
 * districts wait for each other at the city's case, so that each sees what the other has said. Does nothing for other
 * cases.
 */
export async function reportToCity(
  tx: Tx,
  district: Place,
  { submissionId, record, ...by }: By & { readonly submissionId: string; readonly record: CaseRecord },
): Promise<void> {
  const city = await cityCaseOf(tx, district.roundId)
  if (!city) return
  const { definition } = await loadForm(city.formVersionId)
  const ids = definition.districts?.figures
  const figure = (id: string | undefined) => {
    const value = id === undefined ? undefined : record.answers[id]
    return typeof value === 'number' ? value : null
  }
  await holdCityCase(tx, city)
  await storeReport(tx, submissionId, {
    received: figure(ids?.received) ?? record.surroundings.award.kronor ?? 0,
    used: figure(ids?.used),
    accrued: figure(ids?.accrued),
    planned: figure(ids?.planned),
  })
  await letCityFollow(tx, city, by)
}

/** Whose act it was, and when. */
export interface By {
  readonly userId: string
  readonly now: Date
}

/**
 * Shows in a city's return what its districts say now. A signature that has been asked for on other figures is void: the
 * answers open again, and both who asked and who was asked are told. Hold the city's case before.
 */
export async function letCityFollow(tx: Tx, city: Place, { userId, now }: By): Promise<void> {
  const requestId = await followDistricts(tx, city)
  if (requestId === undefined) return
  const request = await loadRequest(requestId, tx)
  await endRequest(tx, requestId, { state: 'voided', at: now })
  await audit(tx, {
    actor: userId,
    action: 'signature.voided',
    entity: `case:${request.caseId}`,
    details: { request: requestId, overtaken: 'districts' },
  })
  await tellOvertaken(tx, request)
}
