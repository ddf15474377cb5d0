import type { CompiledForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import type { JudgedPage } from '~/forms/judgement'
import { toldOf } from '~/forms/told'
import { holdsFiles } from '~/forms/value-type'

/** A question that somebody else can be asked for. */
export interface Askable {
  readonly id: string
  readonly label: string
  /** It shows now; a follow-up that does not goes with the question that it hangs on. */
  readonly visible: boolean
  readonly follows: string | undefined
}

/**
 * The questions of a page that somebody who sees nothing else can answer: not what is locked or computed, not files or tables that hold
 * them, and not tables with cells that are computed from answers elsewhere.
 */
export function askableOn(form: CompiledForm, { page, questions }: JudgedPage): readonly Askable[] {
  const typed = questions.filter(
    ({ question, locked, computed }) => !locked && !computed && !holdsFiles(form.type(question.id)),
  )
  const told = toldOf(
    form,
    page.id,
    typed.map(({ question }) => question.id),
  )
  return typed
    .filter(({ question }) => told.has(question.id))
    .map(({ question, label, visible }) => ({
      id: question.id,
      label: question.number ? `${question.number} ${label}` : label,
      visible,
      follows: question.follows,
    }))
}

/** Those that were chosen, and the follow-ups that hang on them; all, when none was. */
export function withFollowUps(askable: readonly Askable[], chosen: readonly string[]): readonly string[] {
  if (chosen.length === 0) return askable.map(({ id }) => id)
  const found = new Set(chosen)
  for (let before = -1; before < found.size; ) {
    before = found.size
    for (const { id, follows } of askable) if (follows !== undefined && found.has(follows)) found.add(id)
  }
  return askable.flatMap(({ id }) => (found.has(id) ? [id] : []))
}

/** Of a draft, the answers to these questions. */
export const answersTo = (draft: Draft, questions: readonly string[]): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([key]) => questions.includes(key)))

/** A case's draft with the answers to these questions taken from somewhere else. */
export const withAnswers = (draft: Draft, questions: readonly string[], answers: Draft): Draft => ({
  ...Object.fromEntries(Object.entries(draft).filter(([key]) => !questions.includes(key))),
  ...answersTo(answers, questions),
})
