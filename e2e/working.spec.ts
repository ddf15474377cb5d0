import { expect, type Locator, type Page, type Response } from '@playwright/test'
import { askAbout } from '~/signing/testing/witnesses'
import { docx, pdf, png, program, writePdf } from './support/files'
import { begin, fillPage, save } from './support/fill-in'
import { letterTo } from './support/inbox'
import { askToSign, openRequest, sign } from './support/signature'
import { test } from './support/test'
import { fillReturn } from './support/world'

/** Needs script, or its absence; everything else here is walked with and without. */
const script = { tag: '@script' }
const noScript = { tag: '@noscript' }

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^Sparat kl\.\s\d\d\.\d\d$/ })

test('what is typed is saved by itself; one leaves, and finds it again', script, async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page.goto(`${href}/sida/representatives`)
  await field(page, 'posts').pressSequentially('2,8')
  await expect(saved(page)).toBeVisible()
  await page.getByRole('link', { name: 'Till uppgiftslistan' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Personliga ombud' })).toContainText('Påbörjad')
  await page.goto('/arenden')
  await expect(page.getByText(/Senast: du på sidan .*Personliga ombud/)).toBeVisible()
  await page.goto(`${href}/sida/representatives`)
  await expect(field(page, 'posts')).toHaveValue('2,8')
})

test('follow-ups open at once, and sums are live', script, async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page.goto(`${href}/sida/representatives`)
  await expect(field(page, 'trainingWhyNot')).toBeHidden()
  await page
    .getByRole('group', { name: /erbjudits utbildning/ })
    .getByLabel('Nej')
    .check()
  await expect(field(page, 'trainingWhyNot')).toBeVisible()
  await field(page, 'trainingWhyNot').fill('Inställt på grund av pandemin.')
  await page
    .getByRole('group', { name: /erbjudits utbildning/ })
    .getByLabel('Ja')
    .check()
  await expect(field(page, 'trainingWhyNot')).toBeHidden()
  await expect(field(page, 'trainingWhich')).toBeVisible()
  // What is hidden is kept.
  await page
    .getByRole('group', { name: /erbjudits utbildning/ })
    .getByLabel('Nej')
    .check()
  await expect(field(page, 'trainingWhyNot')).toHaveValue('Inställt på grund av pandemin.')

  await page.goto(`${href}/sida/clients`)
  const table = page.locator('#clientsAll')
  await fillPage(page, {
    fields: [
      ['clientsAll.total.women', '83'],
      ['clientsAll.total.men', '66'],
      ['clientsAll.a18to29.women', '14'],
      ['clientsAll.a30to49.women', '35'],
      ['clientsAll.a50to64.women', '30'],
      ['clientsAll.a65plus.women', '5'],
    ],
  })
  await expect(table.getByRole('row', { name: /Totalt antal/ })).toContainText('149')
  await expect(table.getByRole('row', { name: /Summa åldrar/ })).toContainText('84, stämmer inte med totalen 83')
  await field(page, 'clientsAll.a65plus.women').fill('4')
  await expect(table.getByRole('row', { name: /Summa åldrar/ })).toContainText('83, stämmer med totalen')

  await page.goto(`${href}/sida/economy`)
  await field(page, 'usedKronor').fill('1 082 940')
  await expect(page.locator('#remaining')).toContainText('44 446 kr')
  await field(page, 'usedPosts').fill('2,75')
  await expect(page.locator('#remainingPosts')).toContainText('0,05')
  await expect(field(page, 'fewerPostsWhy')).toBeVisible()
})

test('without script, a button shows the questions that follow, and reckons', noScript, async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page.goto(`${href}/sida/economy`)
  await field(page, 'usedKronor').fill('1 082 940')
  await field(page, 'usedPosts').fill('2,75')
  await page.getByRole('button', { name: 'Spara och visa frågorna' }).click()
  await expect(page.locator('#remaining')).toContainText('44 446 kr')
  await expect(field(page, 'fewerPostsWhy')).toBeVisible()
})

test('the session ends while one types: nothing is lost', script, async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page.goto(`${href}/sida/society`)
  await field(page, 'shortcomings').fill('Brister i samverkan')
  await expect(saved(page)).toBeVisible()
  const elsewhere = await enter(town.officer)
  await elsewhere.goto('/mina-inloggningar')
  await elsewhere.getByRole('button', { name: 'Avsluta alla andra' }).click()
  await expect(elsewhere.getByText(/inloggning(ar)? är avslutad/)).toBeVisible()

  await field(page, 'shortcomings').pressSequentially(', återkoppling och tillgänglighet')
  await expect(page.getByText('Du har loggats ut. Det du skrev finns kvar.')).toBeVisible()
  // Pressed as people press: it has left the field before it is let go.
  await page.getByRole('link', { name: 'Logga in så fortsätter du där du var' }).click({ delay: 150 })
  await page.getByLabel('E-postadress').fill(town.officer.email)
  await page.getByRole('button', { name: 'Skicka inloggningslänk' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Titta i din inkorg' })).toBeVisible()
  await letterTo(page, town.officer.email, 'Din inloggningslänk till Bidra')
  await page.getByRole('link', { name: /\/logga-in\/lank\// }).click()
  await page.getByRole('button', { name: 'Logga in' }).click()

  await expect(page.getByText('Det du skrev förra gången hann inte sparas. Nu är det tillbaka.')).toBeVisible()
  await expect(field(page, 'shortcomings')).toHaveValue('Brister i samverkan, återkoppling och tillgänglighet')
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(field(page, 'shortcomings')).toHaveValue('Brister i samverkan, återkoppling och tillgänglighet')
  await expect(page.getByText('Nu är det tillbaka.')).toHaveCount(0)
})

test('the network drops while one types: kept, and saved when it is back', script, async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page.goto(`${href}/sida/society`)
  await field(page, 'shortcomings').fill('Brister')
  await expect(saved(page)).toBeVisible()
  await page.context().setOffline(true)
  await field(page, 'shortcomings').fill('Brister i samverkan')
  await expect(page.getByRole('alert').filter({ hasText: 'Inget nät' })).toBeVisible()
  // Going on does not lose the page either.
  await save(page)
  await expect(field(page, 'shortcomings')).toHaveValue('Brister i samverkan')
  await page.context().setOffline(false)
  await expect(saved(page)).toBeVisible()
  await page.reload()
  await expect(field(page, 'shortcomings')).toHaveValue('Brister i samverkan')
})

const sentWith = (response: Response) => response.request().postData() ?? ''

test('two officers fill in the same table: both find everything', script, async ({ town, enter }) => {
  const officer = await enter(town.officer)
  const href = await begin(officer, town.cases.return)
  const economist = await enter(town.economist)
  for (const page of [officer, economist]) await page.goto(`${href}/sida/clients`)
  await field(officer, 'clientsAll.total.women').fill('83')
  await expect(saved(officer)).toBeVisible()
  await field(economist, 'clientsAll.total.men').fill('66')
  await expect(saved(economist)).toBeVisible()
  // Neither page has been loaded anew: what one does not know, one does not undo.
  // Leaving the cell before it saves as well: what counts is the save that holds the figure.
  const again = officer.waitForResponse((response) => /clientsNew\.total\.women=50/.test(sentWith(response)))
  await field(officer, 'clientsNew.total.women').fill('50')
  await again
  await expect(officer.getByText('Någon annan har svarat annorlunda')).toHaveCount(0)
  await economist.reload()
  await expect(field(economist, 'clientsAll.total.women')).toHaveValue('83')
  await expect(field(economist, 'clientsAll.total.men')).toHaveValue('66')
  await expect(field(economist, 'clientsNew.total.women')).toHaveValue('50')
  await economist.goto(href)
  await expect(economist.getByText(town.officer.name).first()).toBeVisible()
})

test('two officers answer the same differently: both values, nothing chosen beforehand, and the history', async ({
  town,
  enter,
}) => {
  const officer = await enter(town.officer)
  const href = await begin(officer, town.cases.return)
  const economist = await enter(town.economist)
  for (const page of [officer, economist]) await page.goto(`${href}/sida/economy`)
  const last = { name: /^(Spara och fortsätt)$/ }
  await field(officer, 'usedKronor').fill('1 127 386')
  await officer.getByRole('button', last).last().click()
  await expect(officer).toHaveTitle(/^Fel: /)
  await field(economist, 'usedKronor').fill('1 082 940')
  // Saved by itself meanwhile, and told: going on still leads to the choice.
  if (test.info().project.use.javaScriptEnabled !== false)
    await expect(economist.getByText('Någon annan har svarat annorlunda på en fråga.')).toBeVisible()
  await economist.getByRole('button', last).last().click()

  await expect(economist.getByRole('heading', { level: 1, name: 'Ni har svarat olika' })).toBeVisible()
  const standing = economist.getByRole('radio', { name: new RegExp(`${town.officer.name}.*1 127 386`) })
  const waiting = economist.getByRole('radio', { name: /Ditt svar.*1 082 940/ })
  await expect(standing).not.toBeChecked()
  await expect(waiting).not.toBeChecked()
  await economist.getByRole('button', { name: 'Använd det valda svaret' }).click()
  await expect(economist.getByText('Välj ett av svaren.')).toBeVisible()
  await waiting.check()
  await economist.getByRole('button', { name: 'Använd det valda svaret' }).click()
  await expect(economist.getByRole('heading', { level: 1, name: /Ekonomi/ })).toBeVisible()
  await expect(field(economist, 'usedKronor')).toHaveValue('1 082 940')

  await officer.goto(`${href}/historik`)
  const change = officer
    .getByRole('listitem')
    .filter({ hasText: /1\s127\s386\s*kr\s*→\s*1\s082\s940\s*kr/ })
    .last()
  await expect(officer.getByRole('main')).toContainText(town.economist.name)
  await change.getByRole('button', { name: /Återställ.*Hur mycket har ni använt/ }).click()
  await expect(officer.getByText('Svaret är återställt.')).toBeVisible()
  await officer.goto(`${href}/sida/economy`)
  await expect(field(officer, 'usedKronor')).toHaveValue('1 127 386')
})

test('files: what can be archived is taken, what cannot is refused in words, removed and replaced', async ({
  town,
  enter,
  javaScriptEnabled,
}) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  const economy = `${href}/sida/economy`
  const send = async (files: Parameters<Locator['setInputFiles']>[0]) => {
    await page.goto(economy)
    await page.locator('input[type="file"]').setInputFiles(files)
    await save(page)
    await expect(page.locator('.aksel-error-summary')).toBeVisible()
  }
  const list = page.getByRole('list', { name: 'Tillagda filer' })

  await send([pdf('Protokollsutdrag Ånge.pdf'), png('huvudbok.png'), await docx('Förklaring.docx')])
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await expect(list).toContainText('Protokollsutdrag Ånge.pdf')

  await send(program('faktura.pdf'))
  await expect(page.getByRole('link', { name: /faktura\.pdf är av en filtyp som inte går att arkivera/ })).toBeVisible()
  // Without script the title of a page that answers a post says nothing of its errors; the summary stands first all the same.
  if (javaScriptEnabled !== false) await expect(page).toHaveTitle(/^Fel: /)
  await send(await writePdf(test.info().outputPath('skannad.pdf'), 31 * 1024 * 1024))
  await expect(page.getByRole('link', { name: /skannad\.pdf är 31 MB\. Filen får vara högst 30 MB/ })).toBeVisible()
  await expect(list.getByRole('listitem')).toHaveCount(3)

  // The page scrolls to its errors meanwhile: a press may come to lie beside the link.
  await expect(async () => {
    await list.getByRole('link', { name: 'Ta bort huvudbok.png' }).click({ timeout: 5_000 })
    await expect(page.getByRole('heading', { level: 1, name: 'Ta bort huvudbok.png?' })).toBeVisible({ timeout: 5_000 })
  }).toPass()
  await page.getByRole('link', { name: 'Behåll' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(3)
  await list.getByRole('link', { name: 'Ta bort huvudbok.png' }).click()
  await page.getByRole('button', { name: 'Ta bort filen' }).click()
  await expect(list.getByRole('listitem')).toHaveCount(2)
  await send(png('huvudbok rättad.png'))
  await expect(list.getByRole('listitem')).toHaveCount(3)

  await page.goto(`${href}/granska`)
  await expect(page.getByRole('link', { name: /huvudbok rättad\.png/ })).toBeVisible()
  const text = await pdfText(page, () => page.getByRole('link', { name: /Läsversion med era svar/ }).first())
  expect(text).toContain('huvudbok rättad.png')
  expect(text).not.toContain('huvudbok.png')
})

test('reading copies, empty and filled in, say UTKAST on every page', async ({ town, enter }) => {
  const caseId = await fillReturn(town)
  const page = await enter(town.officer)
  await page.goto(`/arenden/${caseId}`)
  const filled = await pdfText(page, () => page.getByRole('link', { name: /Läsversion med era svar/ }))
  const empty = await pdfText(page, () => page.getByRole('link', { name: /Tom blankett/ }))
  for (const text of [filled, empty]) {
    const pages = text.split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(2)
    for (const each of pages) expect(each).toContain('UTKAST')
  }
  expect(filled).toContain('1 127 386')
  expect(empty).not.toContain('Löpande, tillsammans med')
})

test('after the last day one can still hand in, and everybody sees that it is late', async ({ town, enter }) => {
  const caseId = await fillReturn(town, 'lateReturn')
  const officer = await enter(town.officer)
  await officer.goto(`/arenden/${caseId}`)
  await expect(officer.getByText('Sista dagen har passerat. Ni kan fortfarande lämna in.').first()).toBeVisible()
  await askToSign(officer, caseId, town.signatory.name)
  const signatory = await enter(town.signatory)
  await openRequest(signatory)
  await expect(signatory.getByText('Sista dagen har passerat. Du kan fortfarande skriva under.')).toBeVisible()
  await sign(signatory)
  await expect(signatory.getByText(/Inskickad efter sista dag\. .* ser att ärendet kom 3 dagar sent/)).toBeVisible()

  const reviewer = await enter(town.reviewer)
  await reviewer.goto('/granskning')
  await reviewer.getByRole('link', { name: 'Personligt ombud: återrapportering för 2017' }).click()
  await expect(reviewer.getByRole('row').filter({ hasText: town.shortName })).toContainText('Sen 3 dagar')
})

/** The text of a PDF that a link leads to. */
async function pdfText(page: Page, link: () => ReturnType<Page['getByRole']>): Promise<string> {
  const href = (await link().getAttribute('href')) ?? ''
  const response = await page.request.get(href)
  expect(response.headers()['content-type']).toBe('application/pdf')
  return (await askAbout(await response.body(), 'pdftotext', '-enc', 'UTF-8', 'PDF', '-')).text
}
