import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import express, { type RequestHandler } from 'express'

/**
 * The built files for browsers. What lies in `assets/` carries a hash in its name and is kept for ever; the build has
 * packed it with Brotli beside the original (`scripts/build.mjs`), which is sent where the browser takes it.
 */
export function assets(clientFolder: string): RequestHandler[] {
  const packed = new Set(
    readdirSync(join(clientFolder, 'assets'))
      .filter((name) => name.endsWith('.br'))
      .map((name) => `/assets/${name.slice(0, -3)}`),
  )
  const preferPacked: RequestHandler = (request, response, next) => {
    if (!packed.has(request.path)) return next()
    response.setHeader('Vary', 'Accept-Encoding')
    if (/\bbr\b/.test(request.headers['accept-encoding'] ?? '')) {
      response.type(request.path.slice(request.path.lastIndexOf('.')))
      response.setHeader('Content-Encoding', 'br')
      request.url = `${request.url.split('?')[0]}.br`
    }
    next()
  }
  const forEver = express.static(join(clientFolder, 'assets'), { immutable: true, maxAge: '1y', index: false })
  const missing: RequestHandler = (_request, response) => void response.sendStatus(404)
  const mounted = express.Router()
  mounted.use('/assets', forEver, missing)
  const names = new Set(filesBelow(clientFolder).map((name) => `/${name}`))
  const rest = express.static(clientFolder, { maxAge: '1h', index: false, redirect: false })
  // Pages are most of what is asked for: the disk is not asked about each.
  const whatIsThere: RequestHandler = (request, response, next) =>
    names.has(request.path) ? rest(request, response, next) : next()
  return [preferPacked, mounted, whatIsThere]
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'))
