import * as oidc from 'openid-client'
import { z } from 'zod'
import { audit } from '../audit.server'
import { transaction } from '../db.server'
import { env } from '../env.server'
import { log } from '../log.server'
import { startSession } from '../session.server'
import { emailAddress } from './address'
import { localPath } from './local-path'

/** The name of the identity provider («BankID»), when there is one. */
export function identityProvider(): string | undefined {
  const { BIDRA_OIDC_ISSUER, BIDRA_OIDC_CLIENT_ID, BIDRA_OIDC_LABEL } = env()
  if (!BIDRA_OIDC_ISSUER || !BIDRA_OIDC_CLIENT_ID) return undefined
  return BIDRA_OIDC_LABEL ?? new URL(BIDRA_OIDC_ISSUER).host
}

let discovered: Promise<oidc.Configuration> | undefined

/** Asks the provider what it offers: once, and again after it has failed to answer. */
function configuration(): Promise<oidc.Configuration> {
  discovered ??= discover().catch((error: unknown) => {
    discovered = undefined
    throw error
  })
  return discovered
}

async function discover(): Promise<oidc.Configuration> {
  const { BIDRA_OIDC_ISSUER: issuer, BIDRA_OIDC_CLIENT_ID: clientId, BIDRA_OIDC_CLIENT_SECRET: secret } = env()
  if (!issuer || !clientId) throw new Error('No identity provider is set up')
  const server = new URL(issuer)
  // Only a provider on this machine may be asked without TLS.
  const local = server.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  return oidc.discovery(server, clientId, secret, undefined, local ? { execute: [oidc.allowInsecureRequests] } : {})
}

const underWay = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().optional(),
})

const cookieName = 'bidra-oidc'
const cookiePath = '/logga-in/oidc'

/** What the browser keeps while it is away: ten minutes, for these addresses, out of reach of scripts. */
function underWayCookie(value: string, maxAge: number): string {
  const secure = env().origin.startsWith('https:') ? '; Secure' : ''
  return `${cookieName}=${value}; Path=${cookiePath}; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`
}

/** Begins signing in at the provider (authorisation code with PKCE, state and nonce). */
export async function beginOidc(next: string | undefined): Promise<{ location: string; cookie: string }> {
  const config = await configuration()
  const verifier = oidc.randomPKCECodeVerifier()
  const kept = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, ...(next && { next }) }
  const location = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri(),
    scope: 'openid email profile',
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: kept.state,
    nonce: kept.nonce,
  })
  const value = Buffer.from(JSON.stringify(kept)).toString('base64url')
  return { location: location.href, cookie: underWayCookie(value, 600) }
}

function redirectUri(): string {
  return `${env().origin}${cookiePath}/svar`
}

export type OidcOutcome = { readonly cookies: readonly string[]; readonly next: string | undefined } & (
  | { readonly signedIn: true }
  | { readonly signedIn: false; readonly reason: 'unknown' | 'cancelled' | 'failed' }
)

/**
 * Ends signing in: redeems the code and finds the person by issuer and subject, or, the first time, by an e-mail
 * address that the provider has verified. Nobody is created: who may come in is decided by administrators.
 */
export async function finishOidc(request: Request, now: Date): Promise<OidcOutcome> {
  const cookies = [underWayCookie('', 0)]
  const kept = readUnderWay(request)
  const next = localPath(kept?.next)
  if (!kept) return { signedIn: false, cookies, next, reason: 'failed' }
  const { search, searchParams } = new URL(request.url)
  if (searchParams.get('error') === 'access_denied') return { signedIn: false, cookies, next, reason: 'cancelled' }
  const person = await redeem(new URL(`${redirectUri()}${search}`), kept).catch((error: unknown) => {
    log().warn({ err: error }, 'signing in by the identity provider failed')
    return undefined
  })
  if (!person) return { signedIn: false, cookies, next, reason: 'failed' }
  const cookie = await transaction(async (tx) => {
    const { issuer, subject, email } = person
    const known = await tx.identity.findUnique({ where: { issuer_subject: { issuer, subject } } })
    const user = known ? { id: known.userId } : email && (await tx.user.findUnique({ where: { email } }))
    if (!user) {
      await audit(tx, { actor: 'unknown', action: 'session.refused', details: { method: 'oidc', issuer } })
      return undefined
    }
    if (!known) await tx.identity.create({ data: { issuer, subject, userId: user.id } })
    return startSession(tx, { userId: user.id, method: 'oidc', request, now })
  })
  if (!cookie) return { signedIn: false, cookies, next, reason: 'unknown' }
  return { signedIn: true, cookies: [...cookies, cookie], next }
}

function readUnderWay(request: Request): z.output<typeof underWay> | undefined {
  const pair = (request.headers.get('cookie') ?? '').split(';').find((part) => part.trim().startsWith(`${cookieName}=`))
  const value = pair?.trim().slice(cookieName.length + 1)
  if (!value) return undefined
  try {
    return underWay.parse(JSON.parse(Buffer.from(value, 'base64url').toString()))
  } catch {
    return undefined
  }
}

interface Person {
  readonly issuer: string
  readonly subject: string
  /** Only when the provider says that it is verified. */
  readonly email: string | undefined
}

const profile = z.object({ email: emailAddress(), email_verified: z.literal(true) })

async function redeem(answer: URL, kept: z.output<typeof underWay>): Promise<Person> {
  const config = await configuration()
  const tokens = await oidc.authorizationCodeGrant(config, answer, {
    pkceCodeVerifier: kept.verifier,
    expectedState: kept.state,
    expectedNonce: kept.nonce,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('The identity provider sent no ID token')
  const given = profile.safeParse(claims)
  if (given.success) return { issuer: claims.iss, subject: claims.sub, email: given.data.email }
  const asked = config.serverMetadata().userinfo_endpoint
    ? profile.safeParse(await oidc.fetchUserInfo(config, tokens.access_token, claims.sub))
    : undefined
  return { issuer: claims.iss, subject: claims.sub, email: asked?.data?.email }
}

/** Forgets what the provider offers; for tests that bring their own. */
export function forgetIdentityProvider(): void {
  discovered = undefined
}
