import { createHash, randomBytes } from 'node:crypto'
import { env } from './env.server'

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
  const name = overHttps() ? secureName : plainName
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  return value && /^[\w-]{43}$/.test(value) ? value : undefined
}

/** `Set-Cookie` for a new session; it ends with the browser. */
export function sessionCookie(secret: string): string {
  return `${overHttps() ? secureName : plainName}=${secret}; ${attributes()}`
}

/** `Set-Cookie` that takes the session away. */
export function clearedSessionCookie(): string {
  return `${overHttps() ? secureName : plainName}=; ${attributes()}; Max-Age=0`
}

const secureName = '__Host-bidra'
const plainName = 'bidra'

function attributes(): string {
  return `Path=/; HttpOnly; SameSite=Lax${overHttps() ? '; Secure' : ''}`
}

/** Decided by the portal's public address, not by the request: a proxy may have ended TLS before it came here. */
function overHttps(): boolean {
  return env().origin.startsWith('https:')
}
