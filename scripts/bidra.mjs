#!/usr/bin/env node
/** `npm run --silent bidra -- <command>`: the operator's commands. Standard output is theirs alone. */
import { join } from 'node:path'
import { generate, install, root } from './steps/prepare.mjs'
import { sayOn } from './steps/progress.mjs'
import { orExit } from './steps/run.mjs'

sayOn(process.stderr)
await orExit(async () => {
  await install()
  await generate()
})

process.env.NODE_ENV ||= 'production'
process.env.BIDRA_LOG_LEVEL ||= 'silent'
// File names are meant from where the command was given; npm itself goes to the project's folder.
process.chdir(process.env.INIT_CWD ?? process.cwd())
const { register } = await import('tsx/esm/api')
register({ tsconfig: join(root, 'tsconfig.json') })
await import('../cli/main.ts')
