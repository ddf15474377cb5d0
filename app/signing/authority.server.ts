import { readFile } from 'node:fs/promises'
import { P12Signer } from '@libpdf/core'
import { systemClock } from '~/platform/clock'
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
import { endOtherAnchors, rememberAnchors, rememberedAnchors } from './trust.store.server'

let current: Promise<SigningAuthority> | undefined

/**
 * What this installation signs with: the e-seal, the issuer and the time stamp service that are configured
 * (BIDRA_SEAL_P12 with BIDRA_SEAL_PASSWORD, BIDRA_ISSUER_PEM, BIDRA_TIMESTAMP_URL with BIDRA_TIMESTAMP_ROOTS), and the
 * trial authority for each that is not. What it was before is remembered ({@link trustedAnchors}), so that documents made
 * then still check. Throws when a configured file cannot be used.
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

/**
 * What documents may lead to: what this installation signs with now, what it has signed with before (for what was stamped
 * while it did) and what an operator has added. Read anew each time: commands and other processes add to it.
 */
export async function trustedAnchors(): Promise<readonly TrustAnchor[]> {
  const { anchors } = await signingAuthority()
  return [...anchors, ...(await rememberedAnchors())]
}

/**
 * Every certificate that documents may lead to, each once, as PEM with its subject above it: for programs that do not know
 * this installation.
 */
export async function trustedPem(): Promise<string> {
  const blocks = (await trustedAnchors()).map(
    ({ certificate }) => `${certificate.subject}\n${certificate.toString('pem')}\n`,
  )
  return [...new Set(blocks)].join('\n')
}

/**
 * At the portal's start: remembers what it signs with from now on, and ends the trust in what it signed with before. Commands do not:
 * they may run with fewer settings than the portal. Throws when a configured file cannot be used.
 *
 * @returns how many certificates are trusted no longer for what is stamped from now on
 */
export async function settleTrust(now: Date): Promise<number> {
  return endOtherAnchors((await signingAuthority()).anchors, now)
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
  const configured = { seal: Boolean(seal), person: Boolean(issuer), timestamp: stampRoots.length > 0 }
  const anchors = [
    ...trial.anchors.filter(({ uses }) => uses.some((use) => !configured[use])),
    ...(seal ? [sealAnchor(seal.certificate, seal.chain)] : []),
    ...(issuer ? [anchor(issuer.certificate, 'person')] : []),
    ...stampRoots.map((certificate) => anchor(certificate, 'timestamp')),
  ]
  await rememberAnchors(trial.anchors, systemClock(), 'known')
  await rememberAnchors(anchors, systemClock(), 'inUse')
  return {
    seal: seal ?? trial.seal,
    issue: issuer ? (person) => issueToPerson(issuer, person) : trial.issue,
    timestamps: settings.BIDRA_TIMESTAMP_URL ? remoteTimestamps(settings.BIDRA_TIMESTAMP_URL) : trial.timestamps,
    anchors,
    trial: !seal || !issuer || !settings.BIDRA_TIMESTAMP_URL,
  }
}

function anchor(certificate: x509.X509Certificate, use: TrustedUse, subject?: string): TrustAnchor {
  return { certificate, uses: [use], trial: false, ...(subject !== undefined && { subject }) }
}

function sealAnchor(certificate: x509.X509Certificate, chain: readonly x509.X509Certificate[]): TrustAnchor {
  return anchor(chain.at(-1) ?? certificate, 'seal', certificate.subject)
}

/**
 * What a PEM file of somebody else's adds to trust, written as for the settings: a seal with the chain above it, an issuer (with
 * its chain), or the roots of time stamps. Throws when it holds no certificate.
 */
export async function readAnchors(file: string, use: TrustedUse, until?: Date): Promise<TrustAnchor[]> {
  const [first, ...chain] = await readCertificates(file)
  if (!first) throw new Error(`${file} holds no certificate (PEM)`)
  const anchors =
    use === 'seal'
      ? [sealAnchor(first, chain)]
      : (use === 'person' ? [first] : [first, ...chain]).map((certificate) => anchor(certificate, use))
  return anchors.map((each) => (until ? { ...each, until } : each))
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
