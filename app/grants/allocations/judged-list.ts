import type { CaseStateName } from '~/platform/access/facts'
import type { Recipient, RecipientIndex } from '../register/recipients'
import type { Layout, RowKind } from './layout'

/** What a recipient is granted in a round. */
export interface AwardFacts {
  /** Whole kronor; 0 where somebody else holds the recipient's part */
  readonly kronor: number | null
  /** Hundredths of a full-time equivalent */
  readonly posts: number | null
  /** The agency's number */
  readonly caseNumber: string | null
  /** Who holds the money, in words */
  readonly note: string | null
}

/** How a recipient stands in the round before the import. */
export interface Standing {
  readonly award: AwardFacts | null
  readonly case: {
    readonly id: string
    readonly agencyId: string
    readonly state: CaseStateName
    readonly caseNumber: string | null
  } | null
  /** The recipient has passed the award on to its districts. */
  readonly distributed?: boolean
}

/** What a list is judged against. */
export interface ListContext {
  readonly round: { readonly year: number; readonly kind: 'application' | 'return' | 'survey' }
  /** Whose list it is. A county board grants within its county only; a national agency has none. */
  readonly agency: { readonly id: string; readonly countyCode: string | null; readonly county: string | null }
  readonly index: RecipientIndex
  /** By organisation id. */
  readonly standings: ReadonlyMap<string, Standing>
  /** Those that a whole list would hold: the county's municipalities, and whoever has a case with the agency. */
  readonly expected: readonly Recipient[]
}

/** Why a row stops the import. `name`: a recipient's short name; `written`: what stands in the list. */
export type RowProblem =
  | { readonly type: 'nobody' }
  | { readonly type: 'unknown'; readonly written: string; readonly suggestion: string | null }
  /** Number, code and name belong to different recipients. */
  | { readonly type: 'contradiction'; readonly written: string; readonly name: string; readonly other: string }
  | { readonly type: 'wrongNumber'; readonly written: string; readonly name: string; readonly right: string }
  | { readonly type: 'twice'; readonly name: string; readonly line: number }
  | { readonly type: 'outside'; readonly name: string; readonly county: string; readonly ours: string }
  | { readonly type: 'otherAgency'; readonly name: string }
  | { readonly type: 'missing' | 'unreadable' | 'negative' | 'fraction' | 'tooLarge'; readonly written: string }
  | { readonly type: 'posts'; readonly written: string }
  | { readonly type: 'tooLong'; readonly written: string }
  | { readonly type: 'awaitingSignature'; readonly name: string }
  | { readonly type: 'submitted'; readonly name: string }
  | { readonly type: 'distributed'; readonly name: string }

/** `new`: no award before · `changed`: the amount stays, something beside it does not. */
export type Effect = 'new' | 'raised' | 'lowered' | 'changed' | 'same'

export interface JudgedRow {
  /** Counted from 1, as spreadsheets do. */
  readonly line: number
  readonly written: { readonly name: string; readonly kronor: string }
  readonly recipient: Recipient | null
  /** Read amount, in kronor; null where it cannot be read. */
  readonly kronor: number | null
  readonly before: AwardFacts | null
  /** What would be stored; null with any problem. */
  readonly after: AwardFacts | null
  readonly effect: Effect | null
  /** Whether the recipient has no case in the round yet. */
  readonly opensCase: boolean
  readonly problems: readonly RowProblem[]
}

/** A total that somebody told, beside what the rows add up to. All in kronor. */
export interface StatedTotal {
  /** The list's own sum, a sum of a part of it, or one that was told beside the list. */
  readonly source: 'list' | 'part' | 'told'
  /** Where it stands; none for one told beside the list. */
  readonly line: number | null
  readonly kronor: number
  readonly sum: number
  /** The sum minus what was stated. */
  readonly difference: number
  /** Whether they agree, a rounded total within its rounding. */
  readonly agrees: boolean
  /** Whether the total is rounded. */
  readonly rounded: boolean
}

/** Why the list as a whole stops. Totals that differ stand in `totals`. */
export type ListProblem =
  | { readonly type: 'empty' }
  | { readonly type: 'noRecipientColumn' }
  | { readonly type: 'noAmountColumn' }
  | { readonly type: 'unreadableTotal'; readonly written: string }

/** A list, read and judged: what the preview shows and the import carries out. */
export interface JudgedList {
  readonly layout: Layout
  readonly rows: readonly JudgedRow[]
  /** Rows that are neither recipients nor empty: what they were taken for. */
  readonly passedOver: readonly { readonly line: number; readonly kind: RowKind; readonly text: string }[]
  /** Of all amounts that can be read, in kronor. */
  readonly sum: number
  readonly totals: readonly StatedTotal[]
  readonly problems: readonly ListProblem[]
  /** Recipients that a whole list would hold and this one does not. */
  readonly missing: readonly Recipient[]
  /** Whether nothing stops the import. */
  readonly sound: boolean
  /** Of everything that would be stored and what stood there before; the same as long as nothing of it has moved. */
  readonly fingerprint: string
}

/** The rows that would change something. */
export const changesOf = ({ rows }: JudgedList): readonly JudgedRow[] =>
  rows.filter(({ effect, opensCase }) => effect !== null && (effect !== 'same' || opensCase))
