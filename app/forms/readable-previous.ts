import type { CompiledForm } from './compiled-form'
import type { Json } from './json'
import type { Context } from './kind-port'
import { previousAnswer } from './previous-answers'
import type { Surroundings } from './surroundings'

/** Last year's answer to a question of this year's form. */
export interface ReadablePrevious {
  /** As it would have been typed. */
  readonly typed: Json
  /** The canonical value. */
  readonly value: Json
}

/**
 * Last year's answer, where this year's question can still read it: the same id, or the one that it had before, and a value that is one of its kind and
 * options. Undefined otherwise.
 */
export function readablePrevious(
  form: CompiledForm,
  questionId: string,
  { previous }: Pick<Surroundings, 'previous'>,
  context: Context,
): ReadablePrevious | undefined {
  const question = form.questions.get(questionId)
  const answer = previous && question && previousAnswer(previous.answers, questionId, question.was)
  if (answer === undefined || !question) return undefined
  const kind = form.kind(questionId)
  const typed = kind.read(answer, question)
  if (typed === undefined) return undefined
  const read = kind.schema(question, context).safeParse(typed)
  return read.success ? { typed, value: read.data } : undefined
}
