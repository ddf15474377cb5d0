import { Readable } from 'node:stream'
import { readRecord } from '~/cases/read-record'
import { loadSubmission } from '~/cases/submission.store.server'
import { audit } from '~/platform/audit.server'
import { transaction } from '~/platform/db.server'
import { PortalError } from '~/platform/errors'
import { readStream } from '~/platform/files.server'
import { fileName, filesIn } from './export/file-names'
import { reviewedCase } from './review.store.server'
import { loadRound } from './round.server'

/** A file on its way out. */
export interface OutgoingFile {
  readonly stream: Readable
  readonly fileName: string
  readonly contentType: string
}

async function handedIn(caseId: string) {
  const [stored, submission] = await Promise.all([reviewedCase(caseId), loadSubmission({ caseId })])
  if (!stored || !submission) throw new PortalError('notFound')
  return { stored, submission }
}

const logged = (userId: string, caseId: string, file: string) =>
  transaction((tx) =>
    audit(tx, { actor: userId, action: 'case.download', entity: `case:${caseId}`, details: { file } }),
  )

/**
 * The sealed document; for the moment that sealing takes, the document as it was signed.
 *
 * @throws PortalError notFound
 */
export async function submittedPdf(caseId: string, userId: string): Promise<OutgoingFile> {
  const { stored, submission } = await handedIn(caseId)
  const sha256 = submission.sealedPdfHash ?? submission.signature?.signedPdfHash
  if (!sha256) throw new PortalError('notFound')
  await logged(userId, caseId, 'pdf')
  const round = await loadRound(stored.roundId, 'sv')
  return {
    stream: await readStream(sha256),
    fileName: fileName(`${stored.organisation.name} – ${round.fileTitle}.pdf`),
    contentType: 'application/pdf',
  }
}

/** The canonical record, letter by letter as it was signed. @throws PortalError notFound */
export async function submittedRecord(caseId: string, userId: string): Promise<OutgoingFile> {
  const { stored, submission } = await handedIn(caseId)
  await logged(userId, caseId, 'record')
  const round = await loadRound(stored.roundId, 'sv')
  return {
    stream: Readable.from([Buffer.from(submission.record)], { objectMode: false }),
    fileName: fileName(`${stored.organisation.name} – ${round.fileTitle}.json`),
    contentType: 'application/json; charset=utf-8',
  }
}

/** An attachment that stands in what was handed in; a hash alone opens nothing. @throws PortalError notFound */
export async function submittedAttachment(caseId: string, sha256: string, userId: string): Promise<OutgoingFile> {
  const { submission } = await handedIn(caseId)
  const file = filesIn(readRecord(submission.record).answers).find((each) => each.sha256 === sha256)
  if (!file) throw new PortalError('notFound')
  await logged(userId, caseId, `attachment ${sha256.slice(0, 12)}`)
  return { stream: await readStream(sha256), fileName: fileName(file.name), contentType: file.type }
}
