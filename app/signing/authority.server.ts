import { readFile } from 'node:fs/promises'
import { P12Signer } from '@libpdf/core'
import { env } from '~/platform/env.server'
import { type KeyHolder, x509 } from './certificates.server'
import { bufferOf } from './cms.server'
import { loadTrialAuthority } from './store.server'
import { remoteTimestamps } from './timestamp.server'
import {
  type Issuer,
  importKey,
  issueToPerson,
  openTrialAuthority,
  type SigningAuthority,
} from './trial-authority.server'
import type { TrustAnchor, TrustedUse } from './trust.server'

let current: Promise<SigningAuthority> | undefined

/**
 * What this installation signs with: the e-seal, the issuer and the time stamp service that are configured
 * (BIDRA_SEAL_P12 with BIDRA_SEAL_PASSWORD, BIDRA_ISSUER_PEM, BIDRA_TIMESTAMP_URL with BIDRA_TIMESTAMP_ROOTS), and the
 * trial authority for each that is not. The trial authority is always known, so that documents made before still check.
 * Throws when a configured file cannot be used.
 */
export function signingAuthority(): Promise<SigningAuthority> {
  current ??= assemble().catch((error: unknown) => {
    current = undefined
    throw error
  })
  return current
}

/** Whether documents made now must say that they are for trying out. */
export async function isTrial(): Promise<boolean> {
  return (await signingAuthority()).trial
}

/** Forgets what was loaded: the next use reads settings and database again. */
export function forgetSigningAuthority(): void {
  current = undefined
}

async function assemble(): Promise<SigningAuthority> {
  const settings = env()
  const trial = await openTrialAuthority(await loadTrialAuthority())
  const seal = settings.BIDRA_SEAL_P12
    ? await openSeal(settings.BIDRA_SEAL_P12, settings.BIDRA_SEAL_PASSWORD ?? '')
    : undefined
  const issuer = settings.BIDRA_ISSUER_PEM ? await openIssuer(settings.BIDRA_ISSUER_PEM) : undefined
  if (settings.BIDRA_TIMESTAMP_URL && !settings.BIDRA_TIMESTAMP_ROOTS) {
    throw new Error('BIDRA_TIMESTAMP_URL needs BIDRA_TIMESTAMP_ROOTS: stamps that nobody can check prove nothing')
  }
  const stampRoots = settings.BIDRA_TIMESTAMP_ROOTS ? await readCertificates(settings.BIDRA_TIMESTAMP_ROOTS) : []
  return {
    seal: seal ?? trial.seal,
    issue: issuer ? (person) => issueToPerson(issuer, person) : trial.issue,
    timestamps: settings.BIDRA_TIMESTAMP_URL ? remoteTimestamps(settings.BIDRA_TIMESTAMP_URL) : trial.timestamps,
    anchors: [
      ...trial.anchors,
      ...(seal ? [anchor(topOf(seal), 'seal', seal.certificate.subject)] : []),
      ...(issuer ? [anchor(issuer.certificate, 'person')] : []),
      ...stampRoots.map((certificate) => anchor(certificate, 'timestamp')),
    ],
    trial: !seal || !issuer || !settings.BIDRA_TIMESTAMP_URL,
  }
}

function anchor(certificate: x509.X509Certificate, use: TrustedUse, subject?: string): TrustAnchor {
  return { certificate, uses: [use], trial: false, ...(subject !== undefined && { subject }) }
}

function topOf(holder: KeyHolder): x509.X509Certificate {
  return holder.chain.at(-1) ?? holder.certificate
}

async function openSeal(file: string, password: string): Promise<KeyHolder> {
  const signer = await P12Signer.create(new Uint8Array(await readFile(file)), password)
  return {
    certificate: new x509.X509Certificate(bufferOf(signer.certificate)),
    chain: signer.certificateChain.map((each) => new x509.X509Certificate(bufferOf(each))),
    algorithm: signer.keyType === 'EC' ? 'ECDSA' : 'RSA',
    sign: (data) => signer.sign(data, 'SHA-256'),
  }
}

async function openIssuer(file: string): Promise<Issuer> {
  const [certificate, ...chain] = await readCertificates(file)
  const key = x509.PemConverter.decodeWithHeaders(await readFile(file, 'utf8')).find(
    (block) => block.type === 'PRIVATE KEY',
  )
  if (!certificate || !key) throw new Error(`${file} must hold a PKCS#8 private key and its certificates`)
  return { certificate, chain, key: await importKey(new Uint8Array(key.rawData)), trial: false }
}

async function readCertificates(file: string): Promise<x509.X509Certificate[]> {
  return x509.PemConverter.decodeWithHeaders(await readFile(file, 'utf8'))
    .filter((block) => block.type === 'CERTIFICATE')
    .map((block) => new x509.X509Certificate(block.rawData))
}
