import type { RequestHandler } from 'express'
import { isSameOrigin } from '../app/platform/access/same-origin'
import { env } from '../app/platform/env.server'

/**
 * Turns posts from other sites away before anything of the application runs. Remix compares `Origin` with the host that
 * it sees, and takes a difference for a fault: behind a proxy that asks under another name that would be every post. So
 * it is judged here, by the portal's public address too, and handed on as judged.
 */
export const foreignPosts: RequestHandler = (request, response, next) => {
  const { method, headers } = request
  if (method === 'GET' || method === 'HEAD') return next()
  const told = new Headers()
  for (const name of ['origin', 'sec-fetch-site'] as const) {
    const value = headers[name]
    if (typeof value === 'string') told.set(name, value)
  }
  const url = `http://${headers.host ?? 'localhost'}/`
  if (!isSameOrigin({ method, headers: told, url }, env().origin)) {
    response.status(403).type('text/plain').send('Kom från en annan webbplats. Came from another site.')
    return
  }
  headers['sec-fetch-site'] = 'same-origin'
  delete headers.origin
  next()
}
