import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { readXlsx } from 'hucre/xlsx'
import { unzip } from '~/reviews/testing/unzip'
import { askAbout } from '~/signing/testing/witnesses'
import { fillIn, openCase } from './support/fill-in'
import { letterTo } from './support/inbox'
import { become } from './support/sign-in'
import { type WorkedCase, workedCase } from './support/worked-case'

// The real applications and returns of Botkyrka. Both projects walk them, with script and without, on a portal each.
const journeys = [
  {
    title: 'Personligt ombud: ansökan för 2021',
    worked: () => workedCase('personligt-ombud', 'application.form.yaml', 'po-application-botkyrka-2021.json'),
    figures: { 'Sökt belopp': '805 276 kr' },
    column: ['Sökt belopp', 805_276],
    done: 'Klart! Ansökan är inskickad',
    reviewer: 'Asp Alkärr',
  },
  {
    title: 'Personligt ombud: återrapportering för 2020',
    worked: () => workedCase('personligt-ombud', 'return.form.yaml', 'po-return-botkyrka-2020.json'),
    figures: { 'Använt av beviljat': '1 127 386 kr av 1 127 386 kr', 'Kvar att betala tillbaka': '0 kr' },
    column: ['Kvar att betala tillbaka', 0],
    done: 'Klart! Återrapporteringen är inskickad',
    reviewer: 'Asp Alkärr',
  },
  {
    title: 'Barn och unga med psykisk ohälsa: återrapportering för 2020',
    worked: () => workedCase('barn-och-unga', 'return.form.yaml', 'bup-return-botkyrka-2020.json'),
    figures: { 'Använt av beviljat': '636 982 kr av 636 982 kr', 'Kvar att betala tillbaka': '0 kr' },
    column: ['3 Kvarstående medel', 0],
    done: 'Klart! Återrapporteringen är inskickad',
    reviewer: 'Rut Renfana',
  },
] as const

for (const { title, worked, figures, column, done, reviewer } of journeys) {
  test(`${title}: filled in, signed, received, read`, async ({ page, javaScriptEnabled }) => {
    const answers = worked()

    await test.step('the officer fills it in and asks for a signature', async () => {
      await become(page, 'Ylva Ängsull')
      const href = await openCase(page, title)
      await fillIn(page, href, answers)
      await expect(page.getByText('Allt är ifyllt.')).toBeVisible()
      await page.getByRole('link', { name: 'Gå till underskrift' }).click()
      await page.getByLabel('Kim Korallrot').check()
      await page.getByRole('button', { name: 'Be om underskrift' }).click()
      await expect(page.getByText('Vi väntar på Kim Korallrot.')).toBeVisible()
    })

    await test.step('the signatory is told by mail, reads the very document and signs', async () => {
      await letterTo(page, 'kim.korallrot@botkyrka.example', `Skriv under: ${title} för Botkyrka kommun`)
      await become(page, 'Kim Korallrot')
      await page.goto('/skriv-under')
      await page.getByRole('link', { name: 'Läs och skriv under' }).filter({ hasText: title }).click()
      if (javaScriptEnabled === false) await expect(page.locator('object[type="application/pdf"]')).toBeAttached()
      else await expect(page.locator('.viewer canvas').first()).toBeVisible()
      await page.getByRole('checkbox', { name: /Jag har läst handlingen/ }).check()
      await page.getByRole('button', { name: 'Skriv under' }).click()
      await expect(page.getByRole('heading', { level: 1, name: done })).toBeVisible()
    })

    const kept =
      await test.step('the receipt says what was handed in, and comes by mail with the document', async () => {
        for (const [label, text] of Object.entries(figures)) await expect(fact(page, label)).toHaveText(text)
        await letterTo(page, 'ylva.angsull@botkyrka.example', `Inskickat: ${title}`)
        const pdf = await download(page, () => page.getByRole('link', { name: /\.pdf$/ }).click())
        await expectAnswersIn(pdf, answers)
        return pdf
      })

    await test.step('the reviewer reads it and takes home PDF, Excel and ZIP', async () => {
      await become(page, reviewer)
      await page.goto('/granskning')
      await page.getByRole('link', { name: title, exact: true }).click()
      await page.getByRole('link', { name: 'Botkyrka', exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Botkyrka kommun' })).toBeVisible()
      const pdf = await download(page, () => page.getByRole('link', { name: 'Ladda ner PDF' }).last().click())
      expect(sha256(pdf), 'the reviewer has what the municipality has').toBe(sha256(kept))

      await page.goBack()
      await page.getByText('Ladda ner', { exact: true }).click()
      const xlsx = await download(page, () => page.getByRole('link', { name: /^Excel/ }).click())
      const [heading = [], ...rows] = (await readXlsx(xlsx)).sheets[0]?.rows ?? []
      const row = rows.find((cells) => cells.includes('Botkyrka kommun'))
      expect(row?.[heading.indexOf(column[0])]).toBe(column[1])

      const zip = unzip(await download(page, () => page.getByRole('link', { name: /^ZIP/ }).click()))
      const manifest = zip.get('MANIFEST.sha256')?.toString('utf8').trim().split('\n') ?? []
      expect(manifest.length).toBe(zip.size - 1)
      for (const line of manifest) {
        const [hash, path = ''] = line.split(/ {2}(.*)/s)
        expect(sha256(zip.get(path) ?? Buffer.of()), path).toBe(hash)
      }
      const [document] = [...zip].filter(([path]) => /^Botkyrka kommun\/[^/]+\.pdf$/.test(path))
      expect(sha256(document?.[1] ?? Buffer.of()), 'the archive has the same').toBe(sha256(pdf))
    })
  })
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** What stands beside a label in a list of facts. */
const fact = (page: Page, label: string) => page.locator('dt', { hasText: label }).locator('+ dd')

async function download(page: Page, click: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), click()])
  return readFile(await file.path())
}

/** Every text that the officer has written stands in the document. */
async function expectAnswersIn(pdf: Buffer, { pages }: WorkedCase): Promise<void> {
  const squeezed = (text: string) => text.normalize('NFC').replace(/\s+/g, '')
  const document = squeezed((await askAbout(pdf, 'pdftotext', '-enc', 'UTF-8', 'PDF', '-')).text)
  const written = pages.flatMap(({ fields }) => fields.map(([, text]) => text)).filter((text) => /\p{L} /u.test(text))
  expect(written.length).toBeGreaterThan(3)
  for (const text of written) expect(document).toContain(squeezed(text))
}
