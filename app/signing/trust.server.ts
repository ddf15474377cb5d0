import { X509Certificate } from 'node:crypto'
import { purposes, x509 } from './certificates.server'

export const trustedUses = ['person', 'seal', 'timestamp'] as const
/** What a certificate is trusted for. */
export type TrustedUse = (typeof trustedUses)[number]

/** A certificate that others are believed by: a root, or an issuer below one. */
export interface TrustAnchor {
  readonly certificate: x509.X509Certificate
  readonly uses: readonly TrustedUse[]
  /** Only certificates with this subject: a seal is one organisation's, not everybody's under the same root. */
  readonly subject?: string
  /** For trying out only. */
  readonly trial: boolean
  /** What is stamped later is not believed; without it, whatever its own validity allows. */
  readonly until?: Date
}

/** No chain of ours is longer. */
const longest = 6

/**
 * Follows a certificate to an anchor that is trusted for `use`: each link signed by the next, each valid at `at`, each
 * issuer allowed to issue. Undefined when it leads to none.
 */
export function findAnchor(
  certificate: x509.X509Certificate,
  others: readonly x509.X509Certificate[],
  anchors: readonly TrustAnchor[],
  use: TrustedUse,
  at: Date,
): TrustAnchor | undefined {
  if (!mayServe(certificate, use)) return undefined
  const wanted = trustedFor(use, anchors, at).filter(
    (anchor) => (anchor.subject ?? certificate.subject) === certificate.subject,
  )
  return leadsTo(certificate, others, wanted, at)
}

function leadsTo(
  certificate: x509.X509Certificate,
  others: readonly x509.X509Certificate[],
  wanted: readonly TrustAnchor[],
  at: Date,
): TrustAnchor | undefined {
  let current = certificate
  for (let links = 0; links < longest; links++) {
    if (current.notBefore > at || current.notAfter < at) return undefined
    const link = current
    const anchor = wanted.find((each) => same(each.certificate, link) || hasIssued(each.certificate, link, at))
    if (anchor) return anchor
    const issuer = others.find((each) => !same(each, link) && hasIssued(each, link, at))
    if (!issuer) return undefined
    current = issuer
  }
  return undefined
}

/**
 * Whether a certificate that came along has a part in the matter: it leads to an anchor for `use`, whoever it belongs
 * to, or has issued one.
 */
export function belongs(
  certificate: x509.X509Certificate,
  others: readonly x509.X509Certificate[],
  anchors: readonly TrustAnchor[],
  use: TrustedUse,
  at: Date,
): boolean {
  const wanted = trustedFor(use, anchors, at)
  return (
    wanted.some((anchor) => hasIssued(certificate, anchor.certificate, at)) ||
    leadsTo(certificate, others, wanted, at) !== undefined
  )
}

function trustedFor(use: TrustedUse, anchors: readonly TrustAnchor[], at: Date): TrustAnchor[] {
  return anchors.filter(({ uses, until }) => uses.includes(use) && (until === undefined || at <= until))
}

function mayServe(certificate: x509.X509Certificate, use: TrustedUse): boolean {
  if (use !== 'timestamp') return true
  const extended = certificate.getExtension(x509.ExtendedKeyUsageExtension)
  return extended?.usages.length === 1 && extended.usages[0] === purposes.timeStamping
}

function hasIssued(issuer: x509.X509Certificate, certificate: x509.X509Certificate, at: Date): boolean {
  if (issuer.notBefore > at || issuer.notAfter < at) return false
  const usage = issuer.getExtension(x509.KeyUsagesExtension)
  if (usage && !(usage.usages & x509.KeyUsageFlags.keyCertSign)) return false
  try {
    const [upper, lower] = [issuer, certificate].map((each) => new X509Certificate(Buffer.from(each.rawData)))
    return Boolean(upper && lower && upper.ca && lower.checkIssued(upper) && lower.verify(upper.publicKey))
  } catch {
    return false
  }
}

function same(one: x509.X509Certificate, other: x509.X509Certificate): boolean {
  return Buffer.compare(Buffer.from(one.rawData), Buffer.from(other.rawData)) === 0
}
