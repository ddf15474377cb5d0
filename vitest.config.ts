import { defineConfig } from 'vitest/config'

const alias = { '~': new URL('./app', import.meta.url).pathname }
const pure = ['app/{forms,kinds,ui,programmes}/**/*.test.{ts,tsx}']

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        esbuild: { jsx: 'automatic' },
        test: { name: 'pure', include: pure, environment: 'node', testTimeout: 20_000 },
      },
      {
        resolve: { alias },
        esbuild: { jsx: 'automatic' },
        test: {
          name: 'portal',
          include: ['{app,server,cli,scripts}/**/*.test.{ts,tsx}'],
          exclude: pure,
          environment: 'node',
          // Real PostgreSQL, real PDF documents, real mail servers: on two cores these take their time.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup: ['server/testing-database.setup.ts'],
          setupFiles: ['app/platform/testing/set-up.ts'],
          env: { NODE_ENV: 'test' },
        },
      },
    ],
  },
})
