import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { loadCase } from '../case.store.server'
import { changeContribution, lockContribution } from './contribution.store.server'
import { isClosed, takesAnswers } from './status'
import { answersNow } from './told-step.server'

/**
 * Whoever has the link begins: by a click, since mail scanners open links too. The first time, the fields begin with what the case answers
 * just then. Opening again changes nothing.
 *
 * @throws PortalError notFound, closed (accepted, withdrawn, its time is out, or the case is submitted)
 */
export async function openContribution(input: { readonly contributionId: string; readonly now: Date }): Promise<void> {
  await transaction(async (tx) => {
    const contribution = await lockContribution(tx, input.contributionId)
    const stored = await loadCase(contribution.caseId, tx)
    const isOver = isClosed(contribution.state) || contribution.deadline <= input.now || !takesAnswers(stored.state)
    if (isOver) throw new PortalError('closed')
    if (contribution.state !== 'asked') return
    const base = answersNow(stored, contribution)
    await changeContribution(tx, contribution.id, { state: 'opened', openedAt: input.now, base, draft: base })
    await audit(tx, {
      actor: `contribution:${contribution.id}`,
      action: 'contribution.opened',
      entity: `case:${contribution.caseId}`,
      details: { contribution: contribution.id },
    })
  })
}
