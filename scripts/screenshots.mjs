#!/usr/bin/env node
/**
 * `npm run screenshots`: takes the README's pictures again, into docs/pictures/. Starts the built portal with a demonstration of its
 * own, fills in the return on personal representatives as Botkyrka's officers did, has it signed, and looks at it.
 */
import { spawn } from 'node:child_process'
import { mkdir, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { generate, install, root } from './steps/prepare.mjs'
import { say } from './steps/progress.mjs'
import { orExit } from './steps/run.mjs'
import { installTools } from './steps/tools.mjs'

process.chdir(root)
await orExit(async () => {
  await install()
  await installTools()
  await generate()
})
const { register } = await import('tsx/esm/api')
register({ tsconfig: join(root, 'tsconfig.json') })
const { chromium } = await import('@playwright/test')
const { browser: howToStart } = await import('../bench/browser.ts')
const { fillIn, openCase } = await import('../e2e/support/fill-in.ts')
const { become } = await import('../e2e/support/sign-in.ts')
const { workedCase } = await import('../e2e/support/worked-case.ts')

const folder = join(root, 'docs', 'pictures')
const largest = 200_000
const title = 'Personligt ombud: återrapportering för 2020'
const worked = workedCase('personligt-ombud', 'return.form.yaml', 'po-return-botkyrka-2020.json')

await mkdir(folder, { recursive: true })
const portal = await startPortal()
const browser = await chromium.launch(howToStart)
try {
  const officer = await visitor('Ylva Ängsull')
  const href = await fillInReturn(officer)
  await mistype()
  await sign(officer, href)
  await review()
} finally {
  await browser.close()
  await portal.stop()
}

async function fillInReturn(officer) {
  const href = await openCase(officer, title)
  await fillIn(officer, href, worked)
  await officer.getByText('Allt är ifyllt.').waitFor()
  await officer.goto('/arenden')
  await take(officer, 'my-cases')
  await speak(officer, 'en')
  await officer.goto(`${href}/sida/clients`)
  await take(officer, 'form-page', 1000)
  await speak(officer, 'sv')
  return href
}

/** A colleague with a telephone types more than was granted in another return, and is told. */
async function mistype() {
  const colleague = await visitor('Bo Blåmes', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 })
  const href = await openCase(colleague, 'Barn och unga med psykisk ohälsa: återrapportering för 2020')
  await colleague.goto(`${href}/sida/economy`)
  await colleague.locator('[name="costs"]').fill('700 000')
  await colleague.getByRole('button', { name: 'Spara och fortsätt' }).last().click()
  await colleague.locator('.aksel-error-summary').waitFor()
  await take(colleague, 'form-page-phone', 844)
}

async function sign(officer, href) {
  await officer.goto(`${href}/underskrift`)
  await officer.getByLabel('Kim Korallrot').check()
  await officer.getByRole('button', { name: 'Be om underskrift' }).click()
  await officer.getByText('Vi väntar på Kim Korallrot.').waitFor()

  const signatory = await visitor('Kim Korallrot')
  await signatory.goto('/skriv-under')
  await signatory.getByRole('main').locator('a[href^="/skriv-under/"]').first().click()
  await signatory.locator('canvas').first().waitFor()
  await take(signatory, 'signing', 1000)
  await signatory.getByLabel(/Jag har läst handlingen/).check()
  await signatory.getByRole('button', { name: 'Skriv under' }).click()
  await signatory.getByRole('heading', { level: 1, name: /Klart!/ }).waitFor()

  const sealed = signatory.locator(`a[href="${href}/handling.pdf"]`).first()
  await sealed.waitFor()
  const pdf = await signatory.request.get(`${href}/handling.pdf`)
  await signatory.goto('/kontrollera')
  const file = { name: 'handling.pdf', mimeType: 'application/pdf', buffer: await pdf.body() }
  await signatory.locator('input[type="file"]').setInputFiles(file)
  await signatory.getByRole('button', { name: 'Kontrollera', exact: true }).click()
  await signatory.getByRole('heading', { name: 'Handlingen är äkta och oförändrad' }).waitFor()
  await take(signatory, 'verified', 1000)
}

async function review() {
  const reviewer = await visitor('Asp Alkärr', { colorScheme: 'dark' })
  await reviewer.goto('/granskning')
  await reviewer
    .getByRole('link', { name: new RegExp(title) })
    .first()
    .click()
  await reviewer
    .getByRole('link', { name: /Botkyrka/ })
    .first()
    .waitFor()
  await take(reviewer, 'worklist-dark')
}

/** Somebody of the demonstration, signed in, in a browser of their own. */
async function visitor(name, options = {}) {
  const context = await browser.newContext({
    baseURL: portal.origin,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  await become(page, name)
  return page
}

/** The language of the pages to come. */
async function speak(page, language) {
  await page.context().request.post('/installningar', {
    form: { sprak: language },
    headers: { Origin: portal.origin },
    maxRedirects: 0,
  })
}

/** The top of a page as a PNG. A picture that has grown too heavy for a README is an error. */
async function take(page, name, height = 900) {
  const width = page.viewportSize().width
  await page.setViewportSize({ width, height })
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  const path = join(folder, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  const { size } = await stat(path)
  if (size > largest) throw new Error(`${name}.png is ${size} bytes, more than ${largest}.`)
  say(`docs/pictures/${name}.png  ${Math.round(size / 1000)} kB`)
}

async function startPortal() {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  say('Starting the portal')
  const child = spawn(process.execPath, ['scripts/serve-tests.mjs', String(port)], {
    env: { ...process.env, BIDRA_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const isReady = () =>
    fetch(`${origin}/halsa`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) {
    if (child.exitCode !== null) throw new Error('The portal did not start.')
    await pause(250)
  }
  return {
    origin,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
