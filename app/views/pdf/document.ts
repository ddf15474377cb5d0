import type { Language } from '~/forms/text'
import type { Summary } from '~/views/summary/summary'

/** Who is asked to sign. */
export interface PrintedSignatory {
  readonly name: string
  readonly title: string
  readonly organisation: string
  /** The delegation decision that gives the right to sign. */
  readonly decision?: string
}

/**
 * Everything that stands on paper. Equal documents give equal bytes.
 *
 * - `final`: what is signed. Holds the record, embedded in the PDF, and its hash, the control code, on every page.
 * - `draft`: a reading copy of what is filled in, marked UTKAST on every page.
 * - `empty`: the form to read or to fill in by hand, marked UTKAST as well.
 */
export interface PrintedDocument {
  readonly language: Language
  readonly summary: Summary
  readonly recipient: { readonly name: string; readonly board?: string; readonly orgNumber?: string }
  readonly agency: string
  /** The agency's number of the case, and the recipient's own. */
  readonly caseNumber?: string
  readonly ownCaseNumber?: string
  /** ISO; the last day. */
  readonly deadline?: string
  /** The document's date: when the record was frozen, or when the copy was made. ISO, UTC. */
  readonly at: string
  /** The sentence that the signatory signs. */
  readonly affirmation: string
  /** Who signs beside the signatory: as what, affirming what, and, when the document is to be signed, who. */
  readonly further?: readonly {
    readonly role: string
    readonly affirmation: string
    readonly signatory?: PrintedSignatory | undefined
  }[]
  readonly content:
    | {
        readonly state: 'final'
        /** Canonical JSON text of the CaseRecord, exactly the bytes that were hashed. */
        readonly record: string
        /** SHA-256 of `record`, hex. */
        readonly recordHash: string
        readonly signatory: PrintedSignatory
        /** The officer who asked for the signature. */
        readonly requestedBy: string
        /** Where anyone can check the document, e.g. https://bidra.example/kontrollera */
        readonly verifyAt: string
        /** Signed with certificates that are for trying out only: says so at the foot of every page. */
        readonly trial: boolean
      }
    | { readonly state: 'draft' }
    | { readonly state: 'empty' }
}
