#!/usr/bin/env node
import { join } from 'node:path'
/** Starts the built portal for the browser tests, on the port of BIDRA_PORT. */
import { register } from 'tsx/esm/api'
import { build, root } from './steps/prepare.mjs'
import { orExit } from './steps/run.mjs'

process.chdir(root)
process.env.NODE_ENV = 'production'
await orExit(build)
register({ tsconfig: join(root, 'tsconfig.json') })
await import('../server/testing-portal.ts')
