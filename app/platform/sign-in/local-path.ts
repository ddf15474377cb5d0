/**
 * The path to land on after signing in, if it is one of ours; undefined for other addresses («//evil.example»,
 * «/\evil») and for the sign-in's own pages, which would go round in circles.
 */
export function localPath(text: string | null | undefined): string | undefined {
  if (!text?.startsWith('/') || text.length > 1000) return undefined
  const base = 'http://bidra.invalid'
  if (!URL.canParse(text, base)) return undefined
  const url = new URL(text, base)
  if (url.origin !== base || /^\/(logga-|demo)/.test(url.pathname)) return undefined
  return `${url.pathname}${url.search}${url.hash}`
}
