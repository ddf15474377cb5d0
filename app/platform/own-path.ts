/** A path of the portal as it stands, or undefined for whatever would lead elsewhere («//evil.example», «/\evil», «/<tab>/evil»). */
export function ownPath(text: unknown): string | undefined {
  if (typeof text !== 'string' || !text.startsWith('/') || text.length > 2000) return undefined
  const base = 'http://bidra.invalid'
  if (!URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  return url.origin === base ? `${url.pathname}${url.search}${url.hash}` : undefined
}
