import { db, type Tx } from '~/platform/db.server'
import { isPartner } from './signers'

export interface StoredSubmission {
  readonly id: string
  readonly caseId: string
  readonly version: number
  readonly requestId: string
  readonly receivedAt: Date
  readonly late: boolean
  readonly sealedPdfHash: string | null
  readonly receiptSentAt: Date | null
  readonly signature: {
    readonly at: Date
    readonly method: string
    /** Of the document with every signature. */
    readonly signedPdfHash: string
    readonly name: string
    readonly title: string
  } | null
  /** Who has signed beside the signatory, in the form's order. */
  readonly further: readonly {
    readonly role: string
    readonly name: string
    readonly title: string
    readonly at: Date
    /** Whom they have signed for, where that is a partner. */
    readonly partner: string | undefined
  }[]
  readonly recordHash: string
  readonly record: string
}

const include = {
  request: {
    include: {
      signature: { include: { user: { select: { name: true } }, mandate: true } },
      further: {
        include: {
          signatory: { select: { name: true } },
          mandate: { include: { organisation: { select: { id: true, name: true } } } },
        },
        orderBy: { place: 'asc' },
      },
    },
  },
} as const

/** One submission by its id or its request's, or the latest of a case. */
export async function loadSubmission(
  where: { id: string } | { caseId: string } | { requestId: string },
  tx: Tx = db(),
): Promise<StoredSubmission | null> {
  const row = await tx.submission.findFirst({ where, orderBy: { version: 'desc' }, include })
  if (!row) return null
  const { request, ...submission } = row
  const { signature, recordHash, record } = request
  return {
    ...submission,
    recordHash,
    record,
    signature: signature && {
      at: signature.at,
      method: signature.method,
      signedPdfHash: request.signedPdfHash ?? signature.signedPdfHash,
      name: signature.user.name,
      title: signature.mandate.title,
    },
    further: request.further.flatMap(({ role, signatory, mandate, signedAt: at }) =>
      at
        ? [
            {
              role,
              name: signatory.name,
              title: mandate.title,
              at,
              partner: isPartner(role) ? mandate.organisation.name : undefined,
            },
          ]
        : [],
    ),
  }
}

/** Fixes the time of receipt and the state of the case, in the caller's transaction; every signature is there. */
export async function storeSubmission(
  tx: Tx,
  input: {
    requestId: string
    caseId: string
    receivedAt: Date
    late: boolean
    amount: number | null
    remaining: number | null
  },
): Promise<string> {
  const { requestId, caseId, receivedAt, late } = input
  await tx.signatureRequest.update({ where: { id: requestId }, data: { state: 'signed', closedAt: receivedAt } })
  const version = 1 + (await tx.submission.count({ where: { caseId } }))
  const { id } = await tx.submission.create({ data: { caseId, version, requestId, receivedAt, late } })
  await tx.case.update({
    where: { id: caseId },
    data: { state: 'submitted', submittedAt: receivedAt, late, amount: input.amount, remaining: input.remaining },
  })
  return id
}

export async function storeSealed(submissionId: string, sealedPdfHash: string, sealedAt: Date): Promise<void> {
  await db().submission.updateMany({
    where: { id: submissionId, sealedPdfHash: null },
    data: { sealedPdfHash, sealedAt },
  })
}

/** True for the one who is to send the receipt: of two at once, only one gets it. */
export async function claimReceipt(tx: Tx, submissionId: string, now: Date): Promise<boolean> {
  const { count } = await tx.submission.updateMany({
    where: { id: submissionId, receiptSentAt: null },
    data: { receiptSentAt: now },
  })
  return count === 1
}

/** Submissions whose document is not sealed, or whose receipt has not gone out: what a crash left. */
export async function unfinishedSubmissions(): Promise<string[]> {
  const rows = await db().submission.findMany({
    where: { OR: [{ sealedPdfHash: null }, { receiptSentAt: null }] },
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/**
 * What is known of a document that somebody holds: when exactly these bytes were received, and whether a document with
 * this control code was. Says nothing about the case.
 */
export async function findReceived(
  sha256: string,
  recordHash: string | undefined,
): Promise<{ readonly at: Date | undefined; readonly code: boolean }> {
  const [same, code] = await Promise.all([
    db().submission.findFirst({ where: { sealedPdfHash: sha256 }, select: { receivedAt: true } }),
    recordHash === undefined
      ? null
      : db().submission.findFirst({ where: { request: { recordHash } }, select: { id: true } }),
  ])
  return { at: same?.receivedAt, code: code !== null }
}
