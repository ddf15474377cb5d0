import { formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import { resolveText } from '~/forms/texts'
import type { TaskList, TaskPage } from '~/views/tasks/task-list'
import { openConflicts } from './answers.store.server'
import { checkCase } from './check.server'
import { countContributions } from './contributions/contribution.store.server'
import { type CaseHeading, caseHeading } from './heading.server'
import { lastEdits } from './history.store.server'
import { type JointProblem, jointProblem } from './joint.server'
import { colleagues } from './presence.store.server'
import { latestRequest } from './signature.store.server'
import { awaited } from './signers'

export interface Tasks extends TaskList {
  readonly heading: CaseHeading
  readonly intro?: string | undefined
  readonly conflicts: number
  /** The award is passed on to districts, whose returns this one compiles. */
  readonly passesOn: boolean
  /** Another case of the round stands in the way of this one. */
  readonly joint?: JointProblem | undefined
  readonly request?:
    | {
        readonly id: string
        readonly state: 'open' | 'signed' | 'declined' | 'voided'
        readonly signatory: string
        readonly declineReason?: string | undefined
      }
    | undefined
}

/** The task list of a case: its pages with their states, who works where, and how far signing has come. */
export async function tasksOfCase(caseId: string, userId: string, language: Language, now: Date): Promise<Tasks> {
  const checked = await checkCase(caseId, language)
  const { stored, form, judgement } = checked
  const [edits, people, conflicts, request, contributions] = await Promise.all([
    lastEdits(caseId),
    colleagues(caseId, stored.organisationId, now),
    openConflicts(caseId),
    latestRequest(caseId),
    countContributions(caseId, now),
  ])
  const pages = judgement.pages.map(({ page, title, state, questions, issues }): TaskPage => {
    const asked = questions.filter(({ visible, computed }) => visible && !computed)
    const edited = edits.get(page.id)
    const wrong = issues.find(({ missing }) => !missing)
    return {
      id: page.id,
      title,
      state,
      questions: asked.length,
      answered: asked.filter(({ status }) => status === 'answered').length,
      here: people.filter((each) => each.page === page.id && each.id !== userId).map(({ name }) => name),
      ...(page.number ? { number: page.number } : {}),
      ...(wrong && state === 'needsCorrecting' ? { wrong: wrong.message } : {}),
      ...(edited
        ? { edited: { me: edited.userId === userId, name: edited.name, at: formatDateTime(edited.at, language) } }
        : {}),
    }
  })
  const { intro } = form.definition
  return {
    heading: caseHeading(checked, language, now),
    pages,
    errors: judgement.issues.filter(({ severity, missing }) => severity === 'error' && !missing).length,
    unexplained: judgement.issues.filter(({ severity, explanation }) => severity === 'warning' && !explanation).length,
    complete: judgement.complete,
    conflicts: conflicts.length,
    contributions,
    passesOn: form.definition.districts !== undefined,
    joint: stored.submittedAt ? undefined : await jointProblem(stored, form.definition, judgement.values),
    colleagues: people.map(({ id, name, title, page }) => ({ id, name, title, page })),
    ...(intro ? { intro: resolveText(form, intro, language, { surroundings: stored.surroundings }) } : {}),
    ...(request
      ? {
          request: {
            id: request.id,
            state: request.state,
            signatory:
              request.state === 'declined'
                ? (request.declinedBy ?? request.signatory).name
                : awaited(request, language),
            ...(request.declineReason ? { declineReason: request.declineReason } : {}),
          },
        }
      : {}),
  }
}
