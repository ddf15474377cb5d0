import type { Refusal } from './answer'
import type { CompiledForm } from './compiled-form'
import type { Draft } from './draft'
import type { FormContext } from './kind-port'
import type { Surroundings } from './surroundings'
import { withReading } from './with-reading'

export interface Refusals {
  readonly refusals: readonly Refusal[]
  /** The cells of a table that are not there as their rows stand, by their paths below the question: kept, and never judged. */
  readonly notThere: readonly (readonly string[])[]
}

/**
 * What is refused of one answer as the draft stands: what its kind refuses, without cells that are not there or need
 * not be filled in as their rows stand.
 *
 * @throws RangeError for an unknown question
 */
export function refusalsTo(
  questionId: string,
  form: CompiledForm,
  draft: Draft,
  surroundings: Surroundings,
  context: FormContext,
): Refusals {
  return withReading(form, draft, surroundings, context, (reading) => {
    const { refusals, cells } = reading.answer(questionId)
    return { refusals, notThere: cells?.hidden ?? [] }
  })
}
