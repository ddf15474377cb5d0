import { expect, type Page } from '@playwright/test'
import { begin } from './support/fill-in'
import { askToSign, openRequest, sign } from './support/signature'
import { test } from './support/test'
import { fillReturn, type Town } from './support/world'

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)

/** The town has handed in its return for 2017. */
async function handIn2017(town: Town, enter: (person: Town['officer']) => Promise<Page>): Promise<void> {
  const caseId = await fillReturn(town, 'lateReturn')
  await askToSign(await enter(town.officer), caseId, town.signatory.name)
  const signatory = await enter(town.signatory)
  await openRequest(signatory)
  await sign(signatory)
}

test('last year stands beside this year, and can be used again', async ({ town, enter }) => {
  await handIn2017(town, enter)
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)

  await page.goto(`${href}/sida/representatives`)
  await expect(page.locator('#fraga-posts')).toContainText('2017: 2,80')
  await page.getByRole('button', { name: /^Svara som 2017.*tjänster/ }).click()
  await expect(page.getByRole('status').filter({ hasText: '1 svar är hämtat från 2017' })).toBeVisible()
  await expect(field(page, 'posts')).toHaveValue('2,80')

  // What is answered stays; the rest of the page is filled in, follow-ups too.
  await page.goto(`${href}/sida/representatives`)
  await field(page, 'posts').fill('2,5')
  await page.getByRole('button', { name: 'Fyll i sidan som 2017' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'svar är hämtade från 2017' })).toBeVisible()
  await expect(field(page, 'posts')).toHaveValue('2,5')
  await expect(field(page, 'trainingWhyNot')).toHaveValue('Inställt på grund av pandemin.')
  await expect(page.locator('#fraga-posts')).toContainText('−0,30 (−11 %)')
  await expect(page.getByRole('button', { name: /som 2017/ })).toHaveCount(0)

  await page.getByRole('link', { name: 'Alla svar 2017' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Era svar 2017' })).toBeVisible()
  await expect(page.getByText('Årets blankett frågar efter samma saker.')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Inställt på grund av pandemin.')
})
