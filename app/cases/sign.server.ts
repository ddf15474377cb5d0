import type { FormDefinition } from '~/forms/definition'
import type { CaseRecord } from '~/forms/record'
import { audit } from '~/platform/audit.server'
import { type Tx, transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { getFile, putFile } from '~/platform/files.server'
import { enqueue } from '~/platform/jobs.server'
import { type MandateProblem, mandateProblem } from '~/signing/mandates'
import type { SignInMethod } from '~/signing/person'
import { signAsPerson } from '~/signing/sign.server'
import { loadCase, type StoredCase } from './case.store.server'
import { loadForm } from './form-versions.store.server'
import { enterJointly } from './joint.server'
import { mustAgreeWithDistricts, reportToCity } from './passed-on.server'
import { readRecord } from './read-record'
import {
  hasWorkedOn,
  loadRequest,
  lockCase,
  type NamedMandate,
  type StoredRequest,
  storeSignature,
} from './signature.store.server'
import { missingSigners, roleOf, type Signer, signerOf, signersOf, titleAs } from './signers'
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
 * Signs exactly the document that was seen: the signature is appended to it, behind those of others that may have signed meanwhile.
 * The last of those whom the form asks for submits the case: one transaction fixes the signature, the time of receipt and the
 * job that seals and sends the receipt. Signing twice gives the same.
 *
 * @throws PortalError notFound, forbidden (the mandate that the document names does not hold), stale (the request is no
 * longer open, what was seen is not what would be signed, or a district has reported since), conflict (`joint`: another case of
 * the round names the recipient, or a partner has handed in for itself)
 * @returns the submission's id; undefined while others have yet to sign
 */
export async function signAndSubmit(input: Sign): Promise<string | undefined> {
  const request = await loadRequest(input.requestId)
  const signer = signerOf(request, input.signatory.id)
  if (!signer) throw new PortalError('notFound')
  if (request.state === 'signed') return submissionOf(request.id)
  if (request.state !== 'open' || request.pdfHash !== input.seenHash) throw new PortalError('stale')
  if (signer.signedAt) return undefined
  const stored = await loadCase(request.caseId)
  const { definition } = await loadForm(stored.formVersionId)
  const mandate = await holdingMandate(request, signer, input.now)
  const record = readRecord(request.record)
  const { orgNumber } = signer.partner ?? record.surroundings.recipient
  const signed = await signAsPerson(
    await getFile(request.signedPdfHash ?? request.pdfHash),
    {
      name: input.signatory.name,
      organisation: signer.partner?.name ?? stored.organisationName,
      ...(orgNumber ? { orgNumber } : {}),
      title: titleAs(mandate.title, roleOf(definition, signer.role)),
      method: input.method,
      at: input.now,
      reason: mandate.decision,
    },
    undefined,
    signersOf(request).length - missingSigners(request).length,
  )
  const { sha256: signedPdfHash } = await putFile(signed)
  const made = await transaction(async (tx) => {
    await lockCase(tx, request.caseId)
    const latest = await loadRequest(request.id, tx)
    if (latest.state === 'signed') return { submissionId: await submissionOf(request.id, tx) }
    if (latest.state !== 'open') throw new PortalError('stale')
    if (signerOf(latest, input.signatory.id)?.signedAt) return { submissionId: undefined }
    // Somebody else has signed meanwhile: this signature must stand behind theirs.
    if (latest.signedPdfHash !== request.signedPdfHash) return undefined
    // The mandate must hold when the signature is stored, not only when it was made.
    await holdingMandate(latest, signer, input.now, tx)
    await mustAgreeWithDistricts(tx, stored, record)
    await storeSignature(tx, {
      requestId: request.id,
      role: signer.role,
      userId: input.signatory.id,
      mandateId: mandate.id,
      method: input.method,
      seenHash: input.seenHash,
      signedPdfHash,
      at: input.now,
    })
    const isLast = missingSigners(latest).length === 1
    const submissionId = isLast ? await submit(tx, { request, stored, definition, record, ...input }) : undefined
    const actor = input.signatory.id
    const entity = `case:${request.caseId}`
    const details = {
      request: request.id,
      recordHash: request.recordHash,
      pdfHash: request.pdfHash,
      signedPdfHash,
      mandate: mandate.id,
      method: input.method,
      ...(signer.role === null ? {} : { role: signer.role }),
    }
    await audit(tx, { actor, action: 'signature.made', entity, details })
    if (submissionId)
      await audit(tx, { actor, action: 'case.submitted', entity, details: { submission: submissionId } })
    return { submissionId }
  })
  return made ? made.submissionId : signAndSubmit(input)
}

/** Submits the case in the transaction that stores the last signature. */
async function submit(
  tx: Tx,
  {
    request,
    stored,
    definition,
    record,
    signatory,
    now,
  }: Pick<Sign, 'signatory' | 'now'> & {
    readonly request: StoredRequest
    readonly stored: StoredCase
    readonly definition: FormDefinition
    readonly record: CaseRecord
  },
): Promise<string> {
  await enterJointly(tx, stored, definition, record.answers)
  const { amount, remaining } = definition.figures
  const submissionId = await storeSubmission(tx, {
    requestId: request.id,
    caseId: request.caseId,
    receivedAt: now,
    late: now > stored.deadline,
    amount: figure(record.answers, amount),
    remaining: figure(record.answers, remaining),
  })
  await reportToCity(tx, stored, { submissionId, record, userId: signatory.id, now })
  await enqueue(tx, sealJob, { submissionId }, { startAfter: new Date(now.getTime() + graceForSealing) })
  return submissionId
}

async function submissionOf(requestId: string, tx?: Tx): Promise<string> {
  const submission = await loadSubmission({ requestId }, tx)
  if (!submission) throw new PortalError('stale')
  return submission.id
}

/** Why a person cannot sign: their mandate does not hold, or (`unnamed`) the request is so old that it names none. */
export type SigningProblem = MandateProblem | 'unnamed'

/** What keeps a signer from signing now with the mandate that the request names; undefined when nothing does. */
export async function signingProblem(
  { caseId }: StoredRequest,
  { person, mandate }: Signer,
  now: Date,
  tx?: Tx,
): Promise<SigningProblem | undefined> {
  if (!mandate) return 'unnamed'
  // Revoked is revoked, also when it came to pass after `now` was read.
  if (mandate.revokedAt) return 'revoked'
  return mandateProblem(mandate, now, await hasWorkedOn(caseId, person.id, tx))
}

/** @throws PortalError forbidden: the mandate that the request names does not hold */
async function holdingMandate(request: StoredRequest, { person }: Signer, now: Date, tx?: Tx): Promise<NamedMandate> {
  const signer = signerOf(request, person.id)
  if (!signer?.mandate || (await signingProblem(request, signer, now, tx))) throw new PortalError('forbidden')
  return signer.mandate
}

function figure(answers: Readonly<Record<string, unknown>>, question: string | undefined): number | null {
  const value = question === undefined ? undefined : answers[question]
  return typeof value === 'number' ? value : null
}
