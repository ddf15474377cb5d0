import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { x509 } from './certificates.server'
import { bufferOf, oid } from './cms.server'
import { elementsOf, firstElement } from './der.server'

/** A CMS signature, taken apart. */
export interface ReadCms {
  readonly certificate: x509.X509Certificate
  /** Every certificate that came along, the signer's too. */
  readonly certificates: readonly x509.X509Certificate[]
  readonly contentType: string
  readonly content: Uint8Array | undefined
  /** The signature value, which its time stamp is about. */
  readonly value: Uint8Array
  /** Time stamp token, DER. */
  readonly timestamp: Uint8Array | undefined
  /** What is wrong with the signature itself; empty when it holds. */
  readonly problems: readonly string[]
}

const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}
const rsaPss = '1.2.840.113549.1.1.10'
/** ECDSA with SHA-256, 384, 512; RSA alone and with each of them. */
const signatureAlgorithms: readonly RegExp[] = [
  /^1\.2\.840\.10045\.4\.3\.[234]$/,
  /^1\.2\.840\.113549\.1\.1\.(1|1[0-3])$/,
]
const versions: readonly number[] = [1, 3]

/**
 * Reads and verifies a CMS signature over `data` (for a time stamp: over the content that it holds). Says nothing about
 * whose certificate it is. Throws when it is not a CMS with one signer whose certificate came along.
 */
export function readCms(der: Uint8Array, data?: Uint8Array): ReadCms {
  const info = pkijs.ContentInfo.fromBER(bufferOf(der))
  const signed = new pkijs.SignedData({ schema: info.content })
  const [signer, another] = signed.signerInfos
  if (!signer || another) throw new Error('A signature must have exactly one signer')
  const certificates = rawCertificates(der).map((each) => new x509.X509Certificate(bufferOf(each)))
  const certificate = certificates.find((each) => isSigner(signer, each))
  if (!certificate) throw new Error("The signer's certificate is missing")
  const content = signed.encapContentInfo.eContent?.getValue()
  const about = data ?? (content && new Uint8Array(content))
  return {
    certificate,
    certificates,
    contentType: signed.encapContentInfo.eContentType,
    content: content && new Uint8Array(content),
    value: signer.signature.valueBlock.valueHexView,
    timestamp: derOf(findAttribute(signer.unsignedAttrs, oid.timestampToken)),
    problems: [
      ...formProblems(der, info, signed, signer),
      ...(about ? problemsOf(signer, certificate, signed.encapContentInfo.eContentType, about) : ['nothing is signed']),
    ],
  }
}

/**
 * The certificates as they lie in the file, to the byte: what a library makes of them anew may hide a change.
 */
function rawCertificates(der: Uint8Array): Uint8Array[] {
  const [, explicit] = elementsOf(firstElement(der)?.content ?? der) ?? []
  const members = elementsOf(firstElement(explicit?.content ?? der)?.content ?? der) ?? []
  const set = members.find((member) => member.tag === 0xa0)
  return (elementsOf(set?.content ?? new Uint8Array()) ?? []).map((element) => element.whole)
}

/** What no hash covers must still be exactly as it is written when such a signature is made. */
function formProblems(der: Uint8Array, info: pkijs.ContentInfo, signed: pkijs.SignedData, signer: pkijs.SignerInfo) {
  const algorithms = signed.digestAlgorithms.map((each) => each.algorithmId)
  const unsigned = signer.unsignedAttrs?.attributes ?? []
  const checks: [string, boolean][] = [
    ['it is not written in DER', sameBytes(new Uint8Array(asn1js.fromBER(bufferOf(der)).result.toBER()), der)],
    ['it is no signed data', info.contentType === oid.signedData],
    ['its version is unknown', versions.includes(signed.version) && versions.includes(signer.version)],
    [
      'it names other hashes',
      algorithms.includes(signer.digestAlgorithm.algorithmId) && algorithms.every((each) => hashes[each]),
    ],
    ['its algorithm is unknown', signatureAlgorithms.some((each) => each.test(signer.signatureAlgorithm.algorithmId))],
    [
      'there is something unsigned in it',
      unsigned.every((each) => each.type === oid.timestampToken && each.values.length === 1),
    ],
  ]
  return checks.filter(([, holds]) => !holds).map(([problem]) => problem)
}

function problemsOf(
  signer: pkijs.SignerInfo,
  certificate: x509.X509Certificate,
  contentType: string,
  data: Uint8Array,
): string[] {
  const hash = hashes[signer.digestAlgorithm.algorithmId]
  if (!hash) return [`unknown hash ${signer.digestAlgorithm.algorithmId}`]
  const attributes = signer.signedAttrs
  if (!attributes) return ['nothing but the bytes is signed']
  const digest = findAttribute(attributes, oid.messageDigest)
  const type = findAttribute(attributes, oid.contentType)
  const encoded = Uint8Array.from(new Uint8Array(attributes.encodedValue))
  // What is signed is the set of attributes under its own tag, not under the one it has in the signature.
  encoded[0] = 0x31
  const checks: [string, boolean][] = [
    ['the bytes have been changed', sameBytes(octets(digest), createHash(hash).update(data).digest())],
    ['the content is of another type', type instanceof asn1js.ObjectIdentifier && type.getValue() === contentType],
    ['the certificate is not the one that was signed with', bindsCertificate(attributes, certificate)],
    ['the signature does not fit the certificate', fits(signer, hash, encoded, certificate)],
  ]
  return checks.filter(([, holds]) => !holds).map(([problem]) => problem)
}

function fits(signer: pkijs.SignerInfo, hash: string, data: Uint8Array, certificate: x509.X509Certificate): boolean {
  const key = createPublicKey({ key: Buffer.from(certificate.publicKey.rawData), format: 'der', type: 'spki' })
  const pss = signer.signatureAlgorithm.algorithmId === rsaPss
  const padding = pss
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    : { dsaEncoding: 'der' as const }
  try {
    return verify(hash, data, { key, ...padding }, signer.signature.valueBlock.valueHexView)
  } catch {
    return false
  }
}

/** signing-certificate-v2 (RFC 5035): the first hash in it is the certificate's. */
function bindsCertificate(attributes: pkijs.SignedAndUnsignedAttributes, certificate: x509.X509Certificate): boolean {
  const first = child(child(findAttribute(attributes, oid.signingCertificateV2)))
  if (!(first instanceof asn1js.Sequence)) return false
  const [algorithm, second] = first.valueBlock.value
  const named = algorithm instanceof asn1js.Sequence ? child(algorithm) : undefined
  const hash = named instanceof asn1js.ObjectIdentifier ? hashes[named.getValue()] : 'sha256'
  const stated = octets(algorithm instanceof asn1js.OctetString ? algorithm : second)
  return hash !== undefined && sameBytes(stated, createHash(hash).update(Buffer.from(certificate.rawData)).digest())
}

function isSigner(signer: pkijs.SignerInfo, certificate: x509.X509Certificate): boolean {
  if (!(signer.sid instanceof pkijs.IssuerAndSerialNumber)) return false
  const own = pkijs.Certificate.fromBER(bufferOf(certificate.rawData))
  const [stated, issuer] = [signer.sid.issuer, own.issuer].map((name) => new Uint8Array(name.valueBeforeDecode))
  return signer.sid.serialNumber.isEqual(own.serialNumber) && issuer !== undefined && sameBytes(stated, issuer)
}

function findAttribute(attributes: pkijs.SignedAndUnsignedAttributes | undefined, type: string): unknown {
  const found = attributes?.attributes.filter((each) => each.type === type) ?? []
  // Twice the same attribute is a trick, never a signature of ours.
  return found.length === 1 ? found[0]?.values[0] : undefined
}

function child(value: unknown): unknown {
  return value instanceof asn1js.Sequence ? value.valueBlock.value[0] : undefined
}

function octets(value: unknown): Uint8Array | undefined {
  return value instanceof asn1js.OctetString ? value.valueBlock.valueHexView : undefined
}

function derOf(value: unknown): Uint8Array | undefined {
  return value instanceof asn1js.Sequence ? new Uint8Array(value.toBER()) : undefined
}

function sameBytes(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0
}
