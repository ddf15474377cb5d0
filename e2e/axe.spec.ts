import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { preferenceCookies } from '~/platform/i18n/preferences.server'
import { test } from './support/test'

test.setTimeout(600_000)

const looks = [
  { language: 'sv', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const

async function wear(page: Page, baseURL: string | undefined, look: { language: string; theme: string }): Promise<void> {
  await page.context().addCookies([
    { name: preferenceCookies.language, value: look.language, url: baseURL ?? '' },
    { name: preferenceCookies.theme, value: look.theme, url: baseURL ?? '' },
  ])
}

/** axe, all its rules, finds nothing on these pages: Swedish and light, English and dark. Ends in Swedish. */
async function expectClean(page: Page, baseURL: string | undefined, paths: readonly string[]): Promise<void> {
  for (const look of looks) {
    await wear(page, baseURL, look)
    for (const path of paths) {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', look.language)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`)
      expect(found, `${path} (${look.language}, ${look.theme})`).toEqual([])
    }
  }
  await wear(page, baseURL, looks[0])
}

test('public pages, and those of whoever is signed in', async ({ page, baseURL, town, enter }) => {
  const publicPages = ['/', '/logga-in', '/demo', '/demo/post', '/kontrollera', '/hjalp', '/tillganglighet']
  await expectClean(page, baseURL, [...publicPages, '/personuppgifter', '/driftstatus', '/finns-inte'])
  const administrator = await enter(town.administrator)
  const people = `/organisation/personer`
  await expectClean(administrator, baseURL, [
    '/mina-inloggningar',
    '/organisation',
    people,
    `${people}/bjud-in`,
    `${people}/${town.signatory.id}`,
    `${people}/${town.officer.id}/fullmakt`,
    `${people}/${town.officer.id}/ta-bort`,
  ])
})
