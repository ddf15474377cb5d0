import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { projectRoot } from '../app/platform/root.server'
import { run } from './postgres/run'
import { startTestServer } from './testing-database'

/** Writes the migration that takes the database from the last one to prisma/schema.prisma. Argument: its name. */
const [name] = process.argv.slice(2)
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  process.stderr.write('What does it do? npm run migration -- add_districts\n')
  process.exit(2)
}

const server = await startTestServer()
try {
  const prisma = join(dirname(createRequire(import.meta.url).resolve('prisma/package.json')), 'build', 'index.js')
  const from = ['--from-migrations', 'prisma/migrations', '--to-schema', 'prisma/schema.prisma']
  const { code, output } = await run(process.execPath, [prisma, 'migrate', 'diff', ...from, '--script'], {
    folder: projectRoot(),
    env: {
      DATABASE_URL: server.url,
      PRISMA_SCHEMA_ENGINE_BINARY: join(projectRoot(), 'scripts', 'schema-engine.mjs'),
      CHECKPOINT_DISABLE: '1',
    },
  })
  const script = output.slice(output.search(/^-- /m))
  if (code !== 0) throw new Error(output)
  if (script.includes('This is an empty migration')) process.stdout.write('The schema is what the migrations make.\n')
  else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const folder = join('prisma', 'migrations', `${stamp}_${name}`)
    await mkdir(join(projectRoot(), folder))
    await writeFile(join(projectRoot(), folder, 'migration.sql'), `${script.trim()}\n`)
    process.stdout.write(`Wrote ${join(folder, 'migration.sql')}: read it before you commit it.\n`)
  }
} finally {
  await server.stop()
}
