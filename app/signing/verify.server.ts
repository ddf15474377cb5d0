import { join } from 'node:path'
import { projectRoot } from '~/platform/root.server'
import { ThreadOutOfReach, threads } from '~/platform/threads.server'
import { trustedAnchors } from './authority.server'
import type { TrustAnchor } from './trust.server'
import type { Verification } from './verification'
import type { ToJudge } from './verify-worker.server'

/** A document of ours takes some hundredths of a second; strangers may send anything. Milliseconds. */
const patience = 60_000

const judges = threads<ToJudge, Verification>({
  file: () => join(projectRoot(), 'app/signing/verify-worker.mjs'),
  // The public page gets two at most (cases/verify-document): what the portal seals is never kept waiting by strangers.
  most: 3,
  patience,
  megabytes: 1024,
})

/**
 * Verifies a document as `judgeDocument` does, in a thread of its own: a large file stops nobody else. A file that takes
 * all the time or memory that a thread has is unreadable. `anchors` defaults to what this installation trusts, now and
 * from before.
 */
export async function verifySealed(pdf: Uint8Array, anchors?: readonly TrustAnchor[]): Promise<Verification> {
  const trusted = anchors ?? (await trustedAnchors())
  try {
    return await judges.run({
      pdf,
      anchors: trusted.map(({ certificate, ...anchor }) => ({ ...anchor, der: new Uint8Array(certificate.rawData) })),
    })
  } catch (error) {
    if (!(error instanceof ThreadOutOfReach)) throw error
    return { verdict: 'unreadable', signatures: [], changes: [], trial: false }
  }
}

/** Ends the threads; the next document starts new ones. */
export function stopVerifying(): Promise<void> {
  return judges.stop()
}
