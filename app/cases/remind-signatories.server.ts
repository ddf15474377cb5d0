import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { checkCase } from './check.server'
import { tellReminded } from './notices.server'
import { isReminded } from './reminder'
import { loadRequest, lockCase, noteReminder } from './signature.store.server'
import { missingSigners } from './signers'

/**
 * An officer reminds those who have been asked and have not signed, by mail; not themselves.
 *
 * @throws PortalError notFound (also when the request is another case's), stale (nobody is waited for any more), tooMany (they
 * have been reminded today)
 */
export async function remindSignatories(input: {
  /** The case that the officer has the right to. */
  readonly caseId: string
  readonly requestId: string
  readonly officer: { readonly id: string; readonly name: string }
  readonly now: Date
}): Promise<void> {
  const { caseId, officer, now } = input
  const checked = await checkCase(caseId, 'sv')
  await transaction(async (tx) => {
    await lockCase(tx, caseId)
    const request = await loadRequest(input.requestId, tx)
    if (request.caseId !== caseId) throw new PortalError('notFound')
    const others = missingSigners(request).filter(({ person }) => person.id !== officer.id)
    if (request.state !== 'open' || others.length === 0) throw new PortalError('stale')
    if (isReminded(request, now)) throw new PortalError('tooMany')
    await noteReminder(tx, request.id, now)
    await audit(tx, {
      actor: officer.id,
      action: 'signature.reminded',
      entity: `case:${caseId}`,
      details: { request: request.id, signatories: others.map(({ person }) => person.id) },
    })
    await tellReminded(tx, others, { request, checked, officer: officer.name })
  })
}
