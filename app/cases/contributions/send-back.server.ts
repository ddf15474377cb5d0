import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { loadCase } from '../case.store.server'
import { addLink, changeContribution, lockContribution } from './contribution.store.server'
import { askLetter } from './letters.server'
import { assertStarted } from './status'

/**
 * An officer sends a proposal back, with words on what is to be different and, where the old one is too near, a later deadline. What was typed is there still.
 *
 * @throws PortalError notFound, stale (not handed in, or accepted meanwhile), invalid (the deadline has passed), locked, closed
 */
export async function sendBackContribution(input: {
  readonly caseId: string
  readonly contributionId: string
  readonly officerId: string
  readonly words: string
  readonly deadline: Date
  readonly now: Date
}): Promise<void> {
  const { now, deadline, words: reply } = input
  if (deadline <= now) throw new PortalError('invalid')
  await transaction(async (tx) => {
    const contribution = await lockContribution(tx, input.contributionId, input.caseId)
    assertStarted((await loadCase(input.caseId, tx)).state)
    if (contribution.state !== 'handedIn') throw new PortalError('stale')
    await changeContribution(tx, contribution.id, { state: 'sentBack', reply, deadline })
    const back = { ...contribution, reply, deadline }
    await askLetter(tx, back, 'sentBack', await addLink(tx, contribution.id))
    await audit(tx, {
      actor: input.officerId,
      action: 'contribution.sentBack',
      entity: `case:${input.caseId}`,
      details: { contribution: contribution.id },
    })
  })
}
