import { existsSync } from 'node:fs'
import type { LaunchOptions } from '@playwright/test'

const paths = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
]
const executablePath = paths.find((path): path is string => path !== undefined && existsSync(path))

/** How an installed Chromium is started; the browser tests use the same. */
export const browser: LaunchOptions = {
  ...(executablePath && { executablePath }),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
}
