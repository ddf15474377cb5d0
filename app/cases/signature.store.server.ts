import type { RequestState } from '~/generated/prisma/enums'
import { isId } from '~/platform/access/facts'
import { db, type Tx } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'

export interface StoredRequest {
  readonly id: string
  readonly caseId: string
  readonly revision: number
  /** Canonical JSON text, exactly what was hashed. */
  readonly record: string
  readonly recordHash: string
  readonly pdfHash: string
  readonly state: RequestState
  readonly message: string | null
  readonly requestedAt: Date
  /** When those who are missing were last reminded. */
  readonly remindedAt: Date | null
  readonly closedAt: Date | null
  readonly declineReason: string | null
  readonly requester: Person
  readonly signatory: Person
  /** What the document names and the signature uses; null in a request from before it was kept. */
  readonly mandate: NamedMandate | null
  /** The signatory's own signature, which may wait for those of others. */
  readonly signature: { readonly at: Date } | null
  /** Who signs beside the signatory, in the form's order. */
  readonly further: readonly StoredSigner[]
  /** Whoever of them all declined; null in a request from before it was kept, where only the signatory could. */
  readonly declinedBy: Person | null
  /** The document with the signatures that have been made; null when there is none. */
  readonly signedPdfHash: string | null
}

export interface StoredSigner {
  /** `signers` of the form. */
  readonly role: string
  readonly signatory: Person
  readonly mandate: NamedMandate & {
    readonly organisation: { readonly id: string; readonly name: string; readonly orgNumber: string | null }
  }
  readonly signedAt: Date | null
}

/** A mandate as a request names it. */
export type NamedMandate = Omit<HeldMandate, 'holder'>

export interface Person {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly title: string | null
  readonly language: string
}

const people = { select: { id: true, name: true, email: true, title: true, language: true } } as const
const withPeople = {
  requester: people,
  signatory: people,
  mandate: true,
  declinedBy: people,
  signature: { select: { at: true } },
  further: {
    include: {
      signatory: people,
      mandate: { include: { organisation: { select: { id: true, name: true, orgNumber: true } } } },
    },
    orderBy: { place: 'asc' },
  },
} as const

/** @throws PortalError notFound */
export async function loadRequest(requestId: string, tx: Tx = db()): Promise<StoredRequest> {
  if (!isId(requestId)) throw new PortalError('notFound')
  const row = await tx.signatureRequest.findUnique({
    where: { id: requestId },
    include: withPeople,
  })
  if (!row) throw new PortalError('notFound')
  return row
}

/** The latest request of a case, whatever its state. */
export function latestRequest(caseId: string): Promise<StoredRequest | null> {
  return db().signatureRequest.findFirst({
    where: { caseId },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    include: withPeople,
  })
}

/** Locks the case's row for the rest of the transaction: signing, unlocking and asking never run at once. */
export async function lockCase(tx: Tx, caseId: string): Promise<{ state: string; revision: number }> {
  const rows = await tx.$queryRaw<{ state: string; revision: number }[]>`
    SELECT "state"::text, "revision" FROM "Case" WHERE "id" = ${caseId}::uuid FOR UPDATE`
  if (!rows[0]) throw new PortalError('notFound')
  return rows[0]
}

export async function storeRequest(
  tx: Tx,
  {
    further,
    ...request
  }: {
    caseId: string
    revision: number
    record: string
    recordHash: string
    pdfHash: string
    requesterId: string
    signatoryId: string
    mandateId: string
    further: readonly { role: string; signatoryId: string; mandateId: string }[]
    message: string | null
    requestedAt: Date
  },
): Promise<string> {
  await tx.case.update({ where: { id: request.caseId }, data: { state: 'awaitingSignature' } })
  const { id } = await tx.signatureRequest.create({ data: request, select: { id: true } })
  await tx.furtherSigner.createMany({ data: further.map((each, place) => ({ ...each, place, requestId: id })) })
  return id
}

export async function noteReminder(tx: Tx, requestId: string, remindedAt: Date): Promise<void> {
  await tx.signatureRequest.update({ where: { id: requestId }, data: { remindedAt } })
}

/**
 * Ends an open request and opens the answers again. Signatures that some have made already count no longer; the audit log still
 * knows them. False when it was not open any more.
 */
export async function endRequest(
  tx: Tx,
  requestId: string,
  end: { state: 'voided' | 'declined'; at: Date; reason?: string; by?: string },
): Promise<boolean> {
  const { count } = await tx.signatureRequest.updateMany({
    where: { id: requestId, state: 'open' },
    data: {
      state: end.state,
      closedAt: end.at,
      declineReason: end.reason ?? null,
      declinedById: end.by ?? null,
      signedPdfHash: null,
    },
  })
  if (count === 0) return false
  await tx.signature.deleteMany({ where: { requestId } })
  await tx.furtherSigner.updateMany({ where: { requestId }, data: { signedAt: null, method: null } })
  const { caseId } = await tx.signatureRequest.findUniqueOrThrow({ where: { id: requestId }, select: { caseId: true } })
  await tx.case.updateMany({ where: { id: caseId, state: 'awaitingSignature' }, data: { state: 'started' } })
  return true
}

/** Keeps one signature, and the document that holds it and all before. `role` null: the signatory's. */
export async function storeSignature(
  tx: Tx,
  made: {
    requestId: string
    role: string | null
    userId: string
    mandateId: string
    method: string
    seenHash: string
    signedPdfHash: string
    at: Date
  },
): Promise<void> {
  const { requestId, role, at, method, signedPdfHash } = made
  await tx.signatureRequest.update({ where: { id: requestId }, data: { signedPdfHash } })
  if (role !== null) {
    await tx.furtherSigner.update({
      where: { requestId_role: { requestId, role } },
      data: { signedAt: at, method },
    })
    return
  }
  const { userId, mandateId, seenHash } = made
  await tx.signature.create({ data: { requestId, userId, mandateId, at, method, seenHash, signedPdfHash } })
}

/** Whether this person has changed any answer of the case up to a revision. */
export async function hasWorkedOn(caseId: string, userId: string, tx: Tx = db()): Promise<boolean> {
  return (await tx.answerChange.findFirst({ where: { caseId, userId }, select: { revision: true } })) !== null
}

export interface HeldMandate {
  readonly id: string
  readonly title: string
  readonly decision: string
  readonly ownWork: boolean
  readonly validFrom: Date
  readonly validTo: Date | null
  readonly revokedAt: Date | null
  readonly holder: Person
}

/** Every mandate of an organisation that has not been revoked: to sign for it, or (`role`) as a further signer. */
export function mandatesOf(organisationId: string, role: string | null = null, tx: Tx = db()): Promise<HeldMandate[]> {
  return tx.mandate.findMany({
    where: { organisationId, role, revokedAt: null },
    include: { holder: people },
    orderBy: { holder: { name: 'asc' } },
  })
}

/** The requests that wait for a person, and the latest that they have answered. */
export async function requestsFor(userId: string): Promise<readonly StoredRequest[]> {
  const include = withPeople
  const theirs = { OR: [{ signatoryId: userId }, { further: { some: { signatoryId: userId } } }] }
  const [open, answered] = await Promise.all([
    db().signatureRequest.findMany({ where: { ...theirs, state: 'open' }, include, take: 200 }),
    db().signatureRequest.findMany({
      where: { ...theirs, state: { in: ['signed', 'declined'] } },
      orderBy: { closedAt: 'desc' },
      include,
      take: 50,
    }),
  ])
  return [...open, ...answered]
}
