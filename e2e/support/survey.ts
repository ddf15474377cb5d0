import { openRound, prepareRound } from '~/grants/rounds/open-round.server'
import { db, transaction } from '~/platform/db.server'
import type { Town } from './world'

/** Enters a town in the survey of a year, whose pages have tables. @returns its case */
export async function inSurvey({ organisationId }: Town, year: number): Promise<string> {
  const now = Date.now()
  const day = 24 * 3_600_000
  const agency = await db().organisation.findFirstOrThrow({ where: { name: 'Länsstyrelsen Provlandet' } })
  const round = await prepareRound({
    formId: 'mental-health-survey',
    year,
    opensAt: new Date(now - 30 * day),
    deadline: new Date(now + 20 * day),
    rates: {},
    desks: [{ agencyId: agency.id, contact: {} }],
    recipients: [{ organisationId, agencyId: agency.id }],
  })
  await transaction((tx) => openRound(tx, round))
  const { id } = await db().case.findFirstOrThrow({
    where: { organisationId, round: { year, formId: 'mental-health-survey' } },
  })
  return id
}
