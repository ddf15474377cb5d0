import { judge } from '~/forms/judge'
import type { FormContext } from '~/forms/kind-port'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import { toldOf, toldSurroundings } from '~/forms/told'
import { holdsFiles } from '~/forms/value-type'
import { type Step, toStep } from '~/views/step/step'
import { loadCase, type StoredCase } from '../case.store.server'
import { formContext } from '../context.server'
import { loadForm } from '../form-versions.store.server'
import { answersTo, askableOn, withAnswers } from './askable'
import type { StoredContribution } from './contribution.store.server'

/** What is asked for, as whoever answers may see it. */
export interface ToldStep {
  readonly stored: StoredCase
  /** The form's title and the page's, «3. Ekonomi». */
  readonly title: string
  readonly pageTitle: string
  /** Undefined when the page is not asked any more: other answers have hidden it. */
  readonly step: Step | undefined
  /** All of the page that can be asked for is. */
  readonly isWhole: boolean
  /** The page asks for files as well, which are left to the officer. */
  readonly withoutFiles: boolean
  readonly context: FormContext
}

/**
 * The page that is asked for, with its questions alone, judged together with the rest of the case; no other answer stands in
 * it, or shines through a text or a rule.
 */
export async function toldStep(
  contribution: Pick<StoredContribution, 'caseId' | 'page' | 'questions' | 'draft'>,
  language: Language,
): Promise<ToldStep> {
  const stored = await loadCase(contribution.caseId)
  const form = await loadForm(stored.formVersionId)
  const { page, questions } = contribution
  const told = toldOf(form, page, questions)
  const context: FormContext = { ...formContext(language, stored.recipientCode), told }
  const draft = withAnswers(stored.draft, questions, contribution.draft)
  const judgement = judge(form, draft, stored.surroundings, context)
  const surroundings = toldSurroundings(stored.surroundings, told)
  const values = Object.fromEntries(Object.entries(judgement.values).filter(([id]) => told.has(id)))
  const whole = toStep(form, { ...judgement, values }, page, surroundings, context)
  const definition = form.pages.find(({ id }) => id === page)
  const named = definition && resolveText(form, definition.title, language, { surroundings })
  const judged = judgement.pages.find((each) => each.page.id === page)
  const isWhole = judged !== undefined && askableOn(form, judged).every(({ id }) => questions.includes(id))
  const title = whole?.title ?? named ?? ''
  return {
    stored,
    context,
    title: resolveText(form, form.definition.title, language, { surroundings }),
    pageTitle: definition?.number ? `${definition.number}. ${title}` : title,
    step: whole && onlyTold(whole, told, !isWhole),
    isWhole,
    withoutFiles: isWhole && judged.questions.some(({ question }) => holdsFiles(form.type(question.id))),
  }
}

function onlyTold(step: Step, told: ReadonlySet<string>, isPart: boolean): Step {
  const { nextPage: _next, previousPage: _previous, lead, text, more, ...rest } = step
  const isOf = (name: string) => told.has(name.split('.')[0] ?? '')
  return {
    ...rest,
    // What introduces the page is said where all of it is asked for.
    ...(isPart ? {} : { ...(lead ? { lead } : {}), ...(text ? { text } : {}), ...(more ? { more } : {}) }),
    states: [],
    questions: step.questions
      .filter(({ id }) => told.has(id))
      .map(({ again: _again, sheet: _sheet, issues, ...question }) => ({
        ...question,
        issues: issues.filter(({ at }) => at.every(isOf)),
      })),
    issues: step.issues.filter(({ at }) => at.every(isOf)),
  }
}

/** The answers of a case to what is asked for, as they are now. */
export const answersNow = (stored: StoredCase, { questions }: Pick<StoredContribution, 'questions'>) =>
  answersTo(stored.draft, questions)
