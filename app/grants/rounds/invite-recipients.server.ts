import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Changer } from './change-deadline.server'
import { addRecipients, enteredIn, lockRounds, roundById } from './rounds.store.server'

/** Whom an agency enters in a round that is open already. */
export interface Invited {
  readonly roundId: string
  readonly agencyId: string
  readonly recipientIds: readonly string[]
}

/** Those of the recipients who are not in the round yet. Whoever has a case with any agency is. */
export async function newcomers({ roundId, recipientIds }: Omit<Invited, 'agencyId'>): Promise<readonly string[]> {
  const entered = await enteredIn(roundId)
  return recipientIds.filter((id) => !entered.has(id))
}

/**
 * Enters more recipients in a round: an unopened case for each that is not in it. They are told as the first ones were.
 *
 * @returns how many are new
 * @throws PortalError notFound, forbidden (the agency has no desk there), tooEarly (its last day is over)
 */
export async function inviteRecipients(
  { roundId, agencyId, recipientIds }: Invited,
  { userId, now }: Changer,
): Promise<number> {
  return transaction(async (tx) => {
    await lockRounds(tx)
    const round = await roundById(roundId, tx)
    if (!round) throw new PortalError('notFound')
    if (!round.deskAgencyIds.includes(agencyId)) throw new PortalError('forbidden')
    if (round.deadline < now) throw new PortalError('tooEarly', 'the last day is over')
    const entered = await enteredIn(roundId, tx)
    const fresh = recipientIds.filter((id) => !entered.has(id))
    if (fresh.length === 0) return 0
    await addRecipients(
      tx,
      round,
      fresh.map((organisationId) => ({ organisationId, agencyId })),
    )
    const details = { agency: agencyId, recipients: fresh.length }
    await audit(tx, { actor: userId, action: 'round.invite', entity: `round:${roundId}`, details })
    return fresh.length
  })
}
