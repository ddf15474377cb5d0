import { audit } from '~/platform/audit.server'
import { db, type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { getFile, putFile } from '~/platform/files.server'
import { enqueue } from '~/platform/jobs.server'
import { type MandateProblem, mandateProblem } from '~/signing/mandates'
import type { SignInMethod } from '~/signing/person'
import { signAsPerson } from '~/signing/sign.server'
import { loadCase } from './case.store.server'
import { loadForm } from './form-versions.store.server'
import { readRecord } from './read-record'
import { type HeldMandate, hasWorkedOn, loadRequest, lockCase, mandatesOf } from './signature.store.server'
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
 * @throws PortalError notFound, forbidden (no mandate that holds), stale (the request is no longer open, or what was
 * seen is not what would be signed)
 * @returns the submission's id
 */
export async function signAndSubmit(input: Sign): Promise<string> {
  const request = await loadRequest(input.requestId)
  if (request.signatory.id !== input.signatory.id) throw new PortalError('notFound')
  if (request.state === 'signed') return submissionOf(request.id)
  if (request.state !== 'open' || request.pdfHash !== input.seenHash) throw new PortalError('stale')
  const stored = await loadCase(request.caseId)
  const signing = { caseId: request.caseId, organisationId: stored.organisationId, userId: input.signatory.id }
  const mandate = await holdingMandate(signing, input.now)
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
    const { state } = await loadRequest(request.id, tx)
    if (state === 'signed') return submissionOf(request.id, tx)
    if (state !== 'open') throw new PortalError('stale')
    // The signature names this mandate: it must hold when it is stored, not only when it was made.
    if ((await holdingMandate(signing, input.now, tx)).id !== mandate.id) throw new PortalError('forbidden')
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

/** Who would sign what. */
interface Signing {
  readonly caseId: string
  readonly organisationId: string
  readonly userId: string
}

/** Why a person cannot sign a case: no mandate in its organisation at all, or none that holds. */
export type SigningProblem = MandateProblem | 'none'

/** What keeps a person from signing a case now; undefined when nothing does. */
export async function signingProblem(signing: Signing, now: Date): Promise<SigningProblem | undefined> {
  const judged = await judgedMandates(signing, now)
  return judged.some(({ problem }) => !problem) ? undefined : (judged[0]?.problem ?? 'none')
}

async function holdingMandate(signing: Signing, now: Date, tx?: Tx): Promise<HeldMandate> {
  const holding = (await judgedMandates(signing, now, tx)).find(({ problem }) => !problem)
  if (!holding) throw new PortalError('forbidden')
  return holding.mandate
}

async function judgedMandates({ caseId, organisationId, userId }: Signing, now: Date, tx: Tx = db()) {
  const own = await hasWorkedOn(caseId, userId, tx)
  const mandates = await mandatesOf(organisationId, tx)
  return mandates
    .filter(({ holder }) => holder.id === userId)
    .map((mandate) => ({ mandate, problem: mandateProblem(mandate, now, own) }))
}

function figure(answers: Readonly<Record<string, unknown>>, question: string | undefined): number | null {
  const value = question === undefined ? undefined : answers[question]
  return typeof value === 'number' ? value : null
}
