import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { projectRoot } from '~/platform/root.server'
import type { Thing } from './world'

/** A route as it was built. */
export interface BuiltRoute {
  readonly id: string
  /** «arenden/:caseId» */
  readonly path: string
  readonly loads: boolean
  readonly acts: boolean
  /** Whether it is a page, which scripts also ask for as data. */
  readonly page: boolean
}

const manifest = z.object({
  routes: z.record(
    z.string(),
    z.object({
      id: z.string(),
      parentId: z.string().optional(),
      path: z.string().optional(),
      module: z.object({ loader: z.unknown(), action: z.unknown(), default: z.unknown() }).partial(),
    }),
  ),
})

/** Every route of the build but the frame around all pages, which has no address. */
export async function builtRoutes(): Promise<readonly BuiltRoute[]> {
  const file = pathToFileURL(join(projectRoot(), 'build/server/index.js')).href
  const { routes } = manifest.parse({ ...(await import(/* @vite-ignore */ file)) })
  const pathOf = (id: string | undefined): string => {
    const route = id === undefined ? undefined : routes[id]
    return route ? [pathOf(route.parentId), route.path].filter(Boolean).join('/') : ''
  }
  return Object.values(routes)
    .filter(({ id }) => id !== 'root')
    .map(({ id, module }) => ({
      id,
      path: pathOf(id),
      loads: module.loader !== undefined,
      acts: module.action !== undefined,
      page: module.default !== undefined,
    }))
}

/** The addresses of a route where it is about this thing. */
export function addressesOf({ path }: BuiltRoute, thing: Thing): readonly string[] {
  const one = (values: Readonly<Record<string, string>>) =>
    `/${path.replace(/:([A-Za-z0-9]+)|\*/g, (_whole, name: string | undefined) => values[name ?? ''] ?? 'finns-inte')}`
  const { caseId, roundId, requestId, pageId, sha256, userId, mailId, mailSha256, contributionId, secret } = thing
  const values = {
    caseId,
    roundId,
    requestId,
    pageId,
    userId,
    mailId,
    contributionId,
    secret,
    sha256: path.startsWith('demo') ? mailSha256 : sha256,
  }
  if (!path.includes(':format')) return [one(values)]
  return ['csv', 'xlsx', 'json', 'zip'].map((format) => one({ ...values, format }))
}

/** The same page as scripts ask for it. */
export const asData = (address: string) => (address === '/' ? '/_root.data' : `${address}.data`)
