import { ownPath } from '../own-path'

/**
 * The path to land on after signing in: one of ours (see `ownPath`), and none of the sign-in's own pages, which would
 * go round in circles.
 */
export function localPath(text: string | null | undefined): string | undefined {
  const path = ownPath(text)
  return path === undefined || /^\/(logga-|demo)/.test(path) ? undefined : path
}
