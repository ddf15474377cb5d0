import type { CompiledForm } from './compiled-form'
import type { Draft } from './draft'
import type { FormContext } from './kind-port'
import type { ConditionalOption } from './offered-options'
import { Reading } from './reading'
import type { Surroundings } from './surroundings'
import type { LocalText } from './text'

/** Reads a draft, and does with it what needs the kinds. The reading is of no use afterwards. */
export function withReading<Result>(
  form: CompiledForm,
  draft: Draft,
  surroundings: Surroundings,
  context: FormContext,
  work: (reading: Reading) => Result,
): Result {
  let reading: Reading | undefined
  const text = (each: LocalText) => reading?.text(each) ?? each[context.language]
  const offered = (id: string, option: ConditionalOption) => reading?.isOffered(id, option) ?? true
  return form.compiled.schemas.within(context, { text, isOffered: offered }, (kindContext) => {
    reading = new Reading(form, draft, surroundings, kindContext, context.told)
    return work(reading)
  })
}
