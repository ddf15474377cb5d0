import { randomBytes, webcrypto } from 'node:crypto'
import * as x509 from '@peculiar/x509'
import * as pkijs from 'pkijs'

// Both libraries ask for the crypto of the browser; Node's is the same.
x509.cryptoProvider.set(webcrypto as Crypto)
pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as Crypto }))

export { x509 }
export const subtle = webcrypto.subtle

/** Keys that the portal makes itself: elliptic curve P-256, made in a millisecond, read everywhere. */
export const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' }
export const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' }

export const purposes = {
  /** RFC 9336 document signing. */
  documentSigning: '1.3.6.1.5.5.7.3.36',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const

/** A certificate with what is needed to sign in its name. */
export interface KeyHolder {
  readonly certificate: x509.X509Certificate
  /** The issuers, nearest first, the root last or left out. */
  readonly chain: readonly x509.X509Certificate[]
  readonly algorithm: 'ECDSA' | 'RSA'
  /** Signs data (hashed with SHA-256 by the signer): PKCS#1 v1.5 for RSA, DER for ECDSA. */
  sign(data: Uint8Array): Promise<Uint8Array>
}

/** The members of a certificate's name, in the order that X.520 gives; what is undefined is left out. */
export interface Subject {
  readonly commonName: string
  readonly organisation?: string | undefined
  readonly organisationUnit?: string | undefined
  /** ETSI EN 319 412-1: «NTRSE-212000-2882». */
  readonly organisationIdentifier?: string | undefined
  readonly title?: string | undefined
  readonly description?: string | undefined
}

export const nameAttributes = {
  organisation: '2.5.4.10',
  organisationIdentifier: '2.5.4.97',
  organisationUnit: '2.5.4.11',
  title: '2.5.4.12',
  description: '2.5.4.13',
  commonName: '2.5.4.3',
} as const satisfies Record<keyof Subject, string>

/** Upper bounds of RFC 5280, in characters. */
const longest = {
  organisation: 64,
  organisationIdentifier: 64,
  organisationUnit: 64,
  title: 64,
  description: 1024,
  commonName: 64,
} as const satisfies Record<keyof Subject, number>

function nameOf(subject: Subject): x509.Name {
  const keys = [
    'organisation',
    'organisationIdentifier',
    'organisationUnit',
    'title',
    'description',
    'commonName',
  ] as const
  const members = keys.flatMap((key) => {
    const value = subject[key]
    if (!value) return []
    const text = [...value.normalize('NFC')].slice(0, longest[key]).join('')
    return [{ [nameAttributes[key]]: [{ utf8String: text }] }]
  })
  return new x509.Name(members)
}

export interface CertificateRequest {
  readonly subject: Subject
  readonly publicKey: CryptoKey
  readonly notBefore: Date
  readonly notAfter: Date
  readonly use: 'root' | 'issuer' | 'signing' | 'timestamp'
}

/** Issues a certificate. Without `issuer` it is signed by its own key (`signingKey`): a root. */
export async function issueCertificate(
  request: CertificateRequest,
  signingKey: CryptoKey,
  issuer?: x509.X509Certificate,
): Promise<x509.X509Certificate> {
  const subject = nameOf(request.subject)
  return x509.X509CertificateGenerator.create({
    // A positive number of 127 bits: never the same twice.
    serialNumber: `5${randomBytes(16).toString('hex').slice(1)}`,
    subject,
    issuer: issuer ? issuer.subjectName : subject,
    notBefore: request.notBefore,
    notAfter: request.notAfter,
    publicKey: request.publicKey,
    signingKey,
    signingAlgorithm: signingAlgorithmOf(signingKey),
    extensions: await extensionsOf(request, issuer),
  })
}

function signingAlgorithmOf(key: CryptoKey) {
  return key.algorithm.name === 'ECDSA' ? signingAlgorithm : { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
}

async function extensionsOf(request: CertificateRequest, issuer?: x509.X509Certificate): Promise<x509.Extension[]> {
  const isAuthority = request.use === 'root' || request.use === 'issuer'
  const { keyCertSign, cRLSign, digitalSignature, nonRepudiation } = x509.KeyUsageFlags
  const usage = {
    root: keyCertSign | cRLSign,
    issuer: keyCertSign | cRLSign,
    signing: digitalSignature | nonRepudiation,
    timestamp: digitalSignature,
  }[request.use]
  return [
    new x509.BasicConstraintsExtension(isAuthority, request.use === 'issuer' ? 0 : undefined, true),
    new x509.KeyUsagesExtension(usage, true),
    ...(request.use === 'signing'
      ? [new x509.ExtendedKeyUsageExtension([purposes.documentSigning, purposes.emailProtection])]
      : []),
    ...(request.use === 'timestamp' ? [new x509.ExtendedKeyUsageExtension([purposes.timeStamping], true)] : []),
    await x509.SubjectKeyIdentifierExtension.create(request.publicKey),
    ...(issuer ? [await x509.AuthorityKeyIdentifierExtension.create(await issuer.publicKey.export())] : []),
  ]
}

/** A new key pair. `keep`: whether the private key may be exported, to be stored. */
export async function newKeyPair(keep: boolean): Promise<CryptoKeyPair> {
  return subtle.generateKey(keyAlgorithm, keep, ['sign', 'verify'])
}

/** A key holder whose private key is a CryptoKey of ours. */
export function keyHolder(
  certificate: x509.X509Certificate,
  privateKey: CryptoKey,
  chain: readonly x509.X509Certificate[],
): KeyHolder {
  const elliptic = privateKey.algorithm.name === 'ECDSA'
  return {
    certificate,
    chain,
    algorithm: elliptic ? 'ECDSA' : 'RSA',
    async sign(data) {
      const signature = await subtle.sign(signingAlgorithmOf(privateKey), privateKey, data)
      return new Uint8Array(elliptic ? pkijs.createCMSECDSASignature(signature) : signature)
    },
  }
}

/** The first value of a member of a certificate's subject. */
export function subjectValue(certificate: x509.X509Certificate, member: keyof Subject): string | undefined {
  return certificate.subjectName.getField(nameAttributes[member])[0]
}
