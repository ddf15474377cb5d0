import { expect, type Page, test } from '@playwright/test'
import { expectToBeTakenOver } from './support/look'
import { become } from './support/sign-in'

const list = async (page: Page) => {
  await become(page, 'Rut Renfana')
  await page.goto('/granskning')
  await page
    .getByRole('link', { name: /Barn och unga/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /Barn och unga/ })).toBeVisible()
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a reviewer searches, filters, sorts and leafs', async ({ page }) => {
      await list(page)
      await expect(page.getByText('av 290 inskickade')).toBeVisible()
      await page.getByLabel('Sök kommun eller diarienummer').fill('16571/02020')
      await page.getByRole('button', { name: 'Visa', exact: true }).click()
      await expect(page.getByText('1 ärende', { exact: true })).toBeVisible()
      await expect(page.getByRole('rowheader')).toHaveText(['Botkyrka'])

      await page.getByRole('link', { name: 'Rensa filter' }).click()
      await expect(page.getByText('290 ärenden', { exact: true })).toBeVisible()
      await page.getByLabel('Län', { exact: true }).selectOption({ label: 'Gotland' })
      await page.getByRole('button', { name: 'Visa', exact: true }).click()
      await expect(page).toHaveURL(/lan=09/)
      await expect(page.getByRole('rowheader')).toHaveText(['Gotland'])

      await page.getByRole('link', { name: 'Rensa filter' }).click()
      await expect(page.getByText('290 ärenden', { exact: true })).toBeVisible()
      await page.getByRole('link', { name: 'Kommun', exact: true }).click()
      await expect(page).toHaveURL(/ordning=fallande/)
      await expect(page.getByRole('rowheader').first()).toHaveText('Övertorneå')
      await page.getByRole('link', { name: 'Nästa' }).click()
      await expect(page).toHaveURL(/sida=2/)
      await expect(page.getByRole('rowheader')).toHaveCount(30)
    })

    test('takes the round home in every format', async ({ page }) => {
      await list(page)
      const address = new URL(page.url()).pathname
      for (const format of ['xlsx', 'csv', 'json', 'zip']) {
        const response = await page.request.get(`${address}/export/${format}`)
        expect(response.status(), format).toBe(200)
        expect(response.headers()['content-disposition']).toContain(`.${format}`)
        expect((await response.body()).length).toBeGreaterThan(100)
      }
    })
  })
}

test('the keys move along the rows, to the search and to their own list, and can be turned off', async ({ page }) => {
  await list(page)
  await expectToBeTakenOver(page)
  const search = page.getByLabel('Sök kommun eller diarienummer')
  const field = () => page.evaluate(() => document.activeElement?.getAttribute('name'))
  await page.keyboard.press('/')
  await expect(search).toBeFocused()
  await page.keyboard.type('jk?')
  await expect(search).toHaveValue('jk?')
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('?')
  await expect(page.getByText('Tangenterna fungerar när inget fält är markerat.')).toBeVisible()
  await page.getByLabel('Använd kortkommandon').uncheck()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  expect(await field()).not.toBe('q')
})

test('a programme manager gives everybody more time', async ({ page }) => {
  await become(page, 'Lo Lavskrika')
  await page.goto('/omgangar')
  await page.getByRole('link', { name: /Ändra datum.*ansökan/ }).click()
  await expect(page.getByText('Omgången delas med andra myndigheter')).toBeVisible()
  await page.getByRole('combobox', { name: 'Kommun' }).selectOption({ label: 'Solna' })
  await page.getByRole('textbox', { name: 'Kommunens sista dag' }).fill('2020-01-01')
  await page.getByRole('button', { name: 'Spara kommunens sista dag' }).click()
  await expect(page.getByText('Välj en dag som inte har varit.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Kommunens sista dag' }).fill('2099-01-15')
  await page.getByRole('button', { name: 'Spara kommunens sista dag' }).click()
  await expect(page.getByText(/^Solna .+ har till och med 15.januari 2099 på sig\.$/)).toBeVisible()
})
