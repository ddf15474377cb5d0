import type { CompiledForm } from './compiled-form'
import type { Json } from './json'
import type { Surroundings } from './surroundings'

/** Last year's answer to a question, which may have had another id then. */
export function previousAnswer(
  answers: Readonly<Record<string, Json>>,
  id: string,
  was: string | undefined,
): Json | undefined {
  if (Object.hasOwn(answers, id)) return answers[id]
  return was !== undefined && Object.hasOwn(answers, was) ? answers[was] : undefined
}

/** The recipient's previous answers by the ids of today's questions. Undefined where there was no submission. */
export function previousAnswers(
  form: CompiledForm,
  { previous }: Surroundings,
): { readonly year: number; readonly answers: Readonly<Record<string, Json>> } | undefined {
  if (!previous) return undefined
  const answers: Record<string, Json> = { ...previous.answers }
  for (const [id, { was }] of form.questions) {
    const answer = previousAnswer(previous.answers, id, was)
    if (answer === undefined) continue
    if (was !== undefined) delete answers[was]
    answers[id] = answer
  }
  return { year: previous.year, answers }
}
