import { expect, type Page } from '@playwright/test'
import { preferenceCookies } from '~/platform/i18n/preferences.server'
import { builtRoutes } from '../server/access/routes'
import { type EveryState, enterAs, type Role } from './support/every-state'
import { expectAxeToFindNothing, expectKeysToReachAll, expectToBeTakenOver, expectToFit } from './support/look'
import { test } from './support/test'
import { addressOf, type Visit, visits } from './support/visits'

const swedish = { language: 'sv', theme: 'light' } as const
const english = { language: 'en', theme: 'dark' } as const

/** Who is looked after by which worker: the groups run side by side. */
const groups: readonly (readonly Role[])[] = [
  ['nobody', 'signatory', 'chief', 'administrator'],
  ['officer', 'economist', 'city'],
  ['colleague', 'neighbour', 'idle', 'reviewer', 'manager'],
]

test.describe.configure({ mode: 'parallel' })
test.setTimeout(1_800_000)

for (const roles of groups) {
  test(`every page, without a fault that axe finds, by keyboard, in a narrow window: ${roles.join(', ')}`, async ({
    browser,
    baseURL,
    everyState,
  }) => {
    const routes = await pageRoutes()
    for (const role of roles) {
      const page = await enterAs(browser, baseURL ?? '', role === 'nobody' ? undefined : everyState.people[role])
      for (const visit of visits.filter(({ as }) => as === role)) {
        const route = routeOf(visit, routes)
        // One page of each route also in English and dark, and whatever answers what was sent.
        const isFirst = visits.find((each) => routeOf(each, routes) === route) === visit
        for (const how of isFirst || visit.act ? [swedish, english] : [swedish])
          await test.step(`${visit.at} as ${role}`, () => look(page, visit, everyState, how))
      }
      await page.context().close()
    }
  })
}

test('every route that is a page is looked at', async () => {
  const routes = await pageRoutes()
  const looked = new Set(visits.map((visit) => routeOf(visit, routes)))
  expect(routes.filter((path) => !looked.has(path))).toEqual([])
  expect(visits.map(({ as }) => as).filter((role) => !groups.flat().includes(role))).toEqual([])
})

const pageRoutes = async () => (await builtRoutes()).filter(({ page }) => page).map(({ path }) => path)

/** The route that answers a visit: of those that fit, the one with the fewest blanks; the one for all others last. */
function routeOf({ at }: Visit, routes: readonly string[]): string | undefined {
  const path = at.replace(/\?.*/, '').replace(/\{\w+\}/g, 'x')
  const blanks = (route: string) => (route === '*' ? Number.POSITIVE_INFINITY : route.split(':').length)
  return routes
    .filter((route) => new RegExp(`^/${route.replace('*', '.*').replace(/:\w+/g, '[^/]+')}$`).test(path))
    .sort((one, other) => blanks(one) - blanks(other))[0]
}

type Look = typeof swedish | typeof english

async function look(page: Page, visit: Visit, world: EveryState, { language, theme }: Look): Promise<void> {
  const where = `${visit.at}${visit.act ? ' (answered)' : ''} as ${visit.as}, ${language}, ${theme}`
  const url = test.info().project.use.baseURL ?? ''
  await page.context().addCookies([
    { name: preferenceCookies.language, value: language, url },
    { name: preferenceCookies.theme, value: theme, url },
  ])
  await page.goto(addressOf(visit, world))
  await expect(page.locator('html')).toHaveAttribute('lang', language)
  await expectToBeTakenOver(page)
  await visit.act?.(page, world)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectToBeTakenOver(page)
  await expectAxeToFindNothing(page, where)
  if (language === 'sv') await expectKeysToReachAll(page, where)
  await expectToFit(page, where)
}
