import { canonicalText, freeze, sha256Hex } from '~/forms/record'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { putFile } from '~/platform/files.server'
import { type MandateProblem, mandateProblem } from '~/signing/mandates'
import { openConflicts } from './answers.store.server'
import { checkCase } from './check.server'
import { tellSignatory } from './notices.server'
import { printRecord } from './print.server'
import {
  type HeldMandate,
  hasWorkedOn,
  loadRequest,
  lockCase,
  mandatesOf,
  storeRequest,
} from './signature.store.server'

/** Somebody who can be asked to sign, or why not now. */
export interface Candidate {
  readonly mandate: HeldMandate
  readonly problem?: MandateProblem
}

/** Everyone with a mandate in the organisation: those who can sign this case first. */
export async function candidates(caseId: string, organisationId: string, now: Date): Promise<Candidate[]> {
  const mandates = await mandatesOf(organisationId)
  const judged = await Promise.all(
    mandates.map(async (mandate): Promise<Candidate> => {
      const problem = mandateProblem(mandate, now, await hasWorkedOn(caseId, mandate.holder.id))
      return problem ? { mandate, problem } : { mandate }
    }),
  )
  return judged.sort((a, b) => Number(a.problem !== undefined) - Number(b.problem !== undefined))
}

/**
 * Freezes the record, renders the document from it and the chosen mandate alone, stores both by hash, locks the
 * answers and tells the signatory. The signature will use this mandate and no other.
 *
 * @throws PortalError notFound, invalid (not complete, or the mandate does not hold), conflict (a choice between two
 * officers' answers waits), stale (answers changed meanwhile), locked
 * @returns the request's id
 */
export async function requestSignature(input: {
  readonly caseId: string
  readonly mandateId: string
  readonly message: string
  readonly requester: { readonly id: string; readonly name: string }
  readonly now: Date
}): Promise<string> {
  const checked = await checkCase(input.caseId, 'sv')
  const { stored, form, judgement } = checked
  if (stored.state === 'awaitingSignature') throw new PortalError('locked')
  if (stored.state !== 'started') throw new PortalError('closed')
  if (!judgement.complete) throw new PortalError('invalid')
  // Two officers have answered differently: what is signed must be what both know of.
  if ((await openConflicts(stored.id)).length > 0) throw new PortalError('conflict')
  const chosen = (await candidates(stored.id, stored.organisationId, input.now)).find(
    ({ mandate }) => mandate.id === input.mandateId,
  )
  if (!chosen || chosen.problem) throw new PortalError('invalid')
  const { holder, title, decision } = chosen.mandate
  const record = freeze(form, judgement, {
    case: {
      id: stored.id,
      ...(stored.caseNumber ? { caseNumber: stored.caseNumber } : {}),
      ...(stored.ownCaseNumber ? { ownCaseNumber: stored.ownCaseNumber } : {}),
    },
    formVersion: stored.formVersion,
    round: {
      programme: stored.programme,
      kind: stored.kind,
      year: stored.year,
      deadline: stored.deadline.toISOString(),
    },
    surroundings: stored.surroundings,
    frozenAt: input.now,
  })
  const recordText = canonicalText(record)
  const recordHash = sha256Hex(recordText)
  const pdf = await printRecord({
    checked,
    record,
    recordText,
    recordHash,
    signatory: { name: holder.name, title, organisation: stored.organisationName, decision },
    requestedBy: input.requester.name,
  })
  const { sha256: pdfHash } = await putFile(pdf)
  return transaction(async (tx) => {
    const locked = await lockCase(tx, stored.id)
    if (locked.state !== 'started' || locked.revision !== stored.revision) throw new PortalError('stale')
    const requestId = await storeRequest(tx, {
      caseId: stored.id,
      revision: stored.revision,
      record: recordText,
      recordHash,
      pdfHash,
      requesterId: input.requester.id,
      signatoryId: holder.id,
      mandateId: chosen.mandate.id,
      message: input.message.trim() || null,
      requestedAt: input.now,
    })
    await audit(tx, {
      actor: input.requester.id,
      action: 'signature.requested',
      entity: `case:${stored.id}`,
      details: { request: requestId, signatory: holder.id, mandate: chosen.mandate.id, recordHash, pdfHash },
    })
    await tellSignatory(tx, { request: await loadRequest(requestId, tx), checked, record })
    return requestId
  })
}
