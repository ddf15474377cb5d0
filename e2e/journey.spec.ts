import { expect, test } from '@playwright/test'
import { fillIn, openCase } from './support/fill-in'
import { become } from './support/sign-in'
import { workedCase } from './support/worked-case'

const journeys = [
  {
    title: 'Personligt ombud: ansökan för 2021',
    worked: () => workedCase('personligt-ombud', 'application.form.yaml', 'po-application-botkyrka-2021.json'),
    figure: '805 276 kr',
    reviewer: 'Asp Alkärr',
  },
  {
    title: 'Personligt ombud: återrapportering för 2020',
    worked: () => workedCase('personligt-ombud', 'return.form.yaml', 'po-return-botkyrka-2020.json'),
    figure: '1 127 386 kr',
    reviewer: 'Asp Alkärr',
  },
  {
    title: 'Barn och unga med psykisk ohälsa: återrapportering för 2020',
    worked: () => workedCase('barn-och-unga', 'return.form.yaml', 'bup-return-botkyrka-2020.json'),
    figure: '636 982 kr',
    reviewer: 'Rut Renfana',
  },
] as const

for (const { title, worked, figure, reviewer } of journeys) {
  test(`${title}: filled in, signed, received, read`, async ({ page }) => {
    await become(page, 'Ylva Ängsull')
    const href = await openCase(page, title)
    await fillIn(page, href, worked())
    await expect(page.getByText('Allt är ifyllt.')).toBeVisible()

    await page.getByRole('link', { name: 'Gå till underskrift' }).click()
    await page.getByLabel('Kim Korallrot').check()
    await page.getByRole('button', { name: 'Be om underskrift' }).click()
    await expect(page.getByText('Vi väntar på Kim Korallrot.')).toBeVisible()

    await become(page, 'Kim Korallrot')
    await page.goto('/skriv-under')
    await page.getByRole('link', { name: new RegExp(title) }).click()
    await expect(page.getByText(figure).first()).toBeVisible()
    await page.getByLabel(/Jag har läst handlingen/).check()
    await page.getByRole('button', { name: 'Skriv under' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Klart!/ })).toBeVisible()

    await become(page, reviewer)
    await page.goto('/granskning')
    await page.getByRole('link', { name: new RegExp(title) }).first().click()
    await page.getByRole('link', { name: /Botkyrka/ }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Botkyrka kommun' })).toBeVisible()
  })
}
