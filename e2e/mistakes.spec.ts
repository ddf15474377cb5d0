import { expect, type Page } from '@playwright/test'
import { begin, fillPage, pageOf, save } from './support/fill-in'
import { test } from './support/test'
import { workedCase } from './support/worked-case'

const realReturn = () => workedCase('personligt-ombud', 'return.form.yaml', 'po-return-botkyrka-2020.json')
const realYouth = () => workedCase('barn-och-unga', 'return.form.yaml', 'bup-return-botkyrka-2020.json')

/* What the server says is the same with script and without: what differs is tried both ways, the rest in turn. */

/** The errors of the page, as its summary lists them, no more and no fewer. Its heading has the focus. */
async function expectErrors(page: Page, messages: readonly string[]): Promise<void> {
  const summary = page.locator('.aksel-error-summary')
  const items = summary.getByRole('listitem')
  await expect(items).toContainText([...messages], { ignoreCase: true })
  await expect(items).toHaveCount(messages.length)
  await expect(page).toHaveTitle(/^Fel: /)
  if (test.info().project.use.javaScriptEnabled !== false) await expect(summary.getByRole('heading')).toBeFocused()
}

/** An error leads to its field. */
async function expectLeadsTo(page: Page, message: RegExp, field: string): Promise<void> {
  await page.locator('.aksel-error-summary').getByRole('link', { name: message }).click()
  await expect(page.locator(`[name="${field}"]`)).toBeFocused()
}

test('ages that do not add up to the total, and more new clients than clients', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page.goto(`${href}/sida/clients`)
  await fillPage(page, pageOf(realReturn(), 'clients'))
  await fillPage(page, {
    fields: [
      ['clientsAll.a65plus.women', '5'],
      ['clientsNew.total.men', '67'],
      ['clientsNew.a50to64.men', '41'],
      ['clientsClosed.total.women', 'trettiotre'],
    ],
  })
  await save(page)
  await expectErrors(page, [
    'Kvinnornas åldrar blir 84, alltså 1 mer än totalen 83. Ändra totalen eller någon av åldrarna.',
    'Nya klienter (67) kan inte vara fler än alla klienter (66) bland män i alla åldrar. Ändra ett av talen.',
    'Nya klienter (41) kan inte vara fler än alla klienter (23) bland män 50–64 år. Ändra ett av talen.',
    'Skriv ett heltal med siffror i Kvinnor, Totalt antal, till exempel 12.',
  ])
  await expectLeadsTo(page, /kvinnornas åldrar/i, 'clientsAll.total.women')
  await expect(page.locator('[name="clientsAll.a65plus.women"]')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('[name="clientsClosed.total.women"]')).toHaveValue('trettiotre')

  await fillPage(page, pageOf(realReturn(), 'clients'))
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: /Kontaktorsaker/ })).toBeVisible()
})

test('more used than granted, amounts in words, öre and too many decimals', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  const type = async (kronor: string, posts: string) => {
    await page.goto(`${href}/sida/economy`)
    await fillPage(page, {
      fields: [
        ['usedKronor', kronor],
        ['usedPosts', posts],
        ['boardApproved', 'later'],
      ],
    })
    await save(page)
  }
  await type('1 200 000', '2,855')
  await expectErrors(page, [
    'Använt belopp, 1 200 000 kr, får inte vara större än beviljat, 1 127 386 kr. Kontrollera beloppet.',
    'Högst två decimaler. Skriv till exempel 2,85 eller 2,86.',
  ])
  await expectLeadsTo(page, /Högst två decimaler/i, 'usedPosts')
  await expectLeadsTo(page, /Använt belopp/i, 'usedKronor')
  await type('sjuhundratusen', 'två')
  await expectErrors(page, [
    'Skriv beloppet i hela kronor med siffror, till exempel 700 000.',
    'Skriv talet med siffror, till exempel',
  ])
  await type('1 127 386,50', '2,81')
  await expectErrors(page, [
    'Skriv beloppet i hela kronor, utan ören',
    'Använda tjänster, 2,81, får inte vara fler än beviljade, 2,80',
  ])

  // What people write and mean.
  for (const [kronor, posts] of [
    ['1 127 386', '2.8'],
    ['1127386', '2,80'],
    ['1.127.386 kr', '2,8'],
    ['1\u00a0127\u00a0386 kr', ' 2,80 '],
  ] as const) {
    await type(kronor, posts)
    await expect(page.getByRole('heading', { level: 1, name: /Övriga synpunkter/ })).toBeVisible()
    await page.goto(`${href}/sida/economy`)
    await expect(page.locator('[name="usedKronor"]'), 'stays as it was typed').toHaveValue(kronor)
    await expect(page.locator('#remaining')).toHaveText(/[.]0\s*kr$/)
    await expect(page.locator('#remainingPosts')).toContainText('0,00')
  }
})

test('more costs than money received @noscript', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.youth)
  await page.goto(`${href}/sida/economy`)
  await fillPage(page, { fields: [['costs', '700 000']] })
  await save(page)
  await expectErrors(page, ['Kostnaderna, 700 000 kr, får inte vara större än erhållet statsbidrag, 636 982 kr.'])
  await expectLeadsTo(page, /Kostnaderna/i, 'costs')
})

test('an organisation number that cannot be right, where the register has none @noscript', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.application)
  await page.goto(`${href}/sida/applicant`)
  await expect(page.getByText(town.name).first()).toBeVisible()
  await expect(page.locator('[name="municipality"]'), 'the name is locked to the register').toHaveCount(0)
  await fillPage(page, { fields: [['orgNumber', '212000-2883']] })
  await save(page)
  await expectErrors(page, ['Kontrollera organisationsnumret. Sista siffran stämmer inte.'])
  await expectLeadsTo(page, /organisationsnumret/i, 'orgNumber')
  await fillPage(page, { fields: [['orgNumber', '2120002882']] })
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: /Bidrag och utbetalning/ })).toBeVisible()
  await page.goto(`${href}/granska`)
  await expect(page.getByText('212000-2882')).toBeVisible()
})

test('a bankgiro that cannot be right, or none at all @noscript', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.application)
  await page.goto(`${href}/sida/application`)
  await fillPage(page, {
    fields: [
      ['posts', '2'],
      ['bankgiro', '624-1062'],
    ],
  })
  await save(page)
  await expectErrors(page, ['Kontrollera bankgironumret. Sista siffran stämmer inte.'])
  // The same mistake again: the errors come into focus again.
  await save(page)
  await expectErrors(page, ['Kontrollera bankgironumret. Sista siffran stämmer inte.'])
  await expectLeadsTo(page, /bankgironumret/i, 'bankgiro')
  await fillPage(page, { fields: [['bankgiro', '']] })
  await save(page)
  await expectErrors(page, ['Skriv ett bankgiro, eller ett plusgiro i fältet ovanför.'])
  await fillPage(page, { fields: [['bankgiro', '6241061']] })
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: /Kontaktperson/ })).toBeVisible()
})

test('a comment of 1 001 characters, and one of 1 000 @script', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.youth)
  await page.goto(`${href}/sida/economyComment`)
  await fillPage(page, { fields: [['economyComment', 'å'.repeat(1001)]] })
  await save(page)
  await expectErrors(page, ['Texten är 1 tecken för lång. Högst 1 000 tecken får plats.'])
  await expectLeadsTo(page, /Texten är/i, 'economyComment')
  await expect(page.locator('[name="economyComment"]')).toHaveValue('å'.repeat(1001))
  await fillPage(page, { fields: [['economyComment', 'å'.repeat(1000)]] })
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: /Användning av bidraget/ })).toBeVisible()
})

test('another reason, without saying which @script', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page.goto(`${href}/sida/contactReasons`)
  await fillPage(page, pageOf(realReturn(), 'contactReasons'))
  await fillPage(page, {
    fields: [
      ['contactReasons.other.women', '2'],
      ['contactReasons.other.men', '1'],
    ],
  })
  await save(page)
  await expectErrors(page, ['Skriv vilken annan orsak de 3 personerna hade.'])
  await expectLeadsTo(page, /vilken annan orsak/i, 'contactReasonOther')
  await fillPage(page, { fields: [['contactReasonOther', 'Stöd i föräldraskapet']] })
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: /Tillgänglighet/ })).toBeVisible()
})

test('a letter that the document could not set is named at once @script', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.youth)
  await page.goto(`${href}/sida/economyComment`)
  await fillPage(page, { fields: [['economyComment', 'Sámi Áŋŋel Đurđić Šuŧeŋ Łoža går bra, men inte 𓀀']] })
  await save(page)
  await expectErrors(page, ['𓀀'])
  await fillPage(page, { fields: [['economyComment', 'Sámi Áŋŋel Đurđić Šuŧeŋ Łoža går bra']] })
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: /Användning av bidraget/ })).toBeVisible()
})

test('nothing is signed before everything is right @noscript', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.youth)
  await page.goto(`${href}/sida/economy`)
  await fillPage(page, pageOf(realYouth(), 'economy'))
  await fillPage(page, { fields: [['costs', '636 983']] })
  await save(page)
  await expectErrors(page, ['Kostnaderna, 636 983 kr, får inte vara större'])
  // What is wrong can wait: it is saved.
  await page.getByRole('link', { name: 'Fortsätt till nästa sida och rätta senare' }).click()
  await expect(page.getByRole('heading', { level: 1, name: /Kommentar till ekonomin/ })).toBeVisible()
  await page.goto(`${href}/underskrift`)
  await expect(page.getByRole('heading', { level: 1, name: 'Granska svaren' })).toBeVisible()
  await expect(page.getByText('Ett fel stoppar er från att gå vidare.')).toBeVisible()
  await page.getByRole('link', { name: 'Gå till första felet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ekonomi' })).toBeVisible()
  await expect(page.locator('[name="costs"]')).toHaveValue('636 983')
})
