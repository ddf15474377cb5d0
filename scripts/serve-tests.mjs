#!/usr/bin/env node
/** Starts the built portal for the browser tests, on the port of BIDRA_PORT. */
import { build, root } from './steps/prepare.mjs'
import { orExit } from './steps/run.mjs'

process.chdir(root)
process.env.NODE_ENV = 'production'
await orExit(build)
await import('../build/portal/testing.mjs')
