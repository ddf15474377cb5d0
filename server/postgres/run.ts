import { spawn } from 'node:child_process'

/** An operating-system user that programs are run as. */
export interface OsUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

export interface RunOptions {
  readonly user?: OsUser | undefined
  /** Working folder; by default one that every user may stand in. */
  readonly folder?: string
  readonly env?: Readonly<Record<string, string>>
}

export interface Outcome {
  readonly code: number
  /** Both outputs, in English as far as the program can. */
  readonly output: string
}

/** Runs a program to its end. Rejects when it cannot be started, never because of an exit code. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const { user, folder = '/', env } = options
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: Ctrl-C is for the portal, which then stops things in order.
      detached: process.platform !== 'win32',
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    let output = ''
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.on('error', reject)
    // `exit`, not `close`: a server that pg_ctl leaves behind may keep the pipes open.
    child.on('exit', (code) => setImmediate(() => resolve({ code: code ?? 1, output: output.trim() })))
  })
}
