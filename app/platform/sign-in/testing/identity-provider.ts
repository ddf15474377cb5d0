import { createServer } from 'node:http'
import Provider from 'oidc-provider'

export interface TestAccount {
  readonly subject: string
  readonly email?: string
  readonly verified?: boolean
}

export interface TestIdentityProvider {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Goes through signing in as a browser would, from our redirect to the provider's answer. */
  signIn(location: string, account: TestAccount): Promise<URL>
  stop(): Promise<void>
}

/** A real OpenID provider on a port of its own, which asks for PKCE and signs in whom the test names. */
export async function startIdentityProvider(redirectUri: string): Promise<TestIdentityProvider> {
  const port = await freePort()
  const issuer = `http://127.0.0.1:${port}`
  const client = { clientId: 'bidra', clientSecret: 'a secret of the test, long enough' }
  const accounts = new Map<string, TestAccount>()
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: true } },
    cookies: { keys: ['of the test'] },
    findAccount: (_context: unknown, subject: string) => ({
      accountId: subject,
      claims: () => {
        const account = accounts.get(subject)
        return { sub: subject, email: account?.email, email_verified: account?.verified }
      },
    }),
  })
  const server = await new Promise<ReturnType<Provider['listen']>>((resolve) => {
    const listening = provider.listen(port, '127.0.0.1', () => resolve(listening))
  })
  return {
    issuer,
    ...client,
    async signIn(location, account) {
      accounts.set(account.subject, account)
      return walk(location, redirectUri, account.subject)
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

/** Follows redirects and fills in the provider's own pages (who are you, do you consent) until it sends us back. */
async function walk(location: string, redirectUri: string, login: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let next = new URL(location)
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    let answer = await fetch(next, { redirect: 'manual', headers: { cookie } })
    keep(cookies, answer)
    if (answer.status === 200) {
      const page = await answer.text()
      const action = /action="([^"]+)"/.exec(page)?.[1]
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
      if (!action || !prompt) throw new Error(`The provider shows something unexpected:\n${page}`)
      const body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'any' }) })
      const held = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      answer = await fetch(new URL(action, next), {
        method: 'POST',
        body,
        redirect: 'manual',
        headers: { cookie: held },
      })
      keep(cookies, answer)
    }
    const target = answer.headers.get('location')
    if (!target) throw new Error(`The provider answers ${answer.status}: ${await answer.text()}`)
    next = new URL(target, next)
    if (next.href.startsWith(redirectUri)) return next
  }
  throw new Error('The provider goes round in circles')
}

function keep(cookies: Map<string, string>, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
    cookies.set(name, value)
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
