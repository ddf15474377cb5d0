import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'

/** An operating-system user that programs are run as. */
export interface OsUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

export interface Outcome {
  readonly code: number
  readonly output: string
}

/** Runs a program to its end, as `user` when one is given. Never rejects because of an exit code. */
export function run(program: string, args: readonly string[], user?: OsUser): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      // Started in a folder that every user may stand in; and messages in English, since they are searched.
      cwd: user ? '/' : tmpdir(),
      env: { ...process.env, LC_ALL: 'C', LC_MESSAGES: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    let output = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    child.on('error', reject)
    // `exit`, not `close`: a server that pg_ctl leaves behind may keep the pipes.
    child.on('exit', (code) => setImmediate(() => resolve({ code: code ?? 1, output: output.trim() })))
  })
}
