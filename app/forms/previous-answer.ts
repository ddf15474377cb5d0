import type { CompiledForm } from './compiled-form'
import type { Json } from './json'
import type { Context } from './kind-port'
import type { Surroundings } from './surroundings'

/** Last year's answer to a question of this year's form. */
export interface PreviousAnswer {
  /** As it would have been typed. */
  readonly typed: Json
  /** The canonical value. */
  readonly value: Json
}

/**
 * Last year's answer, where this year's question can still read it: the same id, and a value that is one of its kind and
 * options. Undefined otherwise.
 */
export function previousAnswer(
  form: CompiledForm,
  questionId: string,
  { previous }: Pick<Surroundings, 'previous'>,
  context: Context,
): PreviousAnswer | undefined {
  const answer = previous?.answers[questionId]
  const question = form.questions.get(questionId)
  if (answer === undefined || !question) return undefined
  const kind = form.kind(questionId)
  const typed = kind.read(answer, question)
  if (typed === undefined) return undefined
  const read = kind.schema(question, context).safeParse(typed)
  return read.success ? { typed, value: read.data } : undefined
}
