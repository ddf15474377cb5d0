import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { preferenceCookies } from '~/platform/i18n/preferences.server'
import { begin } from './support/fill-in'
import { become } from './support/sign-in'
import { askToSign, openRequest, sign } from './support/signature'
import { test } from './support/test'
import { fillReturn } from './support/world'

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

test('pages of an officer: lists, every page of a form with its errors, review, history', async ({
  town,
  enter,
  baseURL,
}) => {
  const page = await enter(town.officer)
  const caseId = await fillReturn(town)
  const href = `/arenden/${caseId}`
  const empty = await begin(page, town.cases.lateReturn)
  const inForm = [
    ...(await page.locator('.tasks a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))),
  ]
  const pages = inForm.flatMap((path) => (path?.includes('/sida/') ? [`${path.split('?')[0]}?visa=fel`] : []))
  expect(pages.length).toBeGreaterThan(8)
  await expectClean(page, baseURL, [
    '/arenden',
    `/arenden/${town.cases.application}`,
    empty,
    `${empty}/granska`,
    ...pages,
    `${href}/sida/clients`,
    `${href}/granska`,
    `${href}/historik`,
    `${href}/underskrift`,
  ])
})

test('pages of a signatory and of the agency, from request to receipt', async ({ town, enter, page, baseURL }) => {
  const caseId = await fillReturn(town)
  const officer = await enter(town.officer)
  const signatory = await enter(town.signatory)
  await askToSign(officer, caseId, town.signatory.name)
  await expectClean(officer, baseURL, [`/arenden/${caseId}`, `/arenden/${caseId}/underskrift`])
  await openRequest(signatory)
  const request = new URL(signatory.url()).pathname
  await expectClean(signatory, baseURL, ['/skriv-under', request, `${request}/avboj`])
  await signatory.goto(request)
  await sign(signatory)
  await expect(signatory.getByRole('heading', { level: 1, name: /Klart!/ })).toBeVisible()
  await expectClean(signatory, baseURL, [`/arenden/${caseId}/kvittens`, request])

  const reviewer = await enter(town.reviewer)
  await reviewer.goto('/granskning')
  await reviewer.getByRole('link', { name: 'Personligt ombud: återrapportering för 2019' }).first().click()
  const round = new URL(reviewer.url()).pathname
  await expectClean(reviewer, baseURL, ['/granskning', round, `${round}/arende/${caseId}`])

  await become(page, 'Lo Lavskrika')
  await page.goto('/omgangar')
  const rounds = await page.locator('main a[href^="/omgangar/"]').first().getAttribute('href')
  await expectClean(page, baseURL, ['/omgangar', ...(rounds ? [rounds] : [])])
})
