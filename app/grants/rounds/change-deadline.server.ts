import { audit } from '~/platform/audit.server'
import { type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { dayOf, endOfDay } from './deadline'
import { extensionOf, moveDeadline, roundById, setExtension, setExtensions } from './rounds.store.server'

/** A day as a person types it, «2021-01-15», as the moment when it is over; undefined when there is no such day. */
export function readDay(typed: string): Date | undefined {
  const day = typed.trim()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const noon = new Date(`${day}T12:00:00Z`)
  // 2021-02-30 rolls over to March, and is no day.
  return Number.isNaN(noon.getTime()) || dayOf(noon) !== day ? undefined : endOfDay(day)
}

/** What of a round somebody may change: the cases of their agencies. */
export interface ManagedRound {
  readonly roundId: string
  readonly agencyIds: readonly string[]
}

/** Who changes something, and when. */
export interface Changer {
  readonly userId: string
  readonly now: Date
}

/**
 * Moves a round's last day. Cases that are open see it at once; what has been handed in keeps the judgement of its own
 * moment. Only where no other agency has a desk in the round: its recipients would be moved, too.
 *
 * @returns whether it changed
 * @throws PortalError notFound, forbidden (the round is shared), tooEarly (the day is over already)
 */
export async function changeDeadline(of: ManagedRound, deadline: Date, { userId, now }: Changer): Promise<boolean> {
  if (deadline < now) throw new PortalError('tooEarly', 'the day is over')
  return transaction(async (tx) => {
    const round = await roundById(of.roundId, tx)
    if (!round) throw new PortalError('notFound')
    if (!round.deskAgencyIds.every((id) => of.agencyIds.includes(id))) throw new PortalError('forbidden')
    const before = await moveDeadline(tx, of.roundId, deadline)
    if (before === null) return false
    await audit(tx, {
      actor: userId,
      action: 'round.deadline',
      entity: `round:${of.roundId}`,
      details: { before: before.toISOString(), after: deadline.toISOString() },
    })
    return true
  })
}

/** An extension is later than the deadline that it extends, and not over already. */
async function mustExtend(tx: Tx, roundId: string, until: Date | null, now: Date): Promise<void> {
  if (until === null) return
  if (until < now) throw new PortalError('tooEarly', 'the day is over')
  const round = await roundById(roundId, tx)
  if (!round) throw new PortalError('notFound')
  if (until <= round.deadline) throw new PortalError('invalid', 'not later than the deadline')
}

/**
 * Gives one recipient a last day of its own, or takes it away (null). Only for a case of these agencies that has not
 * been handed in.
 *
 * @returns the recipient's name
 * @throws PortalError notFound (no such case, not theirs, or handed in), tooEarly (the day is over already), invalid
 *   (not later than the round's own deadline)
 */
export async function extend(
  of: ManagedRound & { readonly caseId: string },
  until: Date | null,
  { userId, now }: Changer,
): Promise<string> {
  return transaction(async (tx) => {
    await mustExtend(tx, of.roundId, until, now)
    const before = await extensionOf(tx, of)
    if (!before) throw new PortalError('notFound')
    await setExtension(tx, of.caseId, until)
    await audit(tx, {
      actor: userId,
      action: 'case.extension',
      entity: `case:${of.caseId}`,
      details: { before: before.extendedTo?.toISOString() ?? '', after: until?.toISOString() ?? '' },
    })
    return before.name
  })
}

/**
 * The same for every recipient of these agencies that has not handed in.
 *
 * @returns how many
 * @throws PortalError as `extend`
 */
export async function extendAll(of: ManagedRound, until: Date | null, { userId, now }: Changer): Promise<number> {
  return transaction(async (tx) => {
    await mustExtend(tx, of.roundId, until, now)
    const cases = await setExtensions(tx, of, until)
    await audit(tx, {
      actor: userId,
      action: 'round.extension',
      entity: `round:${of.roundId}`,
      details: { cases, after: until?.toISOString() ?? '' },
    })
    return cases
  })
}
