import { expect, type Page } from '@playwright/test'
import { begin } from './support/fill-in'
import { askToSign, openRequest, sign } from './support/signature'
import { test } from './support/test'
import { workedCase } from './support/worked-case'
import { fillReturn } from './support/world'

/** A small phone, and an ordinary screen at 200 % and at 400 %. */
const widths = [320, 640]

/** Nothing has to be scrolled sideways at any width. */
async function expectToFit(page: Page, path: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(path)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 })
    const [wide, ends] = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      const over = [...document.querySelectorAll('main *')].filter(
        (element) => element.getBoundingClientRect().right > clientWidth + 1,
      )
      return [scrollWidth - clientWidth, over.slice(0, 3).map((element) => element.outerHTML.slice(0, 160))] as const
    })
    expect(wide, `${path} at ${width} px: ${ends.join(' | ')}`).toBeLessThanOrEqual(0)
  }
}

test('the pages of an officer fit a phone and a screen at 200 and 400 %', async ({ town, enter, baseURL }) => {
  const caseId = await fillReturn(town)
  const officer = await enter(town.officer)
  const economist = await enter(town.economist)
  const { pages } = workedCase('personligt-ombud', 'return.form.yaml', 'po-return-botkyrka-2020.json')
  for (const { id } of pages.filter(({ id }) => id !== 'pandemic'))
    await expectToFit(officer, `/arenden/${caseId}/sida/${id}`)
  await officer
    .locator('[name="views"]')
    .fill('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'.repeat(2))
  await officer.getByRole('button', { name: 'Spara och fortsätt' }).last().click()
  await expect(officer.getByRole('heading', { level: 1, name: 'Granska svaren' })).toBeVisible()
  const youth = await begin(officer, town.cases.youth)
  for (const id of ['introduction', 'contact', 'economy', 'use']) await expectToFit(officer, `${youth}/sida/${id}`)
  const application = await begin(officer, town.cases.application)
  for (const id of ['applicant', 'application', 'cooperation', 'followUp'])
    await expectToFit(officer, `${application}/sida/${id}?visa=fel`)
  for (const [page, usedKronor] of [
    [officer, '1 082 940'],
    [economist, '1 082 941'],
  ] as const)
    await page.request.post(`/arenden/${caseId}/sida/economy/spara`, {
      form: { usedKronor, revision: '2' },
      headers: { origin: baseURL ?? '' },
    })
  await expectToFit(economist, `/arenden/${caseId}/krock`)
  await expect(economist.getByRole('heading', { level: 1, name: 'Ni har svarat olika' })).toBeVisible()
  for (const path of ['', '/historik', '/granska', '/underskrift'])
    await expectToFit(officer, `/arenden/${caseId}${path}`)
  for (const path of ['/arenden', '/organisation', '/organisation/personer', '/mina-inloggningar', '/finns-inte'])
    await expectToFit(officer, path)
})

test('the pages of a signatory fit a phone and a screen at 200 and 400 %', async ({ town, enter }) => {
  const caseId = await fillReturn(town)
  await askToSign(await enter(town.officer), caseId, town.signatory.name)
  const page = await enter(town.signatory)
  await openRequest(page)
  const request = new URL(page.url()).pathname
  await expect(page.locator('.viewer canvas').first()).toBeVisible()
  for (const path of ['/skriv-under', request, `${request}?visa=text`, `${request}?fel=kryss`, `${request}/avboj`])
    await expectToFit(page, path)
  await page.goto(request)
  await sign(page)
  await expect(page.getByRole('heading', { level: 1, name: /^Klart!/ })).toBeVisible()
  await expectToFit(page, `/arenden/${caseId}/kvittens`)
})

test('the public pages fit a phone and a screen at 200 and 400 %', async ({ page }) => {
  for (const path of [
    '/',
    '/logga-in',
    '/hjalp',
    '/kontrollera',
    '/tillganglighet',
    '/personuppgifter',
    '/driftstatus',
    '/demo',
  ])
    await expectToFit(page, path)
})
