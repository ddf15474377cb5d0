import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../app/platform/root.server'
import { migrate } from './migrate'
import { run } from './postgres/run'

test('the migrations make exactly the schema', async () => {
  const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js')
  const args = [
    'migrate',
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma/schema.prisma',
    '--exit-code',
  ]
  const { code, output } = await run(process.execPath, [prisma, ...args], {
    folder: projectRoot(),
    env: { PRISMA_SCHEMA_ENGINE_BINARY: join(projectRoot(), 'scripts', 'schema-engine.mjs'), CHECKPOINT_DISABLE: '1' },
  })
  expect(`${code} ${output}`).toMatch(/^0 /)
})

test('a database that is up to date is left alone', async () => {
  expect(await migrate(process.env.DATABASE_URL ?? '')).toBe(false)
})
