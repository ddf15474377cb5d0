#!/usr/bin/env node
/** Starts the built portal for the browser tests, once on each port that is named, side by side. Ends when one of them does. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { build, root } from './steps/prepare.mjs'
import { orExit } from './steps/run.mjs'

process.chdir(root)
await orExit(build)

const portals = process.argv.slice(2).map(portalAt)
let ending = false
// A second signal would not let them stop in order.
const end = () => {
  if (!ending) for (const { child } of portals) child.kill('SIGTERM')
  ending = true
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
for (const { child } of portals) child.once('exit', end)
const databases = await Promise.all(portals.map(({ database }) => database))
process.stdout.write(`Test databases: ${databases.join(' ')}\n`)

/** A portal in a process of its own, and the address of its database as soon as it says it. */
function portalAt(port) {
  const child = spawn(process.execPath, ['build/portal/testing.mjs'], {
    env: { ...process.env, NODE_ENV: 'production', BIDRA_PORT: port, BIDRA_ORIGIN: `http://localhost:${port}` },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A signal to this process's group must not reach it beside the one that is passed on.
    detached: true,
  })
  const database = new Promise((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [, address] = /^Test database: (.*)/.exec(line) ?? []
      if (address) resolve(address)
      else process.stdout.write(`${line}\n`)
    })
  })
  return { child, database }
}
