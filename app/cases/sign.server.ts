import { audit } from '~/platform/audit.server'
import { type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { getFile, putFile } from '~/platform/files.server'
import { enqueue } from '~/platform/jobs.server'
import { type MandateProblem, mandateProblem } from '~/signing/mandates'
import type { SignInMethod } from '~/signing/person'
import { signAsPerson } from '~/signing/sign.server'
import { loadCase } from './case.store.server'
import { loadForm } from './form-versions.store.server'
import { mustAgreeWithDistricts, reportToCity } from './passed-on.server'
import { readRecord } from './read-record'
import { hasWorkedOn, loadRequest, lockCase, type NamedMandate, type StoredRequest } from './signature.store.server'
import { loadSubmission, storeSubmission } from './submission.store.server'

export const sealJob = 'seal-submission'

/** Whoever signs seals at once as well; the job is there for when that breaks off. In milliseconds. */
const graceForSealing = 15_000

export interface Sign {
  readonly requestId: string
  /** The hash of the document that the signatory had before them. */
  readonly seenHash: string
  readonly signatory: { readonly id: string; readonly name: string }
  readonly method: SignInMethod
  readonly now: Date
}

/**
 * Signs exactly the document that was seen, and submits the case: one transaction fixes the signature, the time of
 * receipt and the job that seals and sends the receipt. Signing twice gives the same submission.
 *
 * @throws PortalError notFound, forbidden (the mandate that the document names does not hold), stale (the request is no
 * longer open, what was seen is not what would be signed, or a district has reported since)
 * @returns the submission's id
 */
export async function signAndSubmit(input: Sign): Promise<string> {
  const request = await loadRequest(input.requestId)
  if (request.signatory.id !== input.signatory.id) throw new PortalError('notFound')
  if (request.state === 'signed') return submissionOf(request.id)
  if (request.state !== 'open' || request.pdfHash !== input.seenHash) throw new PortalError('stale')
  const stored = await loadCase(request.caseId)
  const mandate = await holdingMandate(request, input.now)
  const record = readRecord(request.record)
  const signed = await signAsPerson(await getFile(request.pdfHash), {
    name: input.signatory.name,
    organisation: stored.organisationName,
    ...(record.surroundings.recipient.orgNumber ? { orgNumber: record.surroundings.recipient.orgNumber } : {}),
    title: mandate.title,
    method: input.method,
    at: input.now,
    reason: mandate.decision,
  })
  const { sha256: signedPdfHash } = await putFile(signed)
  const form = await loadForm(stored.formVersionId)
  const { amount, remaining } = form.definition.figures
  return transaction(async (tx) => {
    await lockCase(tx, request.caseId)
    const latest = await loadRequest(request.id, tx)
    if (latest.state === 'signed') return submissionOf(request.id, tx)
    if (latest.state !== 'open') throw new PortalError('stale')
    // The mandate must hold when the signature is stored, not only when it was made.
    await holdingMandate(latest, input.now, tx)
    await mustAgreeWithDistricts(tx, stored, record)
    const submissionId = await storeSubmission(tx, {
      requestId: request.id,
      caseId: request.caseId,
      userId: input.signatory.id,
      mandateId: mandate.id,
      method: input.method,
      seenHash: input.seenHash,
      signedPdfHash,
      signedAt: input.now,
      receivedAt: input.now,
      late: input.now > stored.deadline,
      amount: figure(record.answers, amount),
      remaining: figure(record.answers, remaining),
    })
    await reportToCity(tx, stored, { submissionId, record, userId: input.signatory.id, now: input.now })
    const startAfter = new Date(input.now.getTime() + graceForSealing)
    await enqueue(tx, sealJob, { submissionId }, { startAfter })
    const actor = input.signatory.id
    const entity = `case:${request.caseId}`
    const details = {
      request: request.id,
      recordHash: request.recordHash,
      pdfHash: request.pdfHash,
      signedPdfHash,
      mandate: mandate.id,
      method: input.method,
    }
    await audit(tx, { actor, action: 'signature.made', entity, details })
    await audit(tx, { actor, action: 'case.submitted', entity, details: { submission: submissionId } })
    return submissionId
  })
}

async function submissionOf(requestId: string, tx?: Tx): Promise<string> {
  const submission = await loadSubmission({ requestId }, tx)
  if (!submission) throw new PortalError('stale')
  return submission.id
}

/** Why a person cannot sign: their mandate does not hold, or (`unnamed`) the request is so old that it names none. */
export type SigningProblem = MandateProblem | 'unnamed'

/** What keeps the signatory from signing now with the mandate that the request names; undefined when nothing does. */
export async function signingProblem(
  { caseId, signatory, mandate }: StoredRequest,
  now: Date,
  tx?: Tx,
): Promise<SigningProblem | undefined> {
  if (!mandate) return 'unnamed'
  // Revoked is revoked, also when it came to pass after `now` was read.
  if (mandate.revokedAt) return 'revoked'
  return mandateProblem(mandate, now, await hasWorkedOn(caseId, signatory.id, tx))
}

/** @throws PortalError forbidden: the mandate that the request names does not hold */
async function holdingMandate(request: StoredRequest, now: Date, tx?: Tx): Promise<NamedMandate> {
  if (!request.mandate || (await signingProblem(request, now, tx))) throw new PortalError('forbidden')
  return request.mandate
}

function figure(answers: Readonly<Record<string, unknown>>, question: string | undefined): number | null {
  const value = question === undefined ? undefined : answers[question]
  return typeof value === 'number' ? value : null
}
