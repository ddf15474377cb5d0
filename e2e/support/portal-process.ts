import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { projectRoot } from '~/platform/root.server'

/** A portal in a process of its own, as the operating system sees it: it can be killed. */
export interface PortalProcess {
  readonly origin: string
  readonly pid: number
  /** What it has printed so far. */
  said(): string
  /** Ends it by the signal and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

export interface PortalOptions {
  /** Environment on top of the test's own. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly port: number
  /** A project's folder, where the whole of `npm start` is run; by default this one's, as it is built, without the preparations. */
  readonly folder?: string
  readonly user?: { readonly uid: number; readonly gid: number }
}

/** Starts a portal and waits until it answers; an error with what it printed if it ends before that. */
export async function startPortalProcess({ env, port, folder, user }: PortalOptions): Promise<PortalProcess> {
  const origin = `http://127.0.0.1:${port}`
  const cwd = folder ?? projectRoot()
  const run = folder ? ['scripts/start.mjs'] : ['build/portal/main.mjs']
  const child = spawn(process.execPath, run, {
    cwd,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      BIDRA_PORT: String(port),
      BIDRA_ORIGIN: origin,
      BIDRA_LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await answering(child, origin, () => output)
  return {
    origin,
    pid: child.pid ?? 0,
    said: () => output,
    async end(signal) {
      child.kill(signal)
      await gone
    },
  }
}

/** Starts a portal that is expected not to come up, and answers with what it printed. */
export async function failingPortal(options: PortalOptions): Promise<string> {
  try {
    const portal = await startPortalProcess(options)
    await portal.end('SIGTERM')
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  throw new Error('The portal came up')
}

async function answering(child: ChildProcess, origin: string, output: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The portal ended (${child.exitCode ?? child.signalCode}):\n${output()}`)
    const up = await fetch(`${origin}/halsa`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return
    await pause(100)
  }
}

/** A port that nothing listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
