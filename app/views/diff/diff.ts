import type { CompiledForm } from '~/forms/compile'
import type { Display } from '~/forms/display'
import { type Json, sameJson } from '~/forms/json'
import type { Context, FormContext } from '~/forms/kind-port'
import type { Surroundings } from '~/forms/surroundings'
import { resolveText } from '~/forms/texts'

/** One question whose answer is not the same in two sets of answers; `empty` where there is none. */
export interface Difference {
  /** The question's id, its official number («5a») and its label. */
  readonly question: string
  readonly number?: string | undefined
  readonly label: string
  readonly before: Display
  readonly after: Display
}

/**
 * The differences between two sets of canonical answers, in the form's order and the context's language. Answers to
 * questions that the form does not have (an older version's) are left out. Live values in texts are taken from
 * `surroundings` and the answers after.
 */
export function differences(
  form: CompiledForm,
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
  formContext: FormContext,
  surroundings: Surroundings,
): Difference[] {
  const text: Context['text'] = (local) =>
    resolveText(form, local, formContext.language, { surroundings, values: after })
  const context: Context = { ...formContext, text }
  return [...form.questions.values()].flatMap((question) => {
    const [old, now] = [before[question.id], after[question.id]]
    if (sameJson(old, now)) return []
    const show = (value: Json | undefined): Display =>
      value === undefined ? { type: 'empty' } : form.kind(question.id).display(question, value, context)
    return [
      {
        question: question.id,
        label: text(question.label),
        before: show(old),
        after: show(now),
        ...(question.number !== undefined && { number: question.number }),
      },
    ]
  })
}
