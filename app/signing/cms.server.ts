import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { KeyHolder, x509 } from './certificates.server'

/** Object identifiers of CMS (RFC 5652), ESS (RFC 5035) and time stamps (RFC 3161). */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timestampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  rsaEncryption: '1.2.840.113549.1.1.1',
} as const

export function sha256(data: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('sha256').update(data).digest())
}

/** A copy with a buffer of its own: the ASN.1 libraries read whole buffers. */
export function bufferOf(bytes: Uint8Array | ArrayBuffer): ArrayBuffer {
  const copy = new Uint8Array(bytes.byteLength)
  copy.set(new Uint8Array(bytes))
  return copy.buffer
}

export interface CmsContent {
  readonly type: typeof oid.data | typeof oid.timestampInfo
  /** SHA-256 of what is signed. */
  readonly digest: Uint8Array
  /** The content itself, where it is held in the signature (time stamps); a PDF's is outside. */
  readonly embedded?: Uint8Array
}

/**
 * Signs in the shape of CAdES baseline (ETSI EN 319 122-1): content type, digest and signing-certificate-v2 are signed;
 * the signing time is not stated, since a PDF states it in the signature dictionary (ETSI EN 319 142-1, 6.3) and proves
 * it by a time stamp. `timestamp` gets the SHA-256 of the signature value and gives a time stamp token. Returns DER.
 */
export async function signCms(
  content: CmsContent,
  holder: KeyHolder,
  timestamp?: (digest: Uint8Array) => Promise<Uint8Array>,
): Promise<Uint8Array> {
  const signed = derSet([
    attribute(oid.contentType, new asn1js.ObjectIdentifier({ value: content.type })),
    attribute(oid.messageDigest, new asn1js.OctetString({ valueHex: bufferOf(content.digest) })),
    attribute(oid.signingCertificateV2, signingCertificate(holder.certificate)),
  ])
  const toSign = new asn1js.Set({ value: signed.map((each) => each.toSchema()) }).toBER()
  const signature = await holder.sign(new Uint8Array(toSign))
  const own = certificateOf(holder.certificate)
  const signer = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: own.issuer, serialNumber: own.serialNumber }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 }),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: signed }),
    signatureAlgorithm:
      holder.algorithm === 'ECDSA'
        ? new pkijs.AlgorithmIdentifier({ algorithmId: oid.ecdsaWithSha256 })
        : new pkijs.AlgorithmIdentifier({ algorithmId: oid.rsaEncryption, algorithmParams: new asn1js.Null() }),
    signature: new asn1js.OctetString({ valueHex: bufferOf(signature) }),
  })
  if (timestamp) {
    const token = asn1js.fromBER(bufferOf(await timestamp(sha256(signature)))).result
    signer.unsignedAttrs = new pkijs.SignedAndUnsignedAttributes({
      type: 1,
      attributes: [attribute(oid.timestampToken, token)],
    })
  }
  const encapsulated = new pkijs.EncapsulatedContentInfo({ eContentType: content.type })
  // Set afterwards: the constructor would split the string, which DER does not allow.
  if (content.embedded) encapsulated.eContent = new asn1js.OctetString({ valueHex: bufferOf(content.embedded) })
  const signedData = new pkijs.SignedData({
    version: content.type === oid.data ? 1 : 3,
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 })],
    encapContentInfo: encapsulated,
    // Who trusts a root has it already.
    certificates: [own, ...holder.chain.filter((each) => each.subject !== each.issuer).map(certificateOf)],
    signerInfos: [signer],
  })
  const info = new pkijs.ContentInfo({ contentType: oid.signedData, content: signedData.toSchema(true) })
  return new Uint8Array(info.toSchema().toBER())
}

/** The certificate as pkijs sees it. */
export function certificateOf(certificate: x509.X509Certificate): pkijs.Certificate {
  return pkijs.Certificate.fromBER(bufferOf(certificate.rawData))
}

function attribute(type: string, value: asn1js.AsnType): pkijs.Attribute {
  return new pkijs.Attribute({ type, values: [value] })
}

/** In the order that DER asks of a set: by their encodings. */
function derSet(attributes: readonly pkijs.Attribute[]): pkijs.Attribute[] {
  const encoded = attributes.map((each) => ({ each, der: Buffer.from(each.toSchema().toBER()) }))
  return encoded.sort((one, other) => Buffer.compare(one.der, other.der)).map(({ each }) => each)
}

/** SigningCertificateV2 (RFC 5035): hash (SHA-256, the default, is not named), issuer and serial number. */
function signingCertificate(certificate: x509.X509Certificate): asn1js.Sequence {
  const own = certificateOf(certificate)
  const issuer = new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 4, value: own.issuer })] })
  const hash = sha256(new Uint8Array(certificate.rawData))
  const id = new asn1js.Sequence({
    value: [
      new asn1js.OctetString({ valueHex: bufferOf(hash) }),
      new asn1js.Sequence({ value: [issuer.toSchema(), own.serialNumber] }),
    ],
  })
  return new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [id] })] })
}
