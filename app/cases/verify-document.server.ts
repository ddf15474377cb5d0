import { sha256Hex } from '~/forms/canonical'
import { formatDateTime } from '~/forms/format'
import type { Language } from '~/forms/text'
import { PortalError } from '~/platform/errors'
import { describeVerification } from '~/signing/describe'
import type { VerificationWords } from '~/signing/verification'
import { verifySealed } from '~/signing/verify.server'
import { findReceived } from './submission.store.server'

/** Bytes. */
export const largestDocument = 60 * 1024 * 1024

export interface VerifiedDocument {
  readonly words: VerificationWords
  /**
   * What this portal knows of it: when it received exactly these bytes, in words; that it has received the same answers
   * in another file, said only of a file that is as it was signed; or nothing.
   */
  readonly received: { readonly at: string } | 'sameAnswers' | undefined
  /** How much of the file is as it was signed, where something was changed after that. Bytes. */
  readonly intactLength?: number | undefined
}

/** Documents of strangers are taken apart in this process: a few at a time, so that the portal's own work goes on. */
const atOnce = 2
let running = 0

/**
 * Verifies a document that somebody holds, and looks up whether this portal has received it. Keeps nothing, and tells
 * nothing of the case.
 *
 * @throws PortalError tooLarge, unavailable (too many at once)
 */
export async function verifyDocument(pdf: Uint8Array, language: Language): Promise<VerifiedDocument> {
  if (pdf.length > largestDocument) throw new PortalError('tooLarge')
  if (running >= atOnce) throw new PortalError('unavailable')
  running++
  try {
    const verification = await verifySealed(pdf)
    const { recordHash, verdict, intactLength } = verification
    const known = await findReceived(sha256Hex(pdf), recordHash)
    const words = describeVerification(verification, language, known.code ? 'found' : 'notFound')
    const cut = verdict === 'changed' && intactLength !== undefined && intactLength < pdf.length
    return {
      words,
      received: known.at
        ? { at: formatDateTime(known.at, language, { seconds: true, weekday: true }) }
        : known.code && words.state === 'good'
          ? 'sameAnswers'
          : undefined,
      ...(cut && { intactLength }),
    }
  } finally {
    running--
  }
}
