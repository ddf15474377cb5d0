import { PDF } from '@libpdf/core'
import { subjectValue } from './certificates.server'
import { oid, sha256 } from './cms.server'
import { type FoundSignature, findSignatures, signedBytes } from './read-signatures.server'
import { foreignChanges } from './revisions.server'
import { readTimestamp } from './timestamp.server'
import { methodOf } from './trial-authority.server'
import { belongs, findAnchor, type TrustAnchor, type TrustedUse } from './trust.server'
import type { ForeignChange, Verdict, Verification, VerifiedSignature } from './verification'
import { type ReadCms, readCms } from './verify-cms.server'

/** The name of the embedded record, as views/pdf writes it. */
const recordName = 'bidra.json'

/** A document of ours has two, and one more for each time stamp of an archive; a file with more is made to keep us busy. */
const mostSignatures = 40

/**
 * Judges a document: every signature (bytes, certificate, chain to a certificate that is trusted for it at the time of its
 * stamp, time stamp), and that nothing was changed after the first one but what signing itself adds. Never throws for
 * what is in the file. Knows neither settings nor database: it runs in a thread of its own, see `verify.server.ts`.
 */
export async function judgeDocument(pdf: Uint8Array, trusted: readonly TrustAnchor[]): Promise<Verification> {
  const found = findSignatures(pdf)
  if (found.length > mostSignatures) return { verdict: 'unreadable', signatures: [], changes: [], trial: false }
  const revisions = await judgeRevisions(pdf, found)
  const signatures = found.map((each) => judgeSignature(pdf, each, trusted, revisions.nothingAfter(each)))
  const embedded = await readRecord(pdf)
  const lastIntact = found.filter((each, i) => signatures[i]?.intact && revisions.nothingBefore(each)).at(-1)
  return {
    verdict: verdictOf(signatures, revisions.changes, embedded),
    signatures,
    changes: revisions.changes,
    trial: signatures.some((each) => each.trial),
    ...(embedded?.hash !== undefined && { recordHash: embedded.hash }),
    ...(embedded?.stated !== undefined && { statedHash: embedded.stated }),
    ...(embedded?.record !== undefined && { record: embedded.record }),
    ...(lastIntact && { intactLength: lastIntact.end }),
  }
}

function verdictOf(
  signatures: readonly VerifiedSignature[],
  changes: readonly ForeignChange[],
  embedded: Embedded | undefined,
): Verdict {
  if (!embedded && signatures.length === 0) return 'unreadable'
  if (signatures.length === 0) return 'unsigned'
  if (changes.length > 0 || signatures.some((each) => !each.intact)) return 'changed'
  if (embedded?.hash !== embedded?.stated) return 'changed'
  if (signatures.some((each) => !each.trusted || !each.timestampValid)) return 'untrusted'
  const roles = signatures.map((each) => each.role)
  if (!roles.includes('person')) return 'untrusted'
  return roles.includes('seal') ? 'authentic' : 'notSealed'
}

/** Compares each revision that a signature closes with the next one, and the last one with the whole file. */
async function judgeRevisions(pdf: Uint8Array, found: readonly FoundSignature[]) {
  const ends = [...new Set([...found.map((each) => each.end), ...(found.length > 0 ? [pdf.length] : [])])]
  const changes: ForeignChange[] = []
  /** Ends of revisions after which something was changed. */
  const changedAfter: number[] = []
  for (let i = 1; i < ends.length; i++) {
    const [end = 0, next = 0] = [ends[i - 1], ends[i]]
    const closed = found.some((each) => each.end === next)
    const foreign = await foreignChanges(pdf.subarray(0, end), pdf.subarray(0, next))
    // Bytes after the last signature that change nothing are still nobody's.
    const all = foreign.length > 0 || closed ? foreign : [{ what: 'appended' } as const]
    if (all.length > 0) changedAfter.push(end)
    changes.push(...all)
  }
  return {
    changes,
    nothingAfter: ({ end }: FoundSignature) => changedAfter.every((change) => change < end),
    nothingBefore: ({ end }: FoundSignature) => changedAfter.every((change) => change >= end),
  }
}

function judgeSignature(
  pdf: Uint8Array,
  found: FoundSignature,
  anchors: readonly TrustAnchor[],
  coversContent: boolean,
): VerifiedSignature {
  const nobody = { name: '', intact: false, trusted: false, timestampValid: false, trial: false, role: 'seal' } as const
  const broken = (problem: string) => ({ ...nobody, coversContent: false, problems: [problem] })
  if (found.problem) return broken(found.problem)
  try {
    const signed = signedBytes(pdf, found)
    const cms = readCms(found.cms, signed)
    const isStamp = cms.contentType === oid.timestampInfo
    const signer = isStamp ? describeStamp(judgeTimestamp(found.cms, signed, anchors)) : describeSigner(cms, anchors)
    return { ...signer, coversContent }
  } catch (error) {
    return broken(error instanceof Error ? error.message : 'the signature cannot be read')
  }
}

function describeSigner(cms: ReadCms, anchors: readonly TrustAnchor[]): Omit<VerifiedSignature, 'coversContent'> {
  const stamp = cms.timestamp ? judgeTimestamp(cms.timestamp, cms.value, anchors) : undefined
  const { certificate } = cms
  const method = methodOf(subjectValue(certificate, 'description'))
  const role = method === undefined ? 'seal' : 'person'
  const anchor = stamp && trustedAs(role, cms, anchors, stamp.at)
  const organisation = subjectValue(certificate, 'organisation')
  const title = subjectValue(certificate, 'title')
  return {
    role,
    name: subjectValue(certificate, 'commonName') ?? certificate.subject,
    intact: cms.problems.length === 0,
    trusted: anchor !== undefined,
    timestampValid: stamp?.problems.length === 0,
    trial: anchor?.trial ?? false,
    problems: [
      ...cms.problems,
      ...(stamp ? stamp.problems : ['there is no time stamp']),
      ...(anchor ? [] : ['the certificate leads to nothing that is trusted']),
    ],
    ...(organisation !== undefined && { organisation }),
    ...(title !== undefined && { title }),
    ...(method !== undefined && { method }),
    ...(stamp?.problems.length === 0 && { at: stamp.at.toISOString(), timestampBy: stamp.by }),
  }
}

/** An archival time stamp over the whole document. */
function describeStamp(stamp: Stamp): Omit<VerifiedSignature, 'coversContent'> {
  const valid = stamp.problems.length === 0
  return {
    role: 'documentTimestamp',
    name: stamp.by,
    intact: stamp.intact,
    trusted: stamp.trusted,
    timestampValid: valid,
    trial: stamp.trial,
    problems: stamp.problems,
    ...(valid && { at: stamp.at.toISOString(), timestampBy: stamp.by }),
  }
}

/** The anchor that a signer leads to; none when a certificate came along that has nothing to do with it. */
function trustedAs(use: TrustedUse, cms: ReadCms, anchors: readonly TrustAnchor[], at: Date): TrustAnchor | undefined {
  const { certificate, certificates } = cms
  return certificates.every((each) => belongs(each, certificates, anchors, use, at))
    ? findAnchor(certificate, certificates, anchors, use, at)
    : undefined
}

interface Stamp {
  readonly at: Date
  readonly by: string
  readonly trial: boolean
  readonly intact: boolean
  readonly trusted: boolean
  readonly problems: readonly string[]
}

/** A time stamp over `stamped`, with the chain of who made it. */
function judgeTimestamp(token: Uint8Array, stamped: Uint8Array, anchors: readonly TrustAnchor[]): Stamp {
  const info = readTimestamp(token)
  const cms = readCms(token)
  const anchor = trustedAs('timestamp', cms, anchors, info.genTime)
  const { hashAlgorithm, hashedMessage } = info.messageImprint
  const isAbout =
    hashAlgorithm.algorithmId === oid.sha256 &&
    Buffer.compare(hashedMessage.valueBlock.valueHexView, sha256(stamped)) === 0
  return {
    at: info.genTime,
    by: subjectValue(cms.certificate, 'commonName') ?? cms.certificate.subject,
    trial: anchor?.trial ?? false,
    intact: isAbout && cms.problems.length === 0,
    trusted: anchor !== undefined,
    problems: [
      ...cms.problems.map((problem) => `time stamp: ${problem}`),
      ...(isAbout ? [] : ['the time stamp is about something else']),
      ...(anchor ? [] : ['the time stamp leads to nothing that is trusted']),
    ],
  }
}

interface Embedded {
  readonly record?: string
  readonly hash?: string
  readonly stated?: string
}

/** The embedded record and the control code that the document states; undefined when the file cannot be read. */
async function readRecord(pdf: Uint8Array): Promise<Embedded | undefined> {
  try {
    const document = await PDF.load(pdf)
    const bytes = document.getAttachment(recordName)
    const stated = document
      .getKeywords()
      ?.map((keyword) => /^bidra:([0-9a-f]{64})$/.exec(keyword)?.[1])
      .find((hash) => hash !== undefined)
    return {
      ...(bytes && { record: Buffer.from(bytes).toString('utf8'), hash: Buffer.from(sha256(bytes)).toString('hex') }),
      ...(stated !== undefined && { stated }),
    }
  } catch {
    return undefined
  }
}
