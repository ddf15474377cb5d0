import { randomUUID } from 'node:crypto'
import pg from 'pg'

export interface Clone {
  readonly url: string
  drop(): Promise<void>
}

/** A fresh migrated database on the test server: a copy of its template. `server` is the address of its `postgres` database. */
export async function cloneDatabase(server: string): Promise<Clone> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await administer(server, `CREATE DATABASE ${name} TEMPLATE bidra_template STRATEGY FILE_COPY`)
  return {
    url: server.replace(/\/postgres$/, `/${name}`),
    drop: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
