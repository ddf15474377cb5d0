import type { $ZodIssue } from 'zod/v4/core'
import type { CellStates } from './cell-conditions'
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
  /** Of a table: cells that are not there, or need not be. */
  readonly cells?: CellStates | undefined
  /** Computed from something that cannot be read. */
  readonly blocked: boolean
}

/** The answer where there is none. */
export function nothing({ bridge }: CompiledQuestion, status: AnswerStatus, typed: Json | undefined): Answer {
  return { status, typed, value: undefined, refusals: [], cel: bridge.toField(undefined), blocked: false }
}

/** Why something typed gives no value; cells that may be left out are not missing. */
export function refusalsOf(issues: readonly $ZodIssue[], { hidden, optional }: CellStates): readonly Refusal[] {
  const isAt = (path: readonly string[], cells: CellStates['hidden']) =>
    cells.some((cell) => cell.every((step, index) => step === path[index]))
  return issues
    .map((issue) => ({
      path: issue.path.map(String),
      message: issue.message,
      missing: issue.code === 'custom' && issue.params?.missing === true,
    }))
    .filter(({ path, missing }) => !missing || !(isAt(path, hidden) || isAt(path, optional)))
}
