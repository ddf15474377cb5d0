import { expect, type Page } from '@playwright/test'
import { begin } from './support/fill-in'
import { test } from './support/test'

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Sparat kl\.\s\d\d\.\d\d$/ })

/** Holds what the browser asks for back until `release`. */
async function hold(page: Page, address: string): Promise<{ release(): void }> {
  let release = () => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(address, async (route) => {
    await gate
    await route.continue()
  })
  return { release: () => release() }
}

test('whoever goes on while it is being saved finds it on the next page', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page
    .getByRole('link', { name: /Personliga ombud/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /Personliga ombud/ })).toBeVisible()
  await field(page, 'posts').pressSequentially('2,8')
  // No field is left by «back»: nothing but the typing tells that there is something to save.
  await page.evaluate(() => history.back())
  await expect(page.getByRole('heading', { level: 2, name: 'Fyll i' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'Personliga ombud' })).toContainText('Påbörjad')

  await page
    .getByRole('link', { name: /Personliga ombud/ })
    .first()
    .click()
  await expect(field(page, 'posts')).toHaveValue('2,8')
  await expect(page.getByText('Nu är det tillbaka.')).toHaveCount(0)
  const saving = await hold(page, '**/spara')
  await field(page, 'posts').fill('2,85')
  await page.getByRole('link', { name: 'Till uppgiftslistan' }).click()
  saving.release()
  await expect(page.getByRole('heading', { level: 2, name: 'Fyll i' })).toBeVisible()
  await page.goto(`${href}/sida/representatives`)
  await expect(field(page, 'posts')).toHaveValue('2,85')
})

test('what is typed before script has come is saved, and follow-ups open', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page.goto(`${href}/sida/society`)
  await field(page, 'shortcomings').fill('Brister')
  await expect(saved(page)).toBeVisible()
  const script = await hold(page, '**/entry.client*')
  await page.goto(`${href}/sida/society`, { waitUntil: 'commit' })
  await field(page, 'shortcomings').fill('Brister i samverkan')
  script.release()
  await expect(saved(page)).toBeVisible()
  await expect(field(page, 'shortcomings')).toHaveValue('Brister i samverkan')

  const again = await hold(page, '**/entry.client*')
  await page.goto(`${href}/sida/representatives`, { waitUntil: 'commit' })
  const training = page.getByRole('group', { name: /erbjudits utbildning/ })
  await training.getByLabel('Nej').check()
  again.release()
  await expect(field(page, 'trainingWhyNot')).toBeVisible()
  await page.goto(`${href}/sida/society`)
  await expect(field(page, 'shortcomings')).toHaveValue('Brister i samverkan')
})
