import type { Question } from '~/forms/definition'
import { refusalsTo } from '~/forms/refusals'
import { type Language, languages } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { AnyKind, Context } from '~/kinds/contract'
import { kindOf } from '~/kinds/registry.server'
import { PortalError } from '~/platform/errors'
import { isTable, type TableOfForm } from '~/views/sheet/compare-file'
import { loadForSave } from './answers.store.server'
import { type CheckedCase, checkCase } from './check.server'
import { formContext } from './context.server'

/** Which table is meant, and who asks. */
export interface WhichTable {
  readonly caseId: string
  readonly pageId: string
  readonly questionId: string
  readonly userId: string
  readonly language: Language
}

/** A table of a case that can be filled in now. */
export interface TableOfCase {
  readonly checked: CheckedCase
  readonly table: TableOfForm
  readonly kind: AnyKind
  readonly question: Question<unknown>
  readonly context: Context
  readonly label: string
  readonly pageTitle: string
}

/**
 * @throws PortalError notFound (no such table, or it is not asked for, or locked), locked (a signature is asked for),
 * closed (submitted, or not opened yet)
 */
export async function tableOfCase({ caseId, pageId, questionId, userId, language }: WhichTable): Promise<TableOfCase> {
  const checked = await checkCase(caseId, language)
  const { stored, form, judgement } = checked
  if (stored.state === 'awaitingSignature') throw new PortalError('locked')
  if (stored.state !== 'started') throw new PortalError('closed')
  const page = judgement.pages.find((each) => each.page.id === pageId)
  const judged = page?.questions.find((each) => each.question.id === questionId)
  const kind = judged && kindOf(judged.question.kind)
  if (!page || !judged || !kind || !judged.visible || judged.locked || judged.computed)
    throw new PortalError('notFound')
  const scope = { surroundings: stored.surroundings, values: judgement.values }
  const contextIn = (each: Language): Context => ({
    ...formContext(each, stored.recipientCode),
    text: (text) => resolveText(form, text, each, scope),
  })
  const context = contextIn(language)
  const { question, label } = judged
  if (!isTable(kind.sheet(question, context))) throw new PortalError('notFound')
  const others = languages.filter((each) => each !== language).map(contextIn)
  return {
    checked,
    kind,
    question,
    context,
    label: question.number === undefined ? label : `${question.number} ${label}`,
    pageTitle: page.title,
    table: {
      caseId,
      kind,
      question,
      whole: form.questions.get(questionId) ?? question,
      contexts: [context, ...others],
      typed: stored.draft[questionId],
      refusals: (typed) =>
        refusalsTo(
          questionId,
          form,
          { ...stored.draft, [questionId]: typed },
          stored.surroundings,
          formContext(language, stored.recipientCode),
        ),
      typedAt: async (revision) => (await loadForSave(caseId, revision, userId))?.base[questionId],
    },
  }
}
