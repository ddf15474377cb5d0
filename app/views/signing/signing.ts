import type { Display, FileValue } from '~/forms/display'
import type { Difference } from '../diff/diff'

/** The figures of a case that a signatory, a list and a receipt show first; every figure in words. */
export interface Figures {
  readonly kind: 'application' | 'return' | 'survey'
  /** Money applied for or used, with the question's label. */
  readonly amount?: { readonly label: string; readonly text: string } | undefined
  /** Money granted. */
  readonly award?: string | undefined
  /** Money to pay back; `none` when it is 0. */
  readonly remaining?: { readonly label: string; readonly text: string; readonly none: boolean } | undefined
  /** Other answers; `short` when a few words say it. */
  readonly key: readonly {
    readonly id: string
    readonly label: string
    readonly display: Display
    readonly short?: string | undefined
  }[]
}

/** One figure that is another than last year. */
export interface Delta {
  readonly question: string
  readonly label: string
  readonly before: string
  readonly now: string
  /** Whole per cent up or down; absent where that says nothing. */
  readonly percent?: number | undefined
  /** The officer's words, where the form asked for a reason. */
  readonly words?: readonly string[] | undefined
}

/** What is not as it was in the recipient's previous submission. */
export interface LastYear {
  /** The previous submission's year and this one's. */
  readonly before: number
  readonly now: number
  /** The most telling ones, few. */
  readonly deltas: readonly Delta[]
  readonly differences: readonly Difference[]
}

/** Why somebody who is asked to sign cannot, just now. */
export type SigningProblem = 'unnamed' | 'notYet' | 'expired' | 'revoked' | 'ownWork'

/** One of several who sign. */
export interface SignerRow {
  readonly name: string
  /** «Avdelningschef (controller)» */
  readonly title: string
  /** In words; absent while the signature is missing. */
  readonly signedAt?: string | undefined
  readonly me: boolean
}

/** A request for a signature as its page shows it. */
export interface RequestView {
  readonly id: string
  readonly caseId: string
  readonly state: 'open' | 'signed' | 'declined' | 'voided'
  readonly title: string
  readonly organisation: string
  readonly agency: string
  readonly requester: string
  /** Who is asked, and the mandate that the document names. */
  readonly signatory: {
    readonly name: string
    readonly me: boolean
    /** Whom is signed for. */
    readonly organisation: string
    /** That is not the organisation whose case it is, but one that takes part in it. */
    readonly partner: boolean
    readonly title?: string | undefined
    readonly decision?: string | undefined
    /** When the reader has signed, in words, though not everybody has. */
    readonly signedAt?: string | undefined
  }
  /** Where the form asks for several: all of them, the signatory first. */
  readonly signers: readonly SignerRow[]
  /** Whoever declined, where somebody has. */
  readonly declinedBy: { readonly name: string; readonly me: boolean }
  readonly message?: string | undefined
  /** When it was signed, declined or voided, in words. */
  readonly closedAt?: string | undefined
  readonly declineReason?: string | undefined
  readonly deadline: { readonly date: string; readonly time: string; readonly past: boolean }
  readonly figures: Figures
  /** What the signature affirms, in the form's words. */
  readonly affirmation: string
  readonly lastYear?: LastYear | undefined
  /** The control code, and the hash of the document's bytes; hex. */
  readonly recordHash: string
  readonly pdfHash: string
  readonly fileName: string
  readonly attachments: readonly FileValue[]
  /** Only where the reader is the one who is asked. */
  readonly problem?: SigningProblem | undefined
  /** Of a request that is void: what has been changed since. */
  readonly changes?: readonly Difference[] | undefined
  /** An open request to the same person in the same case, made later. */
  readonly newer?: string | undefined
}

/** A request in a list. */
export interface RequestRow {
  readonly id: string
  readonly caseId: string
  readonly state: 'open' | 'signed' | 'declined'
  readonly title: string
  readonly organisation: string
  readonly agency: string
  readonly requester: string
  readonly figures: Figures
  /** When it was asked for, and when it was answered, in words. */
  readonly requestedAt: string
  readonly closedAt?: string | undefined
  readonly deadline: {
    readonly days: number
    readonly tone: 'far' | 'near' | 'past'
    readonly day: string
    readonly month: string
    readonly date: string
  }
}

/** How far two moments are apart, in the largest unit that says it. */
export interface TimeApart {
  readonly unit: 'minute' | 'hour' | 'day'
  readonly count: number
}

/** What an agency has decided, in words. */
export interface Granted {
  readonly amount: string
  readonly posts?: string | undefined
  readonly caseNumber?: string | undefined
}

/** A receipt, every figure and time in words. */
export interface ReceiptView {
  readonly caseId: string
  readonly title: string
  readonly organisation: string
  readonly orgNumber?: string | undefined
  readonly agency: string
  readonly agencyEmail?: string | undefined
  readonly caseNumber?: string | undefined
  readonly ownCaseNumber?: string | undefined
  readonly figures: Figures
  /** Decided after it was handed in. */
  readonly granted?: Granted | undefined
  /** To the second: «fredag 15 januari 2021 kl. 10.42.07». */
  readonly receivedAt: string
  readonly late: boolean
  /** Between the time of receipt and the deadline. */
  readonly apart: TimeApart
  /** Everybody's, the signatory's first. */
  readonly signatures: readonly { readonly name: string; readonly title: string; readonly at: string }[]
  readonly recordHash: string
  /** The sealed document; absent while it is being sealed. */
  readonly file?: { readonly name: string; readonly size: string } | undefined
  readonly mailed: { readonly done: boolean; readonly to: readonly string[] }
  readonly reading: boolean
  readonly decided: boolean
}
