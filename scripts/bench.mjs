#!/usr/bin/env node
/** `npm run bench [-- save pdf weight xlsx]`: the figures of the README, each with its floor measured in the same run. */
import { join } from 'node:path'
import { build, generate, install, root } from './steps/prepare.mjs'
import { sayOn } from './steps/progress.mjs'
import { orExit } from './steps/run.mjs'
import { installTools } from './steps/tools.mjs'

process.chdir(root)
sayOn(process.stderr)
process.env.NODE_ENV = 'production'
await orExit(async () => {
  await install()
  await installTools()
  await generate()
  await build()
})
const { register } = await import('tsx/esm/api')
register({ tsconfig: join(root, 'tsconfig.json') })
await import('../bench/main.ts')
