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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0))
  process.on('unhandledRejection', (reason) => log().error({ err: reason }, 'unhandled rejection'))
  stopWithNpm()
  try {
    await start(connect)
  } catch (error) {
    // A start that is broken off fails at whatever it was at; stopping goes on.
    if (stopping) return
    const known = error instanceof PortUnavailable || error instanceof DatabaseInUse
    process.stderr.write(`\n${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`)
    await stop(1)
  }
}

async function start(connect: () => Promise<OwnDatabase | undefined>): Promise<void> {
  running.database = await connect()
  if (stopping) return
  if (await migrate(env().DATABASE_URL)) say('Brought the database up to date')
  await fillInstallation(say)
  await startWork()
  if (stopping) return
  running.http = await startHttp()
  greet()
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

/** In order: no new requests, no new jobs, no connections, no server. A second signal does not wait. */
async function stop(code: number): Promise<void> {
  if (stopping) process.exit(130)
  stopping = true
  const steps: [string, () => Promise<void> | undefined][] = [
    ['requests', () => running.http?.stop()],
    ['jobs and connections', closeDatabase],
    ['the database', () => running.database?.stop()],
  ]
  if (running.http) say('Stopping')
  for (const [name, step] of steps) {
    try {
      await step()
    } catch (error) {
      code = 1
      process.stderr.write(`Stopping ${name}: ${error instanceof Error ? error.message : String(error)}\n`)
    }
  }
  if (running.http) say('Stopped')
  process.exit(code)
}

/** A killed npm leaves the portal behind without a terminal: it then stops in order instead of keeping the port. */
function stopWithNpm(): void {
  if (process.env.npm_lifecycle_event !== 'start') return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) void stop(0)
  }, 1_000).unref()
}
