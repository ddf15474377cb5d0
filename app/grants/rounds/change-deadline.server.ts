import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { dayOf, endOfDay } from './deadline'
import { extensionOf, moveDeadline, setExtension } from './rounds.store.server'

/** A day as a person types it, «2021-01-15», as the moment when it is over; undefined when there is no such day. */
export function readDay(typed: string): Date | undefined {
  const day = typed.trim()
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const noon = new Date(`${day}T12:00:00Z`)
  // 2021-02-30 rolls over to March, and is no day.
  return Number.isNaN(noon.getTime()) || dayOf(noon) !== day ? undefined : endOfDay(day)
}

/**
 * Moves a round's last day, for every agency in it. Cases that are open see it at once; what has been handed in keeps
 * the judgement of its own moment.
 *
 * @returns whether it changed
 * @throws PortalError notFound, tooEarly (the day is over already)
 */
export async function changeDeadline(roundId: string, deadline: Date, userId: string, now: Date): Promise<boolean> {
  if (deadline < now) throw new PortalError('tooEarly', 'the day is over')
  return transaction(async (tx) => {
    const before = await moveDeadline(tx, roundId, deadline)
    if (before === null) return false
    await audit(tx, {
      actor: userId,
      action: 'round.deadline',
      entity: `round:${roundId}`,
      details: { before: before.toISOString(), after: deadline.toISOString() },
    })
    return true
  })
}

/**
 * Gives one recipient a last day of its own, or takes it away (null). Only for a case of these agencies that has not
 * been handed in.
 *
 * @returns the recipient's name
 * @throws PortalError notFound (no such case, not theirs, or handed in), tooEarly (the day is over already)
 */
export async function extend(
  of: { roundId: string; caseId: string; agencyIds: readonly string[] },
  until: Date | null,
  userId: string,
  now: Date,
): Promise<string> {
  if (until && until < now) throw new PortalError('tooEarly', 'the day is over')
  return transaction(async (tx) => {
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
