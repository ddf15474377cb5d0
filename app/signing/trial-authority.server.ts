import {
  issueCertificate,
  type KeyHolder,
  keyAlgorithm,
  keyHolder,
  newKeyPair,
  subtle,
  x509,
} from './certificates.server'
import type { PersonSigning } from './person'
import { ownTimestamps, type TimestampService } from './timestamp.server'
import type { TrustAnchor } from './trust.server'

/** Everything that the portal signs with. */
export interface SigningAuthority {
  /** The portal's e-seal. */
  readonly seal: KeyHolder
  /** A certificate for one person and one signature; its key exists in this process only and is gone afterwards. */
  issue(person: PersonSigning): Promise<KeyHolder>
  readonly timestamps: TimestampService
  /** What documents of this portal may lead to. */
  readonly anchors: readonly TrustAnchor[]
  /** Some part is for trying out only: documents must say so. */
  readonly trial: boolean
}

/** Who issues the certificates of persons. */
export interface Issuer {
  readonly certificate: x509.X509Certificate
  readonly key: CryptoKey
  /** Issuers of the issuer, nearest first. */
  readonly chain: readonly x509.X509Certificate[]
  readonly trial: boolean
}

/** The trial authority as it is stored: DER in base64, keys as PKCS#8. The root's key is not kept: nothing more is issued. */
export interface TrialMaterial {
  readonly root: string
  readonly issuer: StoredKey
  readonly seal: StoredKey
  readonly timestamp: StoredKey
}

interface StoredKey {
  readonly certificate: string
  readonly key: string
}

/**
 * A certificate issued to a person holds this long, and no longer than its issuer's: programs that look at today's date read
 * the document as long as archives ask for it. Its key is thrown away after the one signature (decision 055).
 */
const personValidity = 10 * 365 * 86_400_000
/** Clocks differ. */
const leeway = 5 * 60 * 1000

const trialOrganisation = 'Bidra på prov (trial)'
const trialUnit = 'Bidra på prov (trial), for trying out only'

/** How a person had signed in, as their certificate says it. */
const methodPrefix = 'Signed in to Bidra by: '

/** Makes the certificates of a trial authority, valid for thirty years around `at`, so that old demonstrations check. */
export async function createTrialAuthority(at: Date): Promise<TrialMaterial> {
  const span = { notBefore: new Date('2015-01-01T00:00:00Z'), notAfter: new Date(at.getTime() + 30 * 365 * 86_400_000) }
  const [root, issuer, seal, timestamp] = await Promise.all([
    newKeyPair(false),
    newKeyPair(true),
    newKeyPair(true),
    newKeyPair(true),
  ])
  const named = (commonName: string) => ({
    commonName: `${commonName}, på prov (trial)`,
    organisation: trialOrganisation,
    organisationUnit: trialUnit,
  })
  const rootCertificate = await issueCertificate(
    { ...span, subject: named('Bidra root'), publicKey: root.publicKey, use: 'root' },
    root.privateKey,
  )
  const issue = (name: string, pair: CryptoKeyPair, use: 'issuer' | 'signing' | 'timestamp') =>
    issueCertificate(
      { ...span, subject: named(name), publicKey: pair.publicKey, use },
      root.privateKey,
      rootCertificate,
    )
  return {
    root: base64(rootCertificate.rawData),
    issuer: await stored(await issue('Bidra signatures', issuer, 'issuer'), issuer.privateKey),
    seal: await stored(await issue('Bidra e-seal', seal, 'signing'), seal.privateKey),
    timestamp: await stored(await issue('Bidra time stamps', timestamp, 'timestamp'), timestamp.privateKey),
  }
}

/** Opens a stored trial authority. */
export async function openTrialAuthority(
  material: TrialMaterial,
): Promise<SigningAuthority & { issuer: Issuer; rootPem: string }> {
  const root = new x509.X509Certificate(material.root)
  const [issuerKey, sealKey, timestampKey] = await Promise.all(
    [material.issuer, material.seal, material.timestamp].map((each) => importKey(Buffer.from(each.key, 'base64'))),
  )
  if (!issuerKey || !sealKey || !timestampKey) throw new Error('The trial authority lacks a key')
  const certificate = (each: StoredKey) => new x509.X509Certificate(each.certificate)
  const issuer = { certificate: certificate(material.issuer), key: issuerKey, chain: [root], trial: true }
  return {
    issuer,
    seal: keyHolder(certificate(material.seal), sealKey, [root]),
    issue: (person) => issueToPerson(issuer, person),
    timestamps: ownTimestamps(keyHolder(certificate(material.timestamp), timestampKey, [root])),
    anchors: [
      { certificate: issuer.certificate, uses: ['person'], trial: true },
      { certificate: root, uses: ['seal'], subject: certificate(material.seal).subject, trial: true },
      { certificate: root, uses: ['timestamp'], trial: true },
    ],
    rootPem: root.toString('pem'),
    trial: true,
  }
}

/** Issues a certificate to a person for one signature, with a key of its own that nobody stores. */
export async function issueToPerson(issuer: Issuer, person: PersonSigning): Promise<KeyHolder> {
  const pair = await newKeyPair(false)
  const certificate = await issueCertificate(
    {
      subject: {
        commonName: person.name,
        organisation: person.organisation,
        organisationIdentifier: person.orgNumber && `NTRSE-${person.orgNumber}`,
        organisationUnit: issuer.trial ? trialUnit : undefined,
        title: person.title,
        description: `${methodPrefix}${person.method}`,
      },
      publicKey: pair.publicKey,
      notBefore: new Date(person.at.getTime() - leeway),
      notAfter: new Date(Math.min(person.at.getTime() + personValidity, issuer.certificate.notAfter.getTime())),
      use: 'signing',
    },
    issuer.key,
    issuer.certificate,
  )
  return keyHolder(certificate, pair.privateKey, [issuer.certificate, ...issuer.chain])
}

/** How a person had signed in, from the description in their certificate; undefined in any other certificate. */
export function methodOf(description: string | undefined): string | undefined {
  return description?.startsWith(methodPrefix) ? description.slice(methodPrefix.length) : undefined
}

/** A private key in PKCS#8 of the kinds that the portal signs with. */
export async function importKey(pkcs8: Uint8Array): Promise<CryptoKey> {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  return subtle
    .importKey('pkcs8', pkcs8, keyAlgorithm, false, ['sign'])
    .catch(() => subtle.importKey('pkcs8', pkcs8, rsa, false, ['sign']))
}

function base64(bytes: ArrayBuffer | Uint8Array): string {
  return Buffer.from(new Uint8Array(bytes)).toString('base64')
}

async function stored(certificate: x509.X509Certificate, key: CryptoKey): Promise<StoredKey> {
  return { certificate: base64(certificate.rawData), key: base64(await subtle.exportKey('pkcs8', key)) }
}
