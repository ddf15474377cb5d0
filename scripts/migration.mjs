#!/usr/bin/env node
/** `npm run migration -- <name>`: writes the migration that a changed prisma/schema.prisma needs. */
import { join } from 'node:path'
import { register } from 'tsx/esm/api'
import { generate, root } from './steps/prepare.mjs'
import { orExit } from './steps/run.mjs'

process.chdir(root)
await orExit(generate)
register({ tsconfig: join(root, 'tsconfig.json') })
await import('../server/new-migration.ts')
