import type { CompiledForm } from './compiled-form'
import type { Draft } from './draft'
import type { Json } from './json'
import type { FormContext } from './kind-port'
import type { Surroundings } from './surroundings'
import { withReading } from './with-reading'

/** What stands in a case when it is opened: every `prefill` that gives something, as if typed. */
export function prefill(form: CompiledForm, surroundings: Surroundings, context: FormContext): Draft {
  return withReading(form, {}, surroundings, context, (reading) => {
    const draft: Record<string, Json> = {}
    for (const [id, question] of form.questions) {
      const value = reading.prefilled(id)
      const typed = value === undefined ? undefined : form.kind(id).read(value, question)
      if (typed !== undefined) draft[id] = typed
    }
    return draft
  })
}
