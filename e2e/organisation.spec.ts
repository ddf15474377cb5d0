import { expect, test } from '@playwright/test'
import { become } from './support/sign-in'

for (const script of [true, false]) {
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script })

    test('an administrator keeps the details, invites a person, and gives and takes back a mandate', async ({
      page,
    }) => {
      await become(page, 'Gun Gullviva')
      await page.goto('/organisation')
      await page.getByLabel('Bankgiro').fill('624-1062')
      await page.getByLabel('Postnummer').fill('15530')
      await page.getByRole('button', { name: 'Spara uppgifterna' }).click()
      await expect(page.getByRole('link', { name: /Sista siffran stämmer inte/ })).toBeVisible()
      await expect(page.getByLabel('Bankgiro')).toHaveValue('624-1062')
      await page.getByLabel('Bankgiro').fill('6241061')
      await page.getByRole('button', { name: 'Spara uppgifterna' }).click()
      await expect(page.getByText('Uppgifterna är sparade.')).toBeVisible()
      await page.goto('/organisation')
      await expect(page.getByLabel('Bankgiro')).toHaveValue('624-1061')
      await expect(page.getByLabel('Postnummer')).toHaveValue('155 30')

      const name = `Siv Sommargylling ${script ? 'ett' : 'två'}`
      await page.goto('/organisation/personer/bjud-in')
      await page.getByLabel('E-postadress i tjänsten').fill(`Siv.${script}@Nykvarn.example`)
      await page.getByRole('button', { name: 'Skicka inbjudan' }).click()
      await expect(page.getByRole('link', { name: 'Välj minst en roll.' })).toBeVisible()
      await page.getByLabel('Namn').fill(name)
      await page.getByLabel('Läsare').check()
      await page.getByRole('button', { name: 'Skicka inbjudan' }).click()
      await expect(page.getByText('Inbjudan är skickad.')).toBeVisible()

      await page.getByRole('table').getByRole('link', { name }).click()
      await page.getByRole('link', { name: 'Ge fullmakt' }).click()
      await page.getByLabel('Titel').fill('Enhetschef')
      await page.getByLabel('Beslut').fill('Vård- och omsorgsnämndens delegationsordning, punkt 1.2')
      await page.getByLabel('Gäller från och med').fill('31/2 2026')
      await page.getByRole('button', { name: 'Ge fullmakten' }).click()
      await expect(page.getByRole('link', { name: /finns inte i kalendern/ })).toBeVisible()
      await page.getByLabel('Gäller från och med').fill('1 jan 2026')
      await page.getByRole('button', { name: 'Ge fullmakten' }).click()
      await expect(page.getByText('Fullmakten är sparad.')).toBeVisible()
      await expect(page.getByRole('row', { name: new RegExp(name) })).toContainText('Firmatecknare')
      await expect(page.getByText(`Gun Gullviva gav ${name} fullmakt`)).toBeVisible()

      await page.getByRole('table').getByRole('link', { name }).click()
      await page.getByRole('button', { name: /Återkalla fullmakten/ }).click()
      await expect(page.getByText('Fullmakten är återkallad.')).toBeVisible()
      await page.getByRole('table').getByRole('link', { name }).click()
      await page.getByRole('link', { name: `Ta bort ${name}` }).click()
      await page.getByRole('button', { name: `Ta bort ${name}` }).click()
      await expect(page.getByText('Personen är borttagen.')).toBeVisible()
      await expect(page.getByRole('table').getByRole('link', { name })).toHaveCount(0)
    })

    test('an officer can neither change details nor give a mandate, not even by address', async ({ page }) => {
      await become(page, 'Nils Nötväcka')
      await page.goto('/organisation')
      await expect(page.getByText('Be någon av era administratörer: Gun Gullviva.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Spara uppgifterna' })).toHaveCount(0)
      await page.goto('/organisation/personer')
      await expect(page.getByRole('table')).toContainText('Gun Gullviva')
      await expect(page.getByRole('link', { name: 'Bjud in en person' })).toHaveCount(0)
      expect((await page.goto('/organisation/personer/bjud-in'))?.status()).toBe(404)
    })
  })
}
