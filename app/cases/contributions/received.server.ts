import { formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import type { Step } from '~/views/step/step'
import { loadContribution } from './contribution.store.server'
import { type ContributionStatus, statusOf, takesAnswers } from './status'
import { toldStep } from './told-step.server'

/** What whoever has the link may know. */
export interface ReceivedContribution {
  readonly name: string
  readonly asker: { readonly name: string; readonly email: string }
  readonly organisation: string
  readonly title: string
  readonly pageTitle: string
  readonly message: string | null
  /** The officer's words, while it is sent back. */
  readonly reply: string | null
  readonly deadline: string
  /** `over`: the case has been submitted, so it is not needed any more. */
  readonly status: ContributionStatus | 'over'
  readonly handedInAt: string | null
  /** It was handed in and can still be changed. */
  readonly changeable: boolean
}

/** @throws PortalError notFound */
export async function receivedContribution(
  contributionId: string,
  language: Language,
  now: Date,
): Promise<ReceivedContribution> {
  return (await stepOfContribution(contributionId, language, now)).received
}

/** The same, with what there is to fill in. @throws PortalError notFound */
export async function stepOfContribution(
  contributionId: string,
  language: Language,
  now: Date,
): Promise<{
  readonly received: ReceivedContribution
  readonly step: Step | undefined
  readonly withoutFiles: boolean
  readonly revision: number
  readonly savedAt: string | null
}> {
  const contribution = await loadContribution(contributionId)
  const { state, deadline, name, asker, message, reply, handedInAt, savedAt } = contribution
  const { stored, title, pageTitle, step, withoutFiles } = await toldStep(contribution, language)
  const own = statusOf({ state, deadline, now })
  const isOver = !takesAnswers(stored.state) && own !== 'accepted' && own !== 'withdrawn'
  const status = isOver ? 'over' : own
  return {
    step,
    withoutFiles,
    revision: contribution.revision,
    savedAt: savedAt && formatDateTime(savedAt, language),
    received: {
      name,
      asker: { name: asker.name, email: asker.email },
      organisation: stored.organisationName,
      title,
      pageTitle,
      message,
      reply: status === 'sentBack' ? reply : null,
      deadline: formatDateTime(deadline, language),
      status,
      handedInAt: handedInAt && formatDateTime(handedInAt, language),
      changeable: status === 'handedIn' && deadline > now,
    },
  }
}
