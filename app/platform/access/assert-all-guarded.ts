import type { Access } from './rule'

/** The part of a route of the server build that matters here. */
export interface BuiltRoute {
  readonly id: string
  readonly module: { readonly loader?: unknown; readonly action?: unknown }
}

export interface GuardedRoute {
  readonly id: string
  readonly loader?: Access
  readonly action?: Access
}

/**
 * Reads the access of every loader and action in a build.
 * @throws when one has not been wrapped in `guard`: called at start-up, so that a forgotten guard never serves.
 */
export function assertAllGuarded(routes: Readonly<Record<string, BuiltRoute | undefined>>): readonly GuardedRoute[] {
  const unguarded: string[] = []
  const guarded = Object.values(routes).flatMap((route): GuardedRoute[] => {
    if (!route) return []
    const { loader, action } = route.module
    const read = { loader: accessOf(loader), action: accessOf(action) }
    if (loader !== undefined && !read.loader) unguarded.push(`${route.id}: loader`)
    if (action !== undefined && !read.action) unguarded.push(`${route.id}: action`)
    return [{ id: route.id, ...(read.loader && { loader: read.loader }), ...(read.action && { action: read.action }) }]
  })
  if (unguarded.length > 0) throw new Error(`Wrap these in guard(rule, handler): ${unguarded.join(', ')}`)
  return guarded
}

function accessOf(handler: unknown): Access | undefined {
  if (typeof handler !== 'function' || !('access' in handler)) return undefined
  const { access } = handler
  if (typeof access !== 'object' || access === null || !('name' in access) || !('signedIn' in access)) return undefined
  const { name, signedIn } = access
  return typeof name === 'string' && typeof signedIn === 'boolean' ? { name, signedIn } : undefined
}
