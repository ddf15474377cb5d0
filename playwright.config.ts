import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/** An installed browser: downloads of others may be closed. */
const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const executablePath = browsers.find((path): path is string => path !== undefined && existsSync(path))
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
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
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
