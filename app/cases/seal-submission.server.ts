import { systemClock } from '~/platform/clock'
import { transaction } from '~/platform/db.server'
import { getFile, putFile } from '~/platform/files.server'
import { log } from '~/platform/log.server'
import { seal } from '~/signing/seal.server'
import { verifySealed } from '~/signing/verify.server'
import { sendReceipt } from './notices.server'
import { claimReceipt, loadSubmission, storeSealed, unfinishedSubmissions } from './submission.store.server'

/**
 * Closes a submitted document with the portal's e-seal, verifies it again, stores it and sends the receipt. Run again
 * after a crash at any point, it goes on where it was and ends in the same place: one sealed document, one receipt.
 */
export async function sealSubmission(submissionId: string, now: Date = systemClock()): Promise<void> {
  const submission = await loadSubmission({ id: submissionId })
  if (!submission?.signature) return
  const sealed =
    submission.sealedPdfHash ?? (await sealAndStore(submission.id, submission.signature.signedPdfHash, now))
  await transaction(async (tx) => {
    if (await claimReceipt(tx, submission.id, now)) await sendReceipt(tx, submission, sealed)
  })
}

/**
 * Seals right after the submission, so that the receipt has its document at once. Never throws: what fails here, the job
 * tries again, and the case is submitted all the same.
 */
export async function sealAtOnce(submissionId: string, now: Date): Promise<void> {
  try {
    await sealSubmission(submissionId, now)
  } catch (error) {
    log().error({ err: error, submissionId }, 'a submission could not be sealed at once and will be tried again')
  }
}

/** Takes up what a crash left between submission and receipt. */
export async function resumeSealing(): Promise<void> {
  for (const id of await unfinishedSubmissions()) await sealSubmission(id)
}

async function sealAndStore(submissionId: string, signedPdfHash: string, now: Date): Promise<string> {
  const pdf = await seal(await getFile(signedPdfHash), now)
  const { verdict, signatures } = await verifySealed(pdf)
  if (verdict !== 'authentic') {
    const problems = signatures.flatMap((signature) => signature.problems).join('; ')
    throw new Error(`The sealed document does not verify: ${verdict} ${problems}`)
  }
  const { sha256 } = await putFile(pdf)
  await storeSealed(submissionId, sha256, now)
  return (await loadSubmission({ id: submissionId }))?.sealedPdfHash ?? sha256
}
