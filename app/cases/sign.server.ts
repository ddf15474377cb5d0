import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { getFile, putFile } from '~/platform/files.server'
import { enqueue } from '~/platform/jobs.server'
import { mandateHolds } from '~/signing/mandates'
import type { SignInMethod } from '~/signing/person'
import { signAsPerson } from '~/signing/sign.server'
import { loadCase } from './case.store.server'
import { loadForm } from './form-versions.store.server'
import { readRecord } from './read-record'
import { hasWorkedOn, loadRequest, lockCase, mandatesOf, type StoredRequest } from './signature.store.server'
import { loadSubmission, storeSubmission } from './submission.store.server'

export const sealJob = 'seal-submission'

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
 * @throws PortalError notFound, forbidden (no mandate that holds), stale (the request is no longer open, or what was
 * seen is not what would be signed)
 * @returns the submission's id
 */
export async function signAndSubmit(input: Sign): Promise<string> {
  const request = await loadRequest(input.requestId)
  if (request.signatory.id !== input.signatory.id) throw new PortalError('notFound')
  const done = await alreadySigned(request)
  if (done) return done
  if (request.state !== 'open' || request.pdfHash !== input.seenHash) throw new PortalError('stale')
  const stored = await loadCase(request.caseId)
  const mandate = await holdingMandate(input, request.caseId, stored.organisationId)
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
    const now = await loadRequest(request.id, tx)
    if (now.state === 'signed') return (await loadSubmission({ caseId: request.caseId }))?.id ?? fail()
    if (now.state !== 'open') throw new PortalError('stale')
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
    const entity = `case:${request.caseId}`
    await audit(tx, {
      actor: input.signatory.id,
      action: 'signature.made',
      entity,
      details: {
        request: request.id,
        recordHash: request.recordHash,
        pdfHash: request.pdfHash,
        signedPdfHash,
        mandate: mandate.id,
        method: input.method,
      },
    })
    await audit(tx, {
      actor: input.signatory.id,
      action: 'case.submitted',
      entity,
      details: { submission: submissionId },
    })
    await enqueue(tx, sealJob, { submissionId })
    return submissionId
  })
}

async function alreadySigned(request: StoredRequest): Promise<string | undefined> {
  return request.state === 'signed' ? (await loadSubmission({ caseId: request.caseId }))?.id : undefined
}

async function holdingMandate(input: Sign, caseId: string, organisationId: string) {
  const own = await hasWorkedOn(caseId, input.signatory.id)
  const mandates = await mandatesOf(organisationId)
  const mandate = mandates.find(
    ({ holder, ...terms }) => holder.id === input.signatory.id && mandateHolds(terms, input.now, own),
  )
  if (!mandate) throw new PortalError('forbidden')
  return mandate
}

function figure(answers: Readonly<Record<string, unknown>>, question: string | undefined): number | null {
  const value = question === undefined ? undefined : answers[question]
  return typeof value === 'number' ? value : null
}

function fail(): never {
  throw new PortalError('stale')
}
