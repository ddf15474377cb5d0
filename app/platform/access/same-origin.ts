/**
 * Whether a request may change something: reads always may; a post must come from a page of ours, told by headers that
 * no page can forge. `publicOrigin` is the address that people see. Every browser in use sends at least one of them with a post; a request with neither is refused.
 */
export function isSameOrigin(request: Pick<Request, 'method' | 'headers' | 'url'>, publicOrigin: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (origin === null || !URL.canParse(origin)) return false
  // The host and not the scheme: behind a proxy that ends TLS, the scheme that we see is not the one of the browser.
  const { host } = new URL(origin)
  return host === new URL(request.url).host || host === new URL(publicOrigin).host
}
