import { createHash, randomBytes } from 'node:crypto'

/** 256 bits, base64url: 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** What is stored of a secret: SHA-256, hex. A secret of 256 random bits needs no salt and no slow hash. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

/** The secret in the request's cookie, or undefined. */
export function readSessionCookie(request: Request): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  for (const name of [secureName, plainName]) {
    const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
    if (value && /^[\w-]{43}$/.test(value)) return value
  }
  return undefined
}

/** `Set-Cookie` for a new session; it ends with the browser. */
export function sessionCookie(secret: string, request: Request): string {
  return `${cookieName(request)}=${secret}; ${attributes(request)}`
}

/** `Set-Cookie` that takes the session away. */
export function clearedSessionCookie(request: Request): string {
  return `${cookieName(request)}=; ${attributes(request)}; Max-Age=0`
}

const secureName = '__Host-bidra'
const plainName = 'bidra'

function cookieName(request: Request): string {
  return overHttps(request) ? secureName : plainName
}

function attributes(request: Request): string {
  return `Path=/; HttpOnly; SameSite=Lax${overHttps(request) ? '; Secure' : ''}`
}

/** The server trusts its proxy's `X-Forwarded-Proto` (see server/), so the address has the browser's own scheme. */
function overHttps(request: Request): boolean {
  return new URL(request.url).protocol === 'https:'
}
