import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { begin } from './support/fill-in'
import { inSurvey } from './support/survey'
import { test } from './support/test'

const pageId = 'economy'

/** The table as it is downloaded. */
async function downloaded(page: Page): Promise<(string | number | boolean | Date | null)[][]> {
  const waiting = page.waitForEvent('download')
  await page
    .getByRole('link', { name: /^Hämta som Excel/ })
    .first()
    .click()
  const { sheets } = await readXlsx(await readFile(await (await waiting).path()))
  return (sheets[0]?.rows ?? []).map((row) => [...row])
}

async function upload(page: Page, rows: Awaited<ReturnType<typeof downloaded>>): Promise<void> {
  const bytes = await writeXlsx({ sheets: [{ name: 'Aktiviteter', rows }] })
  await page.getByLabel('Fil', { exact: true }).setInputFiles({
    name: 'aktiviteter.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  })
  await page.getByRole('button', { name: 'Visa vad som ändras' }).click()
}

test('a table is filled in with Excel, corrected by cell, and accepted', async ({ town, enter }) => {
  const caseId = await inSurvey(town, 2017)
  const page = await enter(town.officer)
  const href = await begin(page, caseId)
  await page.goto(`${href}/sida/${pageId}/tabell/childrenTable`)
  await expect(page.getByRole('heading', { level: 1, name: /Barn och unga 0–17 år/ })).toBeVisible()

  const rows = await downloaded(page)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.slice(1)).toEqual(['Aktivitet', 'Verksamhetstyp', 'Summa'])
  const filled = [
    ...rows,
    ['', 'Öppen mottagning', 'Socialtjänst', 250_000],
    ['', 'Utbildning i skolan', 'Skola', 'ungefär fyrtiotusen'],
  ]
  await upload(page, filled)
  await expect(page.getByText('En sak behöver rättas. Inget är ändrat.')).toBeVisible()
  await expect(page.getByRole('link', { name: /^D3: / })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ändra tabellen' })).toHaveCount(0)

  await page.getByRole('link', { name: 'Välj en annan fil' }).click()
  filled[2]?.splice(3, 1, 40_000)
  await upload(page, filled)
  await expect(page.getByText('2 rader blir annorlunda. Inget är ändrat än.')).toBeVisible()
  await expect(page.getByRole('row', { name: /Öppen mottagning/ })).toContainText(/250.000/)
  await page.getByRole('button', { name: 'Ändra tabellen' }).click()
  await expect(page.getByText('Klart! Tabellen är ändrad.')).toBeVisible()

  // The economist changes an amount, adds what was forgotten and takes a row away.
  const colleague = await enter(town.economist)
  await colleague.goto(`${href}/sida/${pageId}`)
  await expect(colleague.locator('[name$=".activity"]').first()).toHaveValue('Öppen mottagning')
  const again = await downloaded(colleague)
  expect(again[1]?.slice(1)).toEqual(['Öppen mottagning', 'Socialtjänst', 250_000])
  again[1]?.splice(3, 1, 260_000)
  again.splice(2, 1, ['', 'Telefonlinje', 'Socialtjänst', 15_000])
  await colleague
    .getByRole('link', { name: /^Läs in från Excel/ })
    .first()
    .click()
  await upload(colleague, again)
  await expect(colleague.getByText('En ny rad · En rad ändras · En rad tas bort')).toBeVisible()
  await expect(colleague.getByRole('row', { name: /Öppen mottagning/ })).toContainText(/250.000.*260.000/)
  await expect(colleague.getByRole('row', { name: /Utbildning i skolan/ })).toContainText('Tas bort')
  await colleague.getByRole('link', { name: 'Behåll raderna som inte finns i filen' }).click()
  await expect(colleague.getByText('En ny rad · En rad ändras · En rad är som förut')).toBeVisible()
  await colleague.getByRole('link', { name: 'Ta bort raderna som inte finns i filen' }).click()

  // Meanwhile somebody types in the same row: the colleague sees it before anything changes.
  await page.getByRole('link', { name: 'Tillbaka till sidan' }).first().click()
  await page.locator('[name$=".amount"]').first().fill('255 000')
  await page.getByRole('button', { name: 'Spara och fortsätt' }).last().click()
  await expect(page.locator(`form.sheet[action$="/sida/${pageId}"]`)).toHaveCount(0)
  await colleague.getByRole('button', { name: 'Ändra tabellen' }).click()
  await expect(colleague.getByText(/Tabellen har ändrats sedan du såg skillnaderna/)).toBeVisible()
  await expect(colleague.getByRole('row', { name: /Öppen mottagning/ })).toContainText(/255.000.*260.000/)
  await colleague.getByRole('button', { name: 'Ändra tabellen' }).click()
  await expect(colleague.getByText('Klart! Tabellen är ändrad.')).toBeVisible()

  await colleague.goto(`${href}/historik`)
  await expect(colleague.getByRole('main')).toContainText('Bror Bergfink')
  await expect(colleague.getByRole('main')).toContainText('Telefonlinje')
})

test('a block pasted from a spreadsheet is read as a file is', async ({ town, enter }) => {
  const caseId = await inSurvey(town, 2017)
  const page = await enter(town.officer)
  const href = await begin(page, caseId)
  await page.goto(`${href}/sida/${pageId}/tabell/childrenTable`)
  await page.getByRole('button', { name: 'Visa vad som ändras' }).click()
  await expect(page.getByRole('link', { name: 'Välj en fil eller klistra in tabellen.' })).toBeVisible()
  await page.getByLabel('Eller klistra in').fill('Något annat\tHelt annat\nA\tB')
  await page.getByRole('button', { name: 'Visa vad som ändras' }).click()
  await expect(page.getByRole('link', { name: /Vi hittar inte tabellen.*”Verksamhetstyp”/ })).toBeVisible()
  await page.getByLabel('Eller klistra in').fill('Summa\tAktivitet\tVerksamhetstyp\n12 000 kr\tFöreläsning\tSkola')
  await page.getByRole('button', { name: 'Visa vad som ändras' }).click()
  await page.getByRole('button', { name: 'Ändra tabellen' }).click()
  await expect(page.getByText('Klart! Tabellen är ändrad.')).toBeVisible()
})
