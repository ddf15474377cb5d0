import { readFile } from 'node:fs/promises'
import { type OsUser, run } from './run'

const ownName = 'bidra'

/**
 * The user that PostgreSQL runs as. It refuses root, so root gets a user of its own, made when it is missing; for everybody
 * else it is themselves (undefined).
 */
export async function serverUser(): Promise<OsUser | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const existing = await lookUp(ownName)
  if (existing) return existing
  const ways: [string, string[]][] = [
    [
      'useradd',
      [
        '--system',
        '--user-group',
        '--no-create-home',
        '--home-dir',
        '/nonexistent',
        '--shell',
        '/usr/sbin/nologin',
        ownName,
      ],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', ownName]],
  ]
  for (const [program, args] of ways) {
    await run(program, args).catch(() => undefined)
    const made = await lookUp(ownName)
    if (made) return made
  }
  const fallback = (await lookUp('postgres')) ?? (await lookUp('nobody'))
  if (fallback) return fallback
  throw new Error(
    'PostgreSQL refuses to run as root, and no user for it could be made. Make a system user named bidra, start Bidra as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether `user` may enter the folder. Asked of the system itself, so that access lists count too. */
export async function canEnter(user: OsUser, folder: string): Promise<boolean> {
  const { code } = await run('/bin/sh', ['-c', 'cd "$0"', folder], { user })
  return code === 0
}

async function lookUp(name: string): Promise<OsUser | undefined> {
  const users = await readFile('/etc/passwd', 'utf8')
  const line = users.split('\n').find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined
}
