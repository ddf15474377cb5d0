import { sameJson } from '~/forms/json'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { loadCase } from '../case.store.server'
import { changeContribution, lockContribution } from './contribution.store.server'
import { handedInLetter } from './letters.server'
import { assertFillable } from './status'

/**
 * Hands in what is saved, as a proposal: the case is as it was. Can be done again until an officer accepts it; the officer who asked is
 * told when there is something new.
 *
 * @throws PortalError notFound, closed
 */
export async function handInContribution(input: {
  readonly contributionId: string
  readonly now: Date
}): Promise<void> {
  await transaction(async (tx) => {
    const contribution = await lockContribution(tx, input.contributionId)
    assertFillable(contribution, (await loadCase(contribution.caseId, tx)).state, input.now)
    const { state, draft, proposal } = contribution
    if (state === 'handedIn' && proposal && sameJson({ ...draft }, { ...proposal })) return
    const handedIn = { state: 'handedIn', proposal: draft, handedInAt: input.now } as const
    await changeContribution(tx, contribution.id, handedIn)
    await handedInLetter(tx, { ...contribution, ...handedIn }, proposal !== null)
    await audit(tx, {
      actor: `contribution:${contribution.id}`,
      action: 'contribution.handedIn',
      entity: `case:${contribution.caseId}`,
      details: { contribution: contribution.id },
    })
  })
}
