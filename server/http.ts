import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import { assertAllGuarded } from '../app/platform/access/assert-all-guarded'
import { env } from '../app/platform/env.server'
import { health } from '../app/platform/health.server'
import { log } from '../app/platform/log.server'
import { projectRoot } from '../app/platform/root.server'
import { assets } from './assets'
import { bodyLimits } from './body-limits'
import { foreignPosts } from './foreign-posts'
import { securityHeaders } from './security-headers'

export interface HttpServer {
  readonly port: number
  /** Takes no new requests, lets those under way finish (at most ten seconds), then closes. */
  stop(): Promise<void>
}

/** The port is taken, or may not be used. */
export class PortUnavailable extends Error {
  override readonly name = 'PortUnavailable'
}

/** Serves the built portal. `before` answers ahead of everything else: benchmarks compare with it. */
export async function startHttp(before: readonly RequestHandler[] = []): Promise<HttpServer> {
  const { port, host, origin, BIDRA_PROXIES, BIDRA_OIDC_ISSUER } = env()
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', BIDRA_PROXIES)

  for (const handler of before) app.use(handler)
  app.use(
    securityHeaders({
      secure: origin.startsWith('https:'),
      signInOrigin: BIDRA_OIDC_ISSUER && new URL(BIDRA_OIDC_ISSUER).origin,
    }),
  )
  app.use(assets(join(projectRoot(), 'build', 'client')))
  app.get('/halsa', async (_request, response) => {
    const state = await health()
    response
      .status(state.ok ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(state)
  })
  app.use(requestLog())
  app.use(foreignPosts)
  app.use(bodyLimits)
  app.use(compression())
  const build = await loadBuild()
  app.all(
    '*',
    createRequestHandler({
      build,
      mode: 'production',
      getLoadContext: (request, response) => ({
        cspNonce: String(response.locals.cspNonce),
        clientAddress: request.ip ?? '',
      }),
    }),
  )
  app.use(lastResort)
  const server = createServer(app)
  await listen(server, port, host)
  return { port, stop: () => drain(server) }
}

async function loadBuild(): Promise<ServerBuild> {
  const file = pathToFileURL(join(projectRoot(), 'build', 'server', 'index.js')).href
  // Known only when the build is there, hence no static import.
  const build: ServerBuild = await import(file)
  assertAllGuarded(build.routes)
  return build
}

/** One line per request: what was asked for, by its path only, since queries hold searches and secrets of links. */
function requestLog() {
  return pinoHttp({
    logger: log(),
    quietReqLogger: true,
    customLogLevel: (_request, response, error) =>
      error || response.statusCode >= 500 ? 'error' : response.statusCode >= 400 ? 'info' : 'debug',
    serializers: {
      req: (request: { method: string; url: string }) => ({ method: request.method, path: pathOnly(request.url) }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
  })
}

/** The secret of a sign-in link, and of a contribution's, stands in its path. */
function pathOnly(url: string): string {
  return (url.split('?')[0] ?? '').replace(/^(\/(logga-in\/lank|underlag)\/).*/, '$1•')
}

/** What the portal itself could not answer. Tells the person nothing of why, and the log everything. */
const lastResort: ErrorRequestHandler = (error, _request, response, next) => {
  log().error({ err: error }, 'a request failed')
  if (response.headersSent) return next(error)
  response
    .status(500)
    .type('text/plain')
    .send('Något gick fel. Försök igen om en stund.\nSomething went wrong. Please try again in a moment.\n')
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const known = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      reject(known ? new PortUnavailable(`Port ${port} cannot be used (${error.code}).`) : error)
    })
    server.listen(port, host, resolve)
  })
}

async function drain(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), 10_000)
  await closed
  clearTimeout(impatience)
}
