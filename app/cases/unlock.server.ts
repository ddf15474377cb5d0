import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { tellDeclined, tellUnlocked } from './notices.server'
import { endRequest, loadRequest, lockCase } from './signature.store.server'
import { signerOf } from './signers'

/**
 * An officer opens the answers again: the request is void, and whatever the signatories have on the screen cannot be signed.
 *
 * @throws PortalError notFound (also when the request is another case's), stale (signed, declined or unlocked already)
 */
export async function unlockAnswers(input: {
  /** The case that the officer has the right to. */
  readonly caseId: string
  readonly requestId: string
  readonly officer: { readonly id: string; readonly name: string }
  readonly now: Date
}): Promise<void> {
  await transaction(async (tx) => {
    const request = await loadRequest(input.requestId, tx)
    if (request.caseId !== input.caseId) throw new PortalError('notFound')
    await lockCase(tx, request.caseId)
    const ended = await endRequest(tx, request.id, { state: 'voided', at: input.now })
    if (!ended) throw new PortalError('stale')
    await audit(tx, {
      actor: input.officer.id,
      action: 'signature.voided',
      entity: `case:${request.caseId}`,
      details: { request: request.id },
    })
    await tellUnlocked(tx, request, input.officer)
  })
}

/**
 * One of those who are asked declines, with a reason for the officer; the answers open again. What others have signed
 * already counts no longer, and they are told.
 *
 * @throws PortalError notFound, stale
 */
export async function declineSignature(input: {
  readonly requestId: string
  readonly signatoryId: string
  readonly reason: string
  readonly now: Date
}): Promise<void> {
  await transaction(async (tx) => {
    const request = await loadRequest(input.requestId, tx)
    const signer = signerOf(request, input.signatoryId)
    if (!signer) throw new PortalError('notFound')
    // Who has signed asks the officer to unlock.
    if (signer.signedAt) throw new PortalError('stale')
    await lockCase(tx, request.caseId)
    const { reason, now: at } = input
    const ended = await endRequest(tx, request.id, { state: 'declined', at, reason, by: signer.person.id })
    if (!ended) throw new PortalError('stale')
    await audit(tx, {
      actor: input.signatoryId,
      action: 'signature.declined',
      entity: `case:${request.caseId}`,
      details: { request: request.id },
    })
    await tellDeclined(tx, request, signer.person, reason)
    await tellUnlocked(tx, request, signer.person, 'declined')
  })
}
