import { expect } from '@playwright/test'
import { savePage } from '~/cases/save-page.server'
import { askFor } from './support/contribution'
import { begin } from './support/fill-in'
import { letterTo } from './support/inbox'
import { inSurvey } from './support/survey'
import { test } from './support/test'
import { fillReturn } from './support/world'

test('an economist fills in a table from a link, and the officer accepts two rows of three', async ({
  town,
  enter,
  browser,
  baseURL,
}) => {
  const caseId = await inSurvey(town, 2016)
  const officer = await enter(town.officer)
  const href = await begin(officer, caseId)
  const activities = ['Öppen mottagning', 'Utbildning i skolan', 'Telefonlinje']
  await savePage({
    caseId,
    pageId: 'economy',
    posted: { childrenTable: activities.map((activity) => ({ activity, type: 'Socialtjänst' })) },
    revision: 1,
    userId: town.officer.id,
    now: new Date(),
    language: 'sv',
  })

  await officer.goto(`${href}/sida/economy`)
  await officer.getByRole('link', { name: 'Be om underlag till sidan' }).click()
  await expect(officer.getByRole('heading', { level: 1, name: 'Be om underlag' })).toBeVisible()
  await officer.getByLabel(/Vuxna och äldre/).uncheck()
  await officer.getByLabel(/Övriga kostnader/).uncheck()
  await officer.getByLabel('Namn').fill('Eva Ek')
  await officer.getByLabel('Meddelande').fill('Bara det som är bokfört 2016.')
  await officer.getByRole('button', { name: 'Skicka länken' }).click()
  // Nothing that was typed is lost.
  await expect(officer.getByRole('link', { name: /Skriv e-postadressen/ })).toBeVisible()
  await expect(officer.getByLabel('Meddelande')).toHaveValue('Bara det som är bokfört 2016.')
  await expect(officer.getByLabel(/Övriga kostnader/)).not.toBeChecked()
  const email = `eva.${town.organisationId}@ekonomi.example`
  await officer.getByLabel('E-postadress').fill(email)
  await officer.getByRole('button', { name: 'Skicka länken' }).click()
  await expect(officer.getByText('Klart! Eva Ek har fått ett mejl med länken.')).toBeVisible()

  const phone = await browser.newContext({ baseURL: baseURL ?? '', viewport: { width: 390, height: 844 } })
  const economist = await phone.newPage()
  await letterTo(economist, email, 'Disa Daggkåpa ber dig om underlag: Ekonomi')
  await economist.getByRole('link', { name: /\/underlag\// }).click()
  await expect(economist.getByText('Bara det som är bokfört 2016.')).toBeVisible()
  // Opening the link shows no answer: that takes a click.
  await expect(economist.getByText('Öppen mottagning')).toHaveCount(0)
  await economist.getByRole('button', { name: 'Börja fylla i' }).click()
  await expect(economist.locator('[name$=".activity"]').first()).toHaveValue('Öppen mottagning')
  await expect(economist.getByText(/Vuxna och äldre/)).toHaveCount(0)
  await expect(economist.getByRole('link', { name: 'Logga in' })).toHaveCount(0)
  const amount = economist.locator('[name$=".amount"]')
  await amount.nth(0).fill('250 000')
  await amount.nth(1).fill('ungefär fyrtiotusen')
  await amount.nth(2).fill('15 000')
  await economist.getByRole('button', { name: 'Lämna in underlaget' }).click()
  await expect(economist.getByRole('link', { name: /skriv .*kronor/i })).toBeVisible()
  await expect(amount.nth(1)).toHaveValue('ungefär fyrtiotusen')
  await amount.nth(1).fill('40 000')
  await economist.getByRole('button', { name: 'Lämna in underlaget' }).click()
  await expect(economist.getByRole('heading', { level: 1, name: /Underlaget är inlämnat/ })).toBeVisible()
  await expect(economist.getByRole('button', { name: 'Ändra underlaget' })).toBeVisible()

  await officer.goto(href)
  await expect(officer.getByText('Ett underlag väntar på att godtas.')).toBeVisible()
  await officer.getByRole('link', { name: 'Visa underlag' }).click()
  await officer.getByRole('link', { name: /Granska förslaget/ }).click()
  await expect(officer.getByRole('main')).toContainText(/250.000/)
  await officer.getByLabel(/Utbildning i skolan/).uncheck()
  await officer.getByRole('button', { name: 'Godta det som är förkryssat' }).click()
  await expect(officer.getByText(/Klart! Underlaget från Eva Ek är godtaget/)).toBeVisible()
  await officer.goto(`${href}/sida/economy`)
  const accepted = officer.locator('[name^="childrenTable."][name$=".amount"]')
  await expect(accepted.nth(0)).toHaveValue(/250.000/)
  await expect(accepted.nth(1)).toHaveValue('')
  await expect(accepted.nth(2)).toHaveValue(/15.000/)
  await officer.goto(`${href}/historik`)
  await expect(officer.getByRole('main')).toContainText('Eva Ek, godtaget av Disa Daggkåpa')

  await economist.reload()
  await expect(economist.getByRole('heading', { level: 1, name: 'Underlaget är godtaget' })).toBeVisible()
  await phone.close()
})

test('what is typed is saved while one types, and comes back another day @script', async ({
  town,
  browser,
  baseURL,
}) => {
  const caseId = await fillReturn(town)
  const email = `autospar.${town.organisationId}@ekonomi.example`
  const { link } = await askFor({ caseId, pageId: 'economy', email }, town.officer)
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const page = await context.newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Börja fylla i' }).click()
  await page.locator('[name="usedKronor"]').fill('1 000 001')
  await expect(page.getByText(/^Sparat/)).toBeVisible()
  await page.goto(link)
  await page.getByRole('button', { name: 'Fortsätt fylla i' }).click()
  await expect(page.locator('[name="usedKronor"]')).toHaveValue('1 000 001')
  await context.close()
})
