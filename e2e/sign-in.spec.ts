import { expect, test } from '@playwright/test'

for (const script of [true, false]) {
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script })

    test('signing in by a link, seeing where one is signed in, and signing out', async ({ page, browser }) => {
      await page.goto('/organisation')
      await expect(page.getByRole('heading', { level: 1, name: 'Logga in' })).toBeVisible()

      await page.getByLabel('E-postadress').fill('vide')
      await page.getByRole('button', { name: 'Skicka inloggningslänk' }).click()
      await expect(page.getByRole('link', { name: /Skriv din e-postadress/ })).toBeVisible()
      await expect(page.getByLabel('E-postadress')).toHaveValue('vide')

      await page.getByLabel('E-postadress').fill('vide.vattenklover@botkyrka.example')
      await page.getByRole('button', { name: 'Skicka inloggningslänk' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Titta i din inkorg' })).toBeVisible()

      await page.goto('/demo/post')
      await page
        .getByRole('row', { name: /vide\.vattenklover/ })
        .getByRole('link')
        .first()
        .click()
      const link = page.getByRole('link', { name: /\/logga-in\/lank\// })
      const href = (await link.getAttribute('href')) ?? ''
      await link.click()
      await page.getByRole('button', { name: 'Logga in' }).click()
      // Where they wanted to go before they were asked who they are.
      await expect(page).toHaveURL(/\/organisation$/)
      await expect(page.getByRole('heading', { level: 1, name: 'Organisationens uppgifter' })).toBeVisible()

      const elsewhere = await browser.newPage({ javaScriptEnabled: script })
      await elsewhere.goto(new URL(href).pathname)
      await expect(elsewhere.getByText('Länken har redan använts eller är för gammal.')).toBeVisible()
      await elsewhere.goto('/demo')
      await elsewhere.getByRole('button', { name: 'Bli Vide Vattenklöver' }).click()
      await expect(elsewhere).toHaveURL(/\/arenden$/)

      await page.goto('/mina-inloggningar')
      await page.getByRole('button', { name: 'Avsluta alla andra' }).click()
      await expect(page.getByText(/inloggning(ar)? är avslutad/)).toBeVisible()
      await elsewhere.goto('/arenden')
      await expect(elsewhere.getByText('Du har loggats ut. Det du skrev finns kvar.')).toBeVisible()
      await elsewhere.close()

      await page.goto('/logga-ut')
      await page.getByRole('main').getByRole('button', { name: 'Logga ut' }).click()
      await expect(
        page.getByRole('heading', { level: 1, name: 'Statsbidrag från ansökan till kvittens' }),
      ).toBeVisible()
      await page.goto('/organisation')
      await expect(page.getByRole('heading', { level: 1, name: 'Logga in' })).toBeVisible()
    })
  })
}
