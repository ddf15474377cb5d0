import { join } from 'node:path'
import { projectRoot } from '../app/platform/root.server'
import { type EmbeddedDatabase, openEmbeddedDatabase } from './embedded-database'
import { refuseBusyPort, runPortal } from './portal'
import { say } from './progress'

/** What `npm start` runs: the portal on an embedded PostgreSQL, or on the one that DATABASE_URL names. */
await runPortal(connectDatabase)

async function connectDatabase(): Promise<EmbeddedDatabase | undefined> {
  // Before anything is touched: another Bidra may be running here.
  await refuseBusyPort()
  if (process.env.DATABASE_URL) {
    say('Using the PostgreSQL of DATABASE_URL')
    return undefined
  }
  // Only where nothing real can be: an embedded database is a demonstration unless told otherwise.
  process.env.BIDRA_DEMO ||= 'on'
  const dataFolder = process.env.BIDRA_DATA || join(projectRoot(), 'data')
  const database = await openEmbeddedDatabase(dataFolder, { own: true, say })
  process.env.DATABASE_URL = database.url
  const how = {
    made: 'Made the embedded PostgreSQL',
    started: 'Started PostgreSQL',
    adopted: 'Took over a PostgreSQL that was left running',
  }
  say(how[database.origin])
  return database
}
