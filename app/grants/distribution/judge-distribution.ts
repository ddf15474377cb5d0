import type { Sheet } from '~/platform/spreadsheet/sheet'
import { judgeList } from '../allocations/judge-list'
import type { JudgedList, Standing } from '../allocations/judged-list'
import { indexRecipients, type Recipient } from '../register/recipients'

/** What a distribution is judged against. */
export interface DistributionContext {
  readonly city: { readonly id: string }
  readonly year: number
  /** What is to be distributed; null before the agency has decided. */
  readonly award: number | null
  readonly districts: readonly Recipient[]
  /** How the districts stand already, by organisation id. */
  readonly standings: ReadonlyMap<string, Standing>
}

/** A list of districts and amounts. */
export interface DistributionList {
  readonly sheet: Sheet
  /** A sum that was told beside it, as typed. */
  readonly total?: string
  /** Whether the sheet is known to hold names and kronor in its two columns, and nothing else. */
  readonly plain?: boolean
}

export interface JudgedDistribution {
  readonly list: JudgedList
  /** What the rows give minus the award; null where there is none. */
  readonly difference: number | null
  /** Districts that are left out and have begun on their account: they stay, with 0 kr if need be. */
  readonly leftOut: readonly Recipient[]
  /** Districts that are taken out: nobody there has begun. */
  readonly takenOut: readonly Recipient[]
  readonly sound: boolean
}

/** Judges a distribution like a list of an agency's allocations; beside that, it must be the award to the krona. */
export function judgeDistribution(
  { sheet, total = '', plain = false }: DistributionList,
  context: DistributionContext,
): JudgedDistribution {
  const { city, year, award, districts, standings } = context
  const columns = { name: 0, kronor: 1, orgNumber: null, code: null, posts: null, caseNumber: null, note: null }
  const list = judgeList(
    sheet,
    {
      round: { year, kind: 'return' },
      agency: { id: city.id, countyCode: null, county: null },
      index: indexRecipients(districts),
      standings,
      expected: districts.filter(({ id }) => standings.has(id)),
    },
    { total, ...(plain && { header: null, sum: null, columns, unit: 1 }) },
  )
  const state = ({ id }: Recipient) => standings.get(id)?.case?.state ?? 'notOpened'
  const leftOut = list.missing.filter((each) => state(each) !== 'notOpened')
  const difference = award === null ? null : list.sum - award
  return {
    list,
    difference,
    leftOut,
    takenOut: list.missing.filter((each) => state(each) === 'notOpened'),
    sound: list.sound && difference === 0 && leftOut.length === 0,
  }
}
