import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { sameCaseNumber, tidy } from './case-number'
import { lockCaseNumber, recipientWithNumber, setCaseNumber } from './review.store.server'

/** The longest case number that is taken. */
export const longestNumber = 60

export type NumberOutcome =
  | { readonly type: 'registered' | 'removed' | 'unchanged' }
  /** Another recipient's case has it: nothing was stored. */
  | { readonly type: 'taken'; readonly recipient: string }

/**
 * Registers, changes or takes away (an empty text) the agency's number of a case; the change is logged with both. A
 * number that differs only in padding, spaces or dashes is the same one; two recipients never share one, but an
 * application and its return may.
 * What has been signed keeps the number that it was signed with.
 *
 * @throws PortalError notFound, invalid (too long)
 */
export async function registerNumber(caseId: string, typed: string, userId: string): Promise<NumberOutcome> {
  const caseNumber = tidy(typed)
  if (caseNumber.length > longestNumber) throw new PortalError('invalid', 'too long', { maxLength: longestNumber })
  return transaction(async (tx) => {
    const stored = await lockCaseNumber(tx, caseId)
    if (!stored) throw new PortalError('notFound')
    const before = stored.caseNumber
    if (caseNumber === (before ?? '')) return { type: 'unchanged' }
    if (caseNumber !== '' && !(before !== null && sameCaseNumber(before, caseNumber))) {
      const recipient = await recipientWithNumber(tx, caseNumber, { caseId, agencyId: stored.agencyId })
      if (recipient !== null) return { type: 'taken', recipient }
    }
    await setCaseNumber(tx, caseId, caseNumber === '' ? null : caseNumber)
    await audit(tx, {
      actor: userId,
      action: 'case.number',
      entity: `case:${caseId}`,
      details: { before: before ?? '', after: caseNumber },
    })
    return { type: caseNumber === '' ? 'removed' : 'registered' }
  })
}
