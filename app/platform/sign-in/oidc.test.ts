import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addUser, visit } from '../access/testing/world'
import { db } from '../db.server'
import { env } from '../env.server'
import { currentSession } from '../session.server'
import { emptyDatabase } from '../testing/empty-database'
import { beginOidc, finishOidc, forgetIdentityProvider, identityProvider } from './oidc.server'
import { startIdentityProvider, type TestAccount, type TestIdentityProvider } from './testing/identity-provider'

let provider: TestIdentityProvider
const now = new Date()

beforeAll(async () => {
  provider = await startIdentityProvider(`${env().origin}/logga-in/oidc/svar`)
  Object.assign(env(), {
    BIDRA_OIDC_ISSUER: provider.issuer,
    BIDRA_OIDC_CLIENT_ID: provider.clientId,
    BIDRA_OIDC_CLIENT_SECRET: provider.clientSecret,
    BIDRA_OIDC_LABEL: 'Kommunens inloggning',
  })
  forgetIdentityProvider()
})
afterAll(() => provider.stop())
beforeEach(emptyDatabase)

const cookieOf = (header: string) => header.split(';')[0] ?? ''

/** The whole way: our redirect, the provider's pages, its answer to us. */
async function signIn(account: TestAccount, next?: string) {
  const begun = await beginOidc(next)
  const answer = await provider.signIn(begun.location, account)
  return finishOidc(visit(`${answer.pathname}${answer.search}`, cookieOf(begun.cookie)), now)
}

describe('signing in by an identity provider', () => {
  it('asks with a code, PKCE, state and nonce', async () => {
    expect(identityProvider()).toBe('Kommunens inloggning')
    const { location, cookie } = await beginOidc('/arenden')
    const asked = Object.fromEntries(new URL(location).searchParams)
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', client_id: 'bidra' })
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked[name]?.length).toBeGreaterThan(20)
    expect(cookie).toMatch(/; Path=\/logga-in\/oidc; HttpOnly; SameSite=Lax; Max-Age=600$/)
  })

  it('finds the person by a verified address the first time, and by issuer and subject from then on', async () => {
    const user = await addUser({}, { email: 'ylva@botkyrka.example' })
    const first = await signIn({ subject: 'sub-1', email: 'Ylva@Botkyrka.example', verified: true }, '/arenden/1')
    if (!first.signedIn) throw new Error(first.reason)
    expect(first.next).toBe('/arenden/1')
    const session = await currentSession(visit('/', cookieOf(first.cookies[1] ?? '')), {}, {}, now)
    expect(session.who).toMatchObject({ user: { id: user.id }, method: 'oidc' })
    // The address changes at the provider; the person stays the same.
    expect((await signIn({ subject: 'sub-1', email: 'other@botkyrka.example', verified: true })).signedIn).toBe(true)
    expect(await db().identity.findMany()).toEqual([{ issuer: provider.issuer, subject: 'sub-1', userId: user.id }])
  })

  it('does not believe an address that the provider has not verified', async () => {
    await addUser({}, { email: 'ylva@botkyrka.example' })
    const unverified = await signIn({ subject: 'sub-2', email: 'ylva@botkyrka.example', verified: false })
    expect(unverified).toMatchObject({ signedIn: false, reason: 'unknown' })
    const silent = await signIn({ subject: 'sub-3', email: 'ylva@botkyrka.example' })
    expect(silent).toMatchObject({ signedIn: false, reason: 'unknown' })
    expect(await db().session.count()).toBe(0)
  })

  it('lets nobody in whom no administrator has invited, and makes nobody', async () => {
    expect(await signIn({ subject: 'sub-4', email: 'new@botkyrka.example', verified: true })).toMatchObject({
      signedIn: false,
      reason: 'unknown',
    })
    expect(await db().user.count()).toBe(0)
    expect(await db().auditEvent.findFirst()).toMatchObject({ actor: 'unknown', action: 'session.refused' })
  })

  it('takes an answer only in the browser that asked, and once', async () => {
    await addUser({}, { email: 'ylva@botkyrka.example' })
    const account = { subject: 'sub-5', email: 'ylva@botkyrka.example', verified: true }
    const [mine, other] = [await beginOidc(undefined), await beginOidc(undefined)]
    const answer = await provider.signIn(mine.location, account)
    const path = `${answer.pathname}${answer.search}`
    const finish = (cookie?: string) => finishOidc(visit(path, cookie), now)
    expect(await finish()).toMatchObject({ signedIn: false, reason: 'failed' })
    expect(await finish(cookieOf(other.cookie))).toMatchObject({ signedIn: false, reason: 'failed' })
    expect(await finish('bidra-oidc=bm90IGpzb24')).toMatchObject({ signedIn: false, reason: 'failed' })
    expect((await finish(cookieOf(mine.cookie))).signedIn).toBe(true)
    expect(await finish(cookieOf(mine.cookie))).toMatchObject({ signedIn: false, reason: 'failed' })
  })

  it('says so when the person breaks off', async () => {
    const { cookie } = await beginOidc(undefined)
    const answer = visit('/logga-in/oidc/svar?error=access_denied&state=x', cookieOf(cookie))
    expect(await finishOidc(answer, now)).toMatchObject({ signedIn: false, reason: 'cancelled' })
  })

  it('leads nowhere but into the portal afterwards', async () => {
    await addUser({}, { email: 'ylva@botkyrka.example' })
    const account = { subject: 'sub-6', email: 'ylva@botkyrka.example', verified: true }
    expect(await signIn(account, '//evil.example')).toMatchObject({ signedIn: true, next: undefined })
  })
})
