import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cloneDatabase } from '../app/platform/testing/clone'
import { runPortal } from './portal'
import { startTestServer } from './testing-database'

/** What the browser tests run: the built portal, a demonstration, on a database and a data folder of its own that it leaves behind nowhere. */
await runPortal(async () => {
  const server = await startTestServer()
  const dataFolder = await mkdtemp(join(tmpdir(), 'bidra-data-'))
  process.env.DATABASE_URL = (await cloneDatabase(server.url)).url
  process.env.BIDRA_DATA = dataFolder
  process.env.BIDRA_DEMO = 'on'
  return {
    async stop() {
      await server.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
})

// Browser tests that make a world of their own read this line.
process.stdout.write(`Test database: ${process.env.DATABASE_URL}\n`)
