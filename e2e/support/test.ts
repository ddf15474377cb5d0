import { test as base, type Page } from '@playwright/test'
import { signInAs } from '~/platform/access/testing/world'
import { disconnect } from '~/platform/db.server'
import { type EveryState, makeEveryState } from './every-state'
import { makeTown, type Person, type Town } from './world'

interface OfTest {
  /** A municipality that no other test knows. */
  readonly town: Town
  /** A browser of its own in which this person is signed in. */
  readonly enter: (person: Person) => Promise<Page>
}

interface OfWorker {
  /** Lets this process reach the database of the portal that it tests. */
  readonly database: undefined
  /** A world with a case in every state. */
  readonly everyState: EveryState
}

/** Tests with a world of their own, made past the pages. What the tests are about, they do in the pages. */
export const test = base.extend<OfTest, OfWorker>({
  database: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use, { project }) => {
      const { BIDRA_E2E_DATABASE, BIDRA_E2E_DATABASE_WITHOUT_SCRIPT } = process.env
      const url = project.use.javaScriptEnabled === false ? BIDRA_E2E_DATABASE_WITHOUT_SCRIPT : BIDRA_E2E_DATABASE
      process.env.DATABASE_URL = url ?? ''
      process.env.BIDRA_POOL = '2'
      await use(undefined)
      await disconnect()
    },
    { scope: 'worker' },
  ],
  everyState: [
    async ({ browser, database: _ }, use, { project, workerIndex }) =>
      use(await makeEveryState(`w${workerIndex}`, browser, project.use.baseURL ?? '')),
    { scope: 'worker', timeout: 300_000 },
  ],
  town: async ({ database: _ }, use, { testId, retry }) => use(await makeTown(`${testId.slice(-6)}${retry}`)),
  enter: async ({ browser, baseURL, database: _ }, use) => {
    const pages: Page[] = []
    await use(async ({ id }) => {
      const page = await (await browser.newContext()).newPage()
      pages.push(page)
      const [name = '', value = ''] = (await signInAs(id)).split('=')
      await page.context().addCookies([{ name, value, url: baseURL ?? '' }])
      return page
    })
    for (const page of pages) await page.context().close()
  },
})
