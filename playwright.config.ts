import { defineConfig, devices } from '@playwright/test'
import { browser } from './bench/browser'

const port = Number(process.env.BIDRA_E2E_PORT ?? 3217)

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // The demonstration is one world, in which journeys meet: files run side by side, the tests of a file in order.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://localhost:${port}`,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    trace: 'retain-on-failure',
    launchOptions: browser,
  },
  webServer: {
    command: 'node scripts/serve-tests.mjs',
    url: `http://localhost:${port}/halsa`,
    env: { BIDRA_PORT: String(port), BIDRA_ORIGIN: `http://localhost:${port}`, BIDRA_LOG_LEVEL: 'warn' },
    timeout: 180_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
  },
})
