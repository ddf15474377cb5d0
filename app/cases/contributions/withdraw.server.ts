import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { changeContribution, lockContribution } from './contribution.store.server'
import { askLetter } from './letters.server'
import { isClosed } from './status'

/**
 * An officer takes the question back: the link leads to nothing but a word that it is not needed, which the other is told by mail too.
 *
 * @throws PortalError notFound, stale (accepted or withdrawn already)
 */
export async function withdrawContribution(input: {
  readonly caseId: string
  readonly contributionId: string
  readonly officerId: string
  readonly now: Date
}): Promise<void> {
  await transaction(async (tx) => {
    const contribution = await lockContribution(tx, input.contributionId, input.caseId)
    if (isClosed(contribution.state)) throw new PortalError('stale')
    await changeContribution(tx, contribution.id, { state: 'withdrawn', closedAt: input.now })
    await askLetter(tx, contribution, 'withdrawn')
    await audit(tx, {
      actor: input.officerId,
      action: 'contribution.withdrawn',
      entity: `case:${input.caseId}`,
      details: { contribution: contribution.id },
    })
  })
}
