import fc from 'fast-check'
import { type CompiledForm, compileForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import { judge } from '~/forms/judge'
import type { Judgement } from '~/forms/judgement'
import { readAnswers } from '~/forms/read-page'
import { kindOf } from '../registry.server'
import { validAnswers, wildAnswers } from './any-answer'
import { anyForm, anySurroundings } from './any-form'
import { contextIn } from './judged'

/** Any form with answers, judged in Swedish. */
export interface FilledForm {
  readonly form: CompiledForm
  readonly draft: Draft
  readonly judgement: Judgement
}

const filled = (answers: typeof validAnswers): fc.Arbitrary<FilledForm> =>
  anyForm.chain((source) => {
    const form = compileForm(source, kindOf)
    return answers(form).map((posted) => {
      const { draft } = readAnswers(form, posted)
      const judgement = judge(form, draft, anySurroundings, contextIn('sv'))
      // A counterexample is what was written and answered, not what was made of it.
      return { form, draft, judgement, [fc.toStringMethod]: () => JSON.stringify({ source, draft }) }
    })
  })

/** With answers that their kinds accept, nearly all. */
export const validlyFilled = filled(validAnswers)

/** With whatever can be posted. */
export const wildlyFilled = filled(wildAnswers)
