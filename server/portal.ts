import { createServer } from 'node:net'
import { botkyrka, nationalBoard, people, stockholmBoard } from '../app/grants/demo/people'
import { env } from '../app/platform/env.server'
import { closeDatabase } from '../app/platform/jobs.server'
import { log } from '../app/platform/log.server'
import { DatabaseInUse } from './embedded-database'
import { type HttpServer, PortUnavailable, startHttp } from './http'
import { migrate } from './migrate'
import { say, secondsSinceStart } from './progress'
import { fillInstallation, startWork } from './start-up'

/** What is to be stopped last, if anything. */
interface OwnDatabase {
  stop(): Promise<void>
}

const running: { database?: OwnDatabase | undefined; http?: HttpServer } = {}
let stopping = false

/** Runs the portal in this process until a signal stops it. `connect` sees to it that DATABASE_URL is set. */
export async function runPortal(connect: () => Promise<OwnDatabase | undefined>): Promise<void> {
  process.env.NODE_ENV ||= 'production'
  const starting = start(connect)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0, starting))
  process.on('unhandledRejection', (reason) => log().error({ err: reason }, 'unhandled rejection'))
  stopWithNpm(() => stop(0, starting))
  try {
    await starting
  } catch (error) {
    const known = error instanceof PortUnavailable || error instanceof DatabaseInUse
    process.stderr.write(`\n${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`)
    if (!stopping) await stop(1, starting)
  }
}

/** Step by step; a signal breaks it off between two. */
async function start(connect: () => Promise<OwnDatabase | undefined>): Promise<void> {
  const steps = [
    async () => {
      running.database = await connect()
    },
    async () => {
      if (await migrate(env().DATABASE_URL)) say('Brought the database up to date')
    },
    () => fillInstallation(say),
    startWork,
    async () => {
      running.http = await startHttp()
      greet()
    },
  ]
  for (const step of steps) if (!stopping) await step()
}

/** PortUnavailable, in words that help, when the portal's port is taken. */
export function refuseBusyPort(): Promise<void> {
  const port = Number(process.env.BIDRA_PORT || process.env.PORT || 3000)
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        new PortUnavailable(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is in use, perhaps by another Bidra. Stop it, or choose another port: BIDRA_PORT=3001 npm start`
            : `Port ${port} cannot be used (${error.code}). Choose another: BIDRA_PORT=3001 npm start`,
        ),
      ),
    )
    probe.listen(port, process.env.BIDRA_HOST || undefined, () => probe.close(() => resolve()))
  })
}

function greet(): void {
  const { origin, BIDRA_DEMO } = env()
  const lines = BIDRA_DEMO
    ? [
        `Sign in: open ${origin}/demo and choose who you want to be, for example`,
        ...demoGuide(),
        `All mail that is sent lies in ${origin}/demo/post`,
        '',
        'This is a demonstration: anybody who reaches it can become anybody in it. It answers this machine alone;',
        'BIDRA_HOST=0.0.0.0 opens it to others, BIDRA_DEMO=off makes it a portal.',
      ]
    : [`Sign in: ${origin}/logga-in`, 'The first person is let in with: npm run --silent bidra -- user add --help']
  const all = ['', `Bidra is running on ${origin}  (${secondsSinceStart()} s)`, '', ...lines, 'Stop with Ctrl-C.', '']
  process.stdout.write(`${all.join('\n')}\n`)
}

/** One person for each thing that there is to try. */
function demoGuide(): string[] {
  const first = (organisation: string, role: string) =>
    people.find((person) => person.organisation === organisation && person.roles.some((each) => each === role))
  const parts = [
    [first(botkyrka, 'officer'), 'fills in the forms for Botkyrka'],
    [first(botkyrka, 'signatory'), 'signs for Botkyrka'],
    [first(stockholmBoard, 'reviewer'), 'reviews at Länsstyrelsen Stockholm'],
    [first(nationalBoard, 'reviewer'), 'reviews at Socialstyrelsen'],
  ] as const
  return parts.flatMap(([person, does]) => (person ? `  ${person.name.padEnd(16)} ${does}` : []))
}

/**
 * In order: what the start is at, then no new requests, no new jobs, no connections, no database server. A second signal does not
 * wait.
 */
async function stop(code: number, starting: Promise<void>): Promise<void> {
  if (stopping) process.exit(130)
  stopping = true
  say('Stopping')
  await starting.catch(() => undefined)
  const steps: [string, () => Promise<void> | undefined][] = [
    ['requests', () => running.http?.stop()],
    ['jobs and connections', closeDatabase],
    ['the database', () => running.database?.stop()],
  ]
  for (const [name, step] of steps) {
    try {
      await step()
    } catch (error) {
      code = 1
      process.stderr.write(`Stopping ${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  say('Stopped')
  process.exit(code)
}

/** A killed npm leaves the portal behind without a terminal: it then stops in order instead of keeping the port. */
function stopWithNpm(stop: () => Promise<void>): void {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    void stop()
  }, 1_000)
  timer.unref()
}
