import { expect, type Page, test } from '@playwright/test'
import { countyList, countyRows, countySum, misspelt } from '~/grants/allocations/testing/county-list'
import { openCase } from './support/fill-in'
import { become } from './support/sign-in'

const read = (page: Page) => page.getByRole('button', { name: 'Läs listan' }).click()

/** Opens the return of a year that nobody else uses; comes into it where an earlier try has opened it. */
async function openRound(page: Page, year: string): Promise<void> {
  await page.goto('/omgangar')
  await page.getByRole('link', { name: 'Öppna en omgång' }).click()
  await page.getByRole('link', { name: /Välj.*Personligt ombud, Återrapportering/ }).click()
  await page.getByLabel('År', { exact: true }).fill(year)
  await page.getByLabel('Sista dag').fill('2020-02-30')
  await page.getByRole('button', { name: 'Öppna omgången' }).click()
  await expect(page.getByRole('link', { name: /finns inte i kalendern/ })).toBeVisible()
  await page.getByLabel('Sista dag').fill('15 jan 2099')
  await page.getByLabel('Kommuner i en lista').check()
  await page.getByLabel('Kommuner', { exact: true }).fill('Botkyrka\nNykvarns kommun\nSödertälge')
  await page.getByRole('button', { name: 'Öppna omgången' }).click()
  await expect(page.getByRole('link', { name: /Menar du Södertälje/ })).toBeVisible()
  await page.getByLabel('Kommuner', { exact: true }).fill('Botkyrka\nNykvarns kommun\nSödertälje')
  await page.getByRole('button', { name: 'Öppna omgången' }).click()
  await expect(page.getByText('Omgången är öppnad.')).toBeVisible()
}

for (const script of [true, false]) {
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script })

    test('a programme manager opens a round and brings in the county’s list', async ({ page }) => {
      await become(page, 'Lo Lavskrika')
      await openRound(page, script ? '2009' : '2010')
      await page.getByRole('link', { name: 'Lägg in tilldelningen' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Tilldelning' })).toBeVisible()
      const home = page.url()

      await read(page)
      await expect(page.getByRole('link', { name: 'Välj en fil eller klistra in listan.' })).toBeVisible()

      const upload = (content: string | Buffer) =>
        page
          .getByLabel('Lista', { exact: true })
          .setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })
      await upload(countyList({ rows: misspelt, sum: countySum - 200_000 }))
      await read(page)
      await expect(page.getByText('2 saker stoppar listan.')).toBeVisible()
      await expect(page.getByRole('link', { name: /Södertälge. Menar du Södertälje/ })).toBeVisible()
      await expect(page.getByRole('link', { name: /Skillnaden är 200.000.kr/ })).toBeVisible()
      await expect(page.getByText('25 av 26')).toBeVisible()
      await expect(page.getByRole('button', { name: /Lägg in/ })).toHaveCount(0)

      await page.goto(home)
      await upload(Buffer.from(countyList(), 'latin1'))
      await page.getByLabel('Summa enligt beslutet').fill('79,8 miljoner')
      await read(page)
      await expect(page.getByText('Listan stämmer. 26 belopp kan läggas in.')).toBeVisible()
      await expect(page.getByText('Inom avrundningen')).toBeVisible()
      await expect(page.getByRole('row', { name: /Stockholm/ })).toContainText('Nytt belopp och nytt ärende')
      await expect(page.getByRole('row', { name: /Botkyrka/ })).toContainText(/3.174.063/)
      await page.getByRole('button', { name: 'Lägg in 26 belopp' }).click()
      await expect(page.getByText('Klart! 26 belopp är inlagda.')).toBeVisible()
      await expect(page.getByText(/26 kommuner har ett belopp: 79.789.498.kr/)).toBeVisible()

      // Pasted, with Nykvarn's part held by somebody else: only that changes.
      const pasted = countyRows.map(([name, kronor]) => `${name}\t${name === 'Nykvarn' ? 0 : kronor}`)
      await page.getByLabel('Eller klistra in listan').fill(pasted.join('\n'))
      await read(page)
      await expect(page.getByRole('row', { name: /Nykvarn/ })).toContainText(/Sänks från 367.457.kr/)
      await page.getByLabel('Vem har pengarna för Nykvarn?').fill('Region Stockholm')
      await page.getByRole('button', { name: 'Lägg in 1 belopp' }).click()
      await expect(page.getByText('Nykvarn: Region Stockholm')).toBeVisible()

      await page.getByLabel('Eller klistra in listan').fill(pasted.join('\n'))
      await read(page)
      await expect(page.getByText('Allt i listan ligger redan inne.')).toBeVisible()

      // Another reading of the same list: the second column is no amount any more.
      await page.getByLabel('Belopp', { exact: true }).selectOption({ label: 'Ingen' })
      await page.getByRole('button', { name: 'Läs om listan' }).click()
      await expect(page.getByRole('link', { name: 'Välj vilken kolumn som har beloppen.' })).toBeVisible()
    })
  })
}

test('the municipality finds its amount filled in and locked', async ({ page }) => {
  await become(page, 'Nils Nötväcka')
  const href = await openCase(page, 'Personligt ombud: återrapportering för 2009')
  await page.goto(`${href}/sida/economy`)
  await expect(page.getByText('Beviljat belopp')).toBeVisible()
  await expect(page.locator('#grantedKronor')).toContainText(/0.kr/)
  await expect(page.getByRole('textbox', { name: 'Beviljat belopp' })).toHaveCount(0)
})
