import type { Json } from './json'

/** Contact and payment details that an organisation keeps once. All texts as typed; absent when unknown. */
export interface ContactDetails {
  readonly administration?: string
  readonly unit?: string
  readonly board?: string
  readonly careOf?: string
  readonly address?: string
  /** nnn nn */
  readonly postcode?: string
  readonly town?: string
  readonly phone?: string
  readonly email?: string
  readonly plusgiro?: string
  readonly bankgiro?: string
  readonly paymentReference?: string
}

/** Who answers questions at the agency. */
export interface AgencyContact {
  readonly unit?: string
  readonly name?: string
  readonly phone?: string
  readonly email?: string
}

/** The officer who opened the case, offered as contact person. */
export interface PersonDetails {
  readonly name: string
  readonly email: string
  readonly title?: string
  readonly phone?: string
}

/**
 * A district that a city has passed money on to, and what it has reported; whole kronor. Made by `passed_on` in the
 * database, which refuses a return that says anything else.
 */
export interface DistrictFigures {
  readonly id: string
  readonly name: string
  readonly received: number
  readonly reported: boolean
  readonly used?: number
  readonly accrued?: number
  readonly planned?: number
  /** Why it has not reported, in the words of its city. */
  readonly explanation?: string
}

/**
 * Everything around the answers that a form can read, copied into the case when it is opened, so that neither an
 * import nor a move of office changes a case behind its officer's back.
 */
export interface Surroundings {
  readonly round: { readonly year: number; readonly deadline: string }
  readonly agency: { readonly name: string; readonly contact: AgencyContact }
  readonly recipient: {
    readonly name: string
    readonly shortName: string
    readonly orgNumber?: string
    readonly code?: string
    readonly county?: string
    readonly contact: ContactDetails
  }
  readonly officer?: PersonDetails
  /** Whole kronor; hundredths of a full-time equivalent. */
  readonly award: { readonly kronor?: number; readonly posts?: number; readonly caseNumber?: string }
  /** Rate name → smallest unit. */
  readonly rates: Readonly<Record<string, number>>
  /** The canonical answers of the recipient's previous submission of the same form. */
  readonly previous?: { readonly year: number; readonly answers: Readonly<Record<string, Json>> }
  /** Where the award is passed on: follows what the districts report until the case is sent in. */
  readonly districts?: readonly DistrictFigures[]
}
