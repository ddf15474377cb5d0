import type { CompiledQuestion } from './compiled-form'
import type { Json } from './json'
import type { AnswerStatus } from './judgement'

/** Why something typed gives no value. */
export interface Refusal {
  readonly path: readonly string[]
  readonly message: string
  /** Nothing is wrong; something is not there yet. */
  readonly missing: boolean
}

/** What has come of one question. */
export interface Answer {
  readonly status: AnswerStatus
  readonly typed: Json | undefined
  readonly value: Json | undefined
  readonly refusals: readonly Refusal[]
  /** What expressions see. */
  readonly cel: unknown
  /** What can be read of what cannot be read whole. */
  readonly partial?: Json | undefined
  /** Computed from something that cannot be read. */
  readonly blocked: boolean
}

/** The answer where there is none. */
export function nothing({ bridge }: CompiledQuestion, status: AnswerStatus, typed: Json | undefined): Answer {
  return { status, typed, value: undefined, refusals: [], cel: bridge.toField(undefined), blocked: false }
}
