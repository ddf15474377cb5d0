import type { CompiledForm } from './compiled-form'
import type { Json } from './json'
import type { Scope } from './scope'

/** The canonical value that the surroundings give a question in advance. */
export function prefilledIn(form: CompiledForm, questionId: string, scope: Scope): Json | undefined {
  const compiled = form.compiled.questions.get(questionId)
  return compiled?.prefill && compiled.bridge.fromCel(compiled.prefill.evaluate(scope))
}
