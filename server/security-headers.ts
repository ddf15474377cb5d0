import { randomBytes } from 'node:crypto'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** What the headers depend on. */
export interface Surroundings {
  /** https: browsers are told to stay with it. */
  readonly secure: boolean
  /** Origin of the sign-in provider, where a form may lead. */
  readonly signInOrigin: string | undefined
}

/**
 * A fresh nonce for each answer (`response.locals.cspNonce`) and the headers that go with it. Only scripts with the nonce, and
 * what they load, run; nothing comes from elsewhere; nobody frames the portal. A PDF may stand in the portal's own pages.
 */
export function securityHeaders({ secure, signInOrigin }: Surroundings): RequestHandler[] {
  const nonce: RequestHandler = (_request, response, next) => {
    response.locals.cspNonce = randomBytes(16).toString('base64')
    next()
  }
  const page = headers(["'none'"])
  const document = headers(["'self'"])
  return [
    nonce,
    (request, response, next) => (request.path.endsWith('.pdf') ? document : page)(request, response, next),
  ]

  function headers(frameAncestors: string[]): RequestHandler {
    return helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          'default-src': ["'self'"],
          'script-src': ["'strict-dynamic'", (_request, response) => `'nonce-${nonceOf(response)}'`],
          'style-src': ["'self'", (_request, response) => `'nonce-${nonceOf(response)}'`],
          // Components place things by style attributes, which cannot carry a nonce.
          'style-src-attr': ["'unsafe-inline'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          'font-src': ["'self'"],
          'connect-src': ["'self'"],
          'worker-src': ["'self'", 'blob:'],
          'object-src': ["'self'"],
          'frame-src': ["'self'"],
          'base-uri': ["'none'"],
          'form-action': ["'self'", ...(signInOrigin ? [signInOrigin] : [])],
          'frame-ancestors': frameAncestors,
          ...(secure && { 'upgrade-insecure-requests': [] }),
        },
      },
      // Forms without JavaScript are refused when the browser does not say where they come from.
      referrerPolicy: { policy: 'same-origin' },
      xFrameOptions: { action: frameAncestors.includes("'self'") ? 'sameorigin' : 'deny' },
      crossOriginEmbedderPolicy: false,
      strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    })
  }
}

function nonceOf(response: object): string {
  return 'locals' in response && isNonce(response.locals) ? response.locals.cspNonce : ''
}

function isNonce(locals: unknown): locals is { cspNonce: string } {
  return typeof locals === 'object' && locals !== null && 'cspNonce' in locals && typeof locals.cspNonce === 'string'
}
