import type { PageState } from '~/forms/judgement'
import type { Language } from '~/forms/text'
import { PortalError } from '~/platform/errors'
import { type Step, toStep } from '~/views/step/step'
import { checkCase } from './check.server'
import { formContext } from './context.server'
import { askableOn } from './contributions/askable'
import { type CaseHeading, caseHeading } from './heading.server'

export interface StepOfCase {
  readonly heading: CaseHeading
  readonly step: Step
  /** Something on the page can be asked of somebody else. */
  readonly askable: boolean
  readonly revision: number
  readonly pages: readonly { readonly id: string; readonly title: string; readonly state: PageState }[]
}

/**
 * A page of a case, ready to fill in.
 *
 * @throws PortalError notFound: no such page, or its answers elsewhere hide it
 */
export async function stepOfCase(caseId: string, pageId: string, language: Language, now: Date): Promise<StepOfCase> {
  const checked = await checkCase(caseId, language)
  const { stored, form, judgement } = checked
  const step = toStep(form, judgement, pageId, stored.surroundings, formContext(language, stored.recipientCode))
  if (!step) throw new PortalError('notFound')
  const page = judgement.pages.find((each) => each.page.id === pageId)
  return {
    heading: caseHeading(checked, language, now),
    step,
    askable: page !== undefined && askableOn(form, page).some(({ visible }) => visible),
    revision: stored.revision,
    pages: judgement.pages.map(({ page, title, state }) => ({ id: page.id, title, state })),
  }
}
