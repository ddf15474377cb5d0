#!/usr/bin/env node
/**
 * `npm start`: from a clean clone to a running portal; the next time, straight to it. Plain Node until the packages are there.
 * Settings are environment variables, listed in docs/operating.md.
 */
import { build, generate, install, root } from './steps/prepare.mjs'
import { say } from './steps/progress.mjs'
import { orExit } from './steps/run.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Bidra needs Node 20.19 or newer; this is ${process.version}.\n`)
  process.exit(1)
}

process.chdir(root)
process.env.NODE_ENV = 'production'
say('Starting Bidra')
await orExit(async () => {
  await install()
  await generate()
  await build()
})

// In this very process, so that a signal reaches the portal itself.
await import('../build/portal/main.mjs')
