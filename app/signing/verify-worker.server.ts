import { x509 } from './certificates.server'
import { judgeDocument } from './judge-document.server'
import type { TrustAnchor } from './trust.server'
import type { Verification } from './verification'

/** A document and what it may lead to, as it goes to a thread. */
export interface ToJudge {
  readonly pdf: Uint8Array
  readonly anchors: readonly (Omit<TrustAnchor, 'certificate'> & { readonly der: Uint8Array })[]
}

/** The work of a verifying thread. */
export function judge({ pdf, anchors }: ToJudge): Promise<Verification> {
  return judgeDocument(
    pdf,
    anchors.map(({ der, ...anchor }) => ({ ...anchor, certificate: new x509.X509Certificate(Uint8Array.from(der)) })),
  )
}
