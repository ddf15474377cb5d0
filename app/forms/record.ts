import type { CompiledForm } from './compiled-form'
import { withoutInternal } from './internal-pages'
import type { Json } from './json'
import type { Judgement } from './judgement'
import type { Surroundings } from './surroundings'

export { canonicalText, sha256Hex } from './canonical'

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

/** What a record holds beside the form and the answers. */
export interface RecordFacts extends Pick<CaseRecord, 'case' | 'round' | 'surroundings'> {
  readonly formVersion: number
  readonly frozenAt: Date
}

/**
 * The record of a case whose judgement is complete.
 *
 * @throws RangeError when it is not: such a case is never signed
 */
export function freeze(form: CompiledForm, judgement: Judgement, facts: RecordFacts): CaseRecord {
  if (!judgement.complete) throw new RangeError('A case with open errors or warnings cannot be frozen.')
  return {
    bidra: 1,
    case: facts.case,
    form: { id: form.definition.id, version: facts.formVersion, hash: form.hash },
    round: facts.round,
    surroundings: facts.surroundings,
    answers: withoutInternal(form, judgement.values),
    explanations: withoutInternal(form, judgement.explanations),
    frozenAt: facts.frozenAt.toISOString(),
  }
}
