import { loadForm } from '~/cases/form-versions.store.server'
import { roundAmounts } from '~/forms/rates'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import type { Changer } from './change-deadline.server'
import { addDesk, addRecipients, addRound, lockRounds, type NewDesk, openedRound } from './rounds.store.server'

/** A round as a programme manager opens it. */
export interface RoundStart {
  readonly formVersionId: string
  readonly year: number
  readonly opensAt: Date
  readonly deadline: Date
  /** Every rate that the form asks for, whole kronor. */
  readonly rates: Readonly<Record<string, number>>
  readonly desk: NewDesk
  readonly recipientIds: readonly string[]
  /** Come into a round that other agencies have opened, on its terms: its form, its dates and its rates. */
  readonly join: boolean
}

/** A round of the same form and year that is there already. */
export interface OpenedRound {
  readonly id: string
  readonly deadline: Date
  readonly agencies: readonly { readonly id: string; readonly name: string }[]
}

/** `shared`: others have opened it, and nobody has said to join · `ours`: the agency is in it already */
export type StartOutcome =
  | { readonly outcome: 'opened' | 'joined'; readonly roundId: string }
  | { readonly outcome: 'shared' | 'ours'; readonly round: OpenedRound }

/**
 * Opens a round with the agency's desk and one unopened case for each recipient, or joins the round that other agencies
 * have opened. There is one round of a form and year.
 *
 * @throws PortalError notFound (no such form), invalid (a rate is missing), tooEarly (the deadline is over already)
 */
export async function startRound(start: RoundStart, { userId, now }: Changer): Promise<StartOutcome> {
  const { definition } = await loadForm(start.formVersionId)
  const { formVersionId, year, opensAt, deadline, desk } = start
  const { programme, kind } = definition
  if (roundAmounts(definition.rates).some(({ key }) => start.rates[key] === undefined)) throw new PortalError('invalid')
  if (deadline < now) throw new PortalError('tooEarly')
  return transaction(async (tx): Promise<StartOutcome> => {
    await lockRounds(tx)
    const known = await openedRound(tx, definition.id, year)
    if (known?.agencies.some(({ id }) => id === desk.agencyId)) return { outcome: 'ours', round: known }
    if (known && !start.join) return { outcome: 'shared', round: known }
    const row = { programme, kind, year, formVersionId, opensAt, deadline, rates: start.rates }
    const roundId = known?.id ?? (await addRound(tx, row, [desk]))
    if (known) await addDesk(tx, known.id, desk)
    await addRecipients(
      tx,
      { id: roundId, formVersionId: known?.formVersionId ?? formVersionId },
      start.recipientIds.map((organisationId) => ({ organisationId, agencyId: desk.agencyId })),
    )
    await audit(tx, {
      actor: userId,
      action: known ? 'round.join' : 'round.open',
      entity: `round:${roundId}`,
      details: {
        agency: desk.agencyId,
        recipients: start.recipientIds.length,
        ...(known ? {} : { formVersion: formVersionId, deadline: deadline.toISOString(), rates: { ...start.rates } }),
      },
    })
    return { outcome: known ? 'joined' : 'opened', roundId }
  })
}
