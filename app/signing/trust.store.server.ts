import { createHash } from 'node:crypto'
import { db } from '~/platform/db.server'
import { x509 } from './certificates.server'
import { bufferOf } from './cms.server'
import { type TrustAnchor, type TrustedUse, trustedUses } from './trust.server'

/** One certificate that is, or was, trusted for one use. */
export interface RememberedAnchor extends TrustAnchor {
  /** SHA-256, hex */
  readonly fingerprint: string
  readonly use: TrustedUse
  /** By an operator. */
  readonly added: boolean
  readonly since: Date
}

interface Key {
  readonly fingerprint: string
  readonly use: TrustedUse
  readonly subject: string
}

function keysOf({ certificate, uses, subject = '' }: TrustAnchor): Key[] {
  const fingerprint = createHash('sha256').update(Buffer.from(certificate.rawData)).digest('hex')
  return uses.map((use) => ({ fingerprint, use, subject }))
}

/**
 * Keeps certificates, as `known` (for what was stamped until now, if they are new), as `inUse` (trusted again, if that was ended) or as
 * `added` by an operator, whose word replaces what stood there.
 */
export async function rememberAnchors(
  anchors: readonly TrustAnchor[],
  now: Date,
  how: 'known' | 'inUse' | 'added',
): Promise<void> {
  const added = how === 'added'
  const rows = anchors.flatMap((anchor) =>
    keysOf(anchor).map((key) => ({
      ...key,
      certificate: new Uint8Array(anchor.certificate.rawData),
      trial: anchor.trial,
      added,
      since: now,
      until: how === 'known' ? now : (anchor.until ?? null),
    })),
  )
  await db().trustedCertificate.createMany({ data: rows, skipDuplicates: true })
  if (how === 'known') return
  for (const { fingerprint, use, subject, until } of rows) {
    await db().trustedCertificate.updateMany({
      where: { fingerprint, use, subject, ...(added ? {} : { until: { not: null } }) },
      data: added ? { until, added } : { until },
    })
  }
}

/** Everything that is remembered, the newest first. */
export async function rememberedAnchors(): Promise<RememberedAnchor[]> {
  const rows = await db().trustedCertificate.findMany({ orderBy: [{ since: 'desc' }, { use: 'asc' }] })
  return rows.flatMap(({ certificate, subject, until, use: stored, ...row }) => {
    const use = trustedUses.find((each) => each === stored)
    if (!use) return []
    return {
      ...row,
      use,
      uses: [use],
      certificate: new x509.X509Certificate(bufferOf(certificate)),
      ...(subject ? { subject } : {}),
      ...(until ? { until } : {}),
    }
  })
}

/**
 * Ends the trust in whatever this installation has signed with before and does not any more: what is stamped after `now`
 * is not believed. What an operator has added stays.
 *
 * @returns how many
 */
export async function endOtherAnchors(current: readonly TrustAnchor[], now: Date): Promise<number> {
  const { count } = await db().trustedCertificate.updateMany({
    where: { until: null, added: false, NOT: { OR: current.flatMap(keysOf) } },
    data: { until: now },
  })
  return count
}

/** Ends the trust in a certificate, named by the beginning of its fingerprint. @returns for how many uses */
export async function endAnchor(fingerprint: string, until: Date): Promise<number> {
  const { count } = await db().trustedCertificate.updateMany({
    where: { fingerprint: { startsWith: fingerprint } },
    data: { until },
  })
  return count
}
