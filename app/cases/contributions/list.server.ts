import { formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { ContributionView } from '~/views/contributions/contribution'
import { checkCase } from '../check.server'
import { type CaseHeading, caseHeading, deadlineView } from '../heading.server'
import { askableOn } from './askable'
import { contributionsOf, type StoredContribution } from './contribution.store.server'
import { statusOf } from './status'
import { toldStep } from './told-step.server'

/** A contribution in words, as pages show it. */
export async function listed(
  contribution: StoredContribution,
  language: Language,
  now: Date,
): Promise<ContributionView> {
  const { id, name, email, page, state, deadline, questions, asker, accepter } = contribution
  const { pageTitle, step, isWhole } = await toldStep(contribution, language)
  const asked = (step?.questions ?? []).filter((question) => questions.includes(question.id) && !question.follows)
  const at = (moment: Date | null) => (moment ? formatDateTime(moment, language) : null)
  return {
    id,
    name,
    email,
    page,
    pageTitle,
    labels: isWhole ? [] : asked.map(({ label }) => label.replace(/[?:.]$/, '')),
    asker: asker.name,
    accepter: accepter?.name ?? null,
    status: statusOf({ state, deadline, now }),
    deadline: deadlineView(deadline, false, language, now),
    askedAt: formatDateTime(contribution.askedAt, language),
    openedAt: at(contribution.openedAt),
    savedAt: at(contribution.savedAt),
    handedInAt: at(contribution.handedInAt),
    remindedAt: at(contribution.remindedAt),
    closedAt: at(contribution.closedAt),
  }
}

/** Whom the officers of a case have asked for what, and how it stands. */
export async function contributionList(
  caseId: string,
  language: Language,
  now: Date,
): Promise<{ readonly heading: CaseHeading; readonly contributions: readonly ContributionView[] }> {
  const checked = await checkCase(caseId, language)
  const contributions: ContributionView[] = []
  for (const each of await contributionsOf(caseId)) contributions.push(await listed(each, language, now))
  return { heading: caseHeading(checked, language, now), contributions }
}

/** What somebody can be asked for: the pages, and of one of them the questions. */
export async function askablePages(caseId: string, language: Language, now: Date) {
  const checked = await checkCase(caseId, language)
  const { form, judgement, stored } = checked
  return {
    heading: caseHeading(checked, language, now),
    deadline: stored.deadline,
    formTitle: resolveText(form, form.definition.title, language, { surroundings: stored.surroundings }),
    pages: judgement.pages.flatMap((page) => {
      const questions = askableOn(form, page)
      const title = page.page.number ? `${page.page.number}. ${page.title}` : page.title
      return questions.length === 0 ? [] : [{ id: page.page.id, title, questions }]
    }),
  }
}
