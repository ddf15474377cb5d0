import type { TestProject } from 'vitest/node'
import { startTestServer } from './testing-database'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test server's `postgres` database. */
    readonly testServer: string
  }
}

/** Vitest's global set-up: one PostgreSQL for the run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer()
  project.provide('testServer', server.url)
  return server.stop
}
