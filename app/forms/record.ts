import type { Json } from './json'
import type { Surroundings } from './surroundings'

/**
 * What is frozen, hashed, signed, embedded in the PDF and kept for ever: a public contract, documented in
 * docs/canonical-record.md. Serialised by RFC 8785; its SHA-256 is the control code.
 */
export interface CaseRecord {
  readonly bidra: 1
  readonly case: { readonly id: string; readonly caseNumber?: string; readonly ownCaseNumber?: string }
  readonly form: { readonly id: string; readonly version: number; readonly hash: string }
  readonly round: {
    readonly programme: string
    readonly kind: string
    readonly year: number
    readonly deadline: string
  }
  readonly surroundings: Surroundings
  /** Question id → canonical value; unanswered and not asked are absent; computed values are there. */
  readonly answers: Readonly<Record<string, Json>>
  /** Check id → the officer's words on a warning. */
  readonly explanations: Readonly<Record<string, string>>
  /** ISO, UTC */
  readonly frozenAt: string
}
