import type { CaseState } from '~/generated/prisma/enums'

/** The states of a case, in the order in which it passes through them. */
export const caseStates = [
  'notOpened',
  'started',
  'awaitingSignature',
  'submitted',
  'underReview',
  'approved',
  'closed',
] as const satisfies readonly CaseState[]

/** The states in which the agency may read a case. */
export const handedIn = ['submitted', 'underReview', 'approved', 'closed'] as const satisfies readonly CaseState[]

/** The list's columns that it can be sorted by, as they stand in the address. */
export const sortings = ['kommun', 'lan', 'status', 'inskickat', 'beviljat', 'belopp', 'kvar', 'dnr'] as const
export type Sorting = (typeof sortings)[number]

/** What the list shows: everything of it stands in the address, so that a list can be saved, shared and gone back to. */
export interface WorklistFilter {
  readonly search: string
  readonly state?: CaseState | undefined
  /** Handed in or not, whatever the state. */
  readonly handedIn?: boolean | undefined
  readonly countyCode?: string | undefined
  readonly late: boolean
  /** Money is left to pay back. */
  readonly remaining: boolean
  readonly sort: Sorting
  readonly descending: boolean
  /** From 1 */
  readonly page: number
}

export const pageSize = 30

export const everything: WorklistFilter = {
  search: '',
  late: false,
  remaining: false,
  sort: 'kommun',
  descending: false,
  page: 1,
}

const among = <Value extends string>(values: readonly Value[], text: string | null): Value | undefined =>
  values.find((value) => value === text)

/** Reads an address; whatever it cannot mean counts as not said. */
export function readFilter(query: URLSearchParams): WorklistFilter {
  const state = among(caseStates, query.get('status'))
  const inne = query.get('inne')
  const county = query.get('lan') ?? ''
  const page = Number(query.get('sida'))
  return {
    search: (query.get('q') ?? '').trim().slice(0, 100),
    ...(state ? { state } : {}),
    ...(inne === '1' || inne === '0' ? { handedIn: inne === '1' } : {}),
    ...(/^\d{2}$/.test(county) ? { countyCode: county } : {}),
    late: query.get('sen') === '1',
    remaining: query.get('kvar') === '1',
    sort: among(sortings, query.get('sortera')) ?? 'kommun',
    descending: query.get('ordning') === 'fallande',
    page: Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
  }
}

/** The address of a list, without what goes without saying: «?status=submitted&sida=2», or ''. */
export function writeFilter(filter: WorklistFilter): string {
  const query = new URLSearchParams()
  if (filter.search) query.set('q', filter.search)
  if (filter.state) query.set('status', filter.state)
  if (filter.handedIn !== undefined) query.set('inne', filter.handedIn ? '1' : '0')
  if (filter.countyCode) query.set('lan', filter.countyCode)
  if (filter.late) query.set('sen', '1')
  if (filter.remaining) query.set('kvar', '1')
  if (filter.sort !== 'kommun') query.set('sortera', filter.sort)
  if (filter.descending) query.set('ordning', 'fallande')
  if (filter.page !== 1) query.set('sida', String(filter.page))
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** The list without paging and order: what a saved view is told by. */
const content = (filter: WorklistFilter) => writeFilter({ ...filter, page: 1, sort: 'kommun', descending: false })

/** Whether two lists hold the same cases. */
export const sameContent = (a: WorklistFilter, b: WorklistFilter) => content(a) === content(b)

export const views = ['all', 'toRead', 'underReview', 'missing', 'late', 'remaining'] as const
export type View = (typeof views)[number]

/** The saved views: each is a list like any other, with a name. */
export const viewFilter: Readonly<Record<View, WorklistFilter>> = {
  all: everything,
  toRead: { ...everything, state: 'submitted' },
  underReview: { ...everything, state: 'underReview' },
  missing: { ...everything, handedIn: false },
  late: { ...everything, late: true },
  remaining: { ...everything, remaining: true },
}
