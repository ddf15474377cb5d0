import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const alias = { '~': new URL('./app', import.meta.url).pathname }
const pure = ['app/{forms,kinds,ui,programmes}/**/*.test.ts', 'scripts/*.test.ts']
const drawn = ['app/{forms,kinds,ui,programmes}/**/*.test.tsx']
/** How every project reads the sources. */
const sources = { resolve: { alias }, esbuild: { jsx: 'automatic' as const } }

/** What takes minutes begins first, or one core would wait for it in the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /\/server\/(access|kill|start)/.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      // They keep nothing between files: the modules are loaded once for all of them.
      { ...sources, test: { name: 'pure', include: pure, environment: 'node', isolate: false, testTimeout: 60_000 } },
      { ...sources, test: { name: 'drawn', include: drawn, environment: 'node', testTimeout: 60_000 } },
      {
        ...sources,
        test: {
          name: 'portal',
          include: ['{app,server,cli}/**/*.test.{ts,tsx}'],
          exclude: [...pure, ...drawn],
          environment: 'node',
          // The modules are loaded once for all of them; what these remember, the set-up makes them forget.
          isolate: false,
          // Real PostgreSQL, real PDF documents, real mail servers: on two cores these take their time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: ['server/testing-database.setup.ts'],
          setupFiles: ['server/testing-set-up.ts'],
          env: { NODE_ENV: 'test' },
        },
      },
    ],
  },
})
