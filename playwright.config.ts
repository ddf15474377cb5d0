import { defineConfig, devices } from '@playwright/test'
import { browser } from './bench/browser'

const port = Number(process.env.BIDRA_E2E_PORT ?? 3217)

const portWithoutScript = port + 1_000

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // The demonstration is one world, in which journeys meet: files run side by side, the tests of a file in order.
  workers: 2,
  timeout: 300_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  // Two cores drive two browsers, a portal and a database: what fails only under that load is tried once more, and named as flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    ...devices['Desktop Chrome'],
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    actionTimeout: 30_000,
    viewport: { width: 1280, height: 900 },
    // Recording every test takes a third of their time: wanted for one that fails, BIDRA_TRACE=on.
    trace: process.env.BIDRA_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: browser,
  },
  projects: [
    { name: 'with script', grepInvert: /@noscript/, use: { baseURL: `http://localhost:${port}` } },
    {
      name: 'without script',
      testMatch: /(journey|mistakes|signing-race|working|last-year|excel|contributions|table|files-in-rows)\.spec\.ts/,
      grepInvert: /@script/,
      use: { baseURL: `http://localhost:${portWithoutScript}`, javaScriptEnabled: false },
    },
  ],
  // A portal for each project, with a database of its own. They say where these are: `world.ts` needs it.
  webServer: {
    command: `node scripts/serve-tests.mjs ${port} ${portWithoutScript}`,
    wait: { stdout: /Test databases: (?<BIDRA_E2E_DATABASE>\S+) (?<BIDRA_E2E_DATABASE_WITHOUT_SCRIPT>\S+)/ },
    env: { BIDRA_LOG_LEVEL: 'warn' },
    timeout: 180_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
    stdout: 'pipe',
  },
})
