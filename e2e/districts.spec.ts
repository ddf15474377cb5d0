import { expect, type Page } from '@playwright/test'
import { openCase } from '~/cases/open.server'
import { openRound, prepareRound } from '~/grants/rounds/open-round.server'
import { db, transaction } from '~/platform/db.server'
import { save } from './support/fill-in'
import { askToSign, openRequest, sign } from './support/signature'
import { test } from './support/test'
import type { Person, Town } from './support/world'

const day = 24 * 3_600_000

/** A round in which the town has a million kronor to pass on. @returns the town's case */
async function giveAward({ organisationId }: Town): Promise<string> {
  const now = new Date()
  const agencyId = (await db().organisation.findFirstOrThrow({ where: { kind: 'nationalAgency' } })).id
  const prepared = await prepareRound({
    formId: 'prio-city-return',
    year: 2003,
    opensAt: new Date(now.getTime() - day),
    deadline: new Date(now.getTime() + 60 * day),
    rates: {},
    desks: [{ agencyId, contact: {} }],
    recipients: [{ organisationId, agencyId, kronor: 1_000_000 }],
  })
  const roundId = await transaction((tx) => openRound(tx, prepared))
  return (await db().case.findFirstOrThrow({ where: { roundId, organisationId } })).id
}

/** The town's administrator makes a district and invites its first person, who then may sign. */
async function addDistrict(administrator: Page, name: string, town: Town): Promise<Person> {
  const email = `${name.replace(/\W/g, '')}.${town.organisationId.slice(-6)}@stadsdel.example`.toLowerCase()
  await administrator.goto('/organisation/stadsdelar')
  await administrator.getByLabel('Namn', { exact: true }).fill(`${name} stadsdelsförvaltning`)
  await administrator.getByLabel('Kort namn').fill(name)
  await administrator.getByLabel('Namn på personen').fill(`Siv ${name}`)
  await administrator.getByLabel('E-postadress').fill(email)
  await administrator.getByRole('button', { name: 'Lägg till och bjud in' }).click()
  await expect(administrator.getByText('Stadsdelen är tillagd, och inbjudan är skickad.')).toBeVisible()
  const person = await db().user.findUniqueOrThrow({ where: { email }, include: { memberships: true } })
  const organisationId = person.memberships[0]?.organisationId ?? ''
  const terms = { title: 'Avdelningschef', decision: 'Delegationsordning 2.1', ownWork: true }
  await db().mandate.create({
    data: { organisationId, holderId: person.id, ...terms, validFrom: new Date('2020-01-01') },
  })
  return person
}

/** Every field of a page's tables lies within its card, at any width. */
async function expectFieldsWithinCards(page: Page): Promise<void> {
  for (const width of [320, 390, 768, 1024, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const outside = await page.locator('#areas').evaluate((areas) => {
      const right = (element: Element) => element.getBoundingClientRect().right
      const most = areas.parentElement ? right(areas.parentElement) : 0
      const fields = [...areas.querySelectorAll('input:not([type="hidden"]), select, textarea, summary, dd')]
      return fields.filter((field) => right(field) > most + 1).map(({ outerHTML }) => outerHTML.slice(0, 160))
    })
    expect(outside, `at ${width} px`).toEqual([])
  }
}

/** The district moves all that it got to next year; what it writes first does not add up. */
async function report(page: Page, { name }: Person, kronor: string, wrong?: string): Promise<void> {
  await page.goto('/arenden')
  await page.getByRole('link', { name: /PRIO/ }).first().click()
  await page.getByRole('button', { name: 'Börja fylla i' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Fyll i' })).toBeVisible()
  const home = page.url()
  const caseId = home.split('/').at(-1) ?? ''
  const accrue = async (amount: string) => {
    await page.getByLabel('Periodiserat till nästa år').fill(amount)
    await save(page)
  }
  await page.goto(`${home}/sida/use`)
  await expectFieldsWithinCards(page)
  if (wrong) {
    await accrue(wrong)
    await expect(page.getByRole('link', { name: /det skiljer 1.kr/ }).first()).toBeVisible()
  }
  await accrue(kronor)
  await expect(page.getByRole('heading', { level: 1, name: 'Före publicering' })).toBeVisible()
  await page.getByLabel('Ja', { exact: true }).check()
  await page.getByLabel('Vem har kontrollerat det?').fill('Siv, avdelningschef')
  await save(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Granska svaren' })).toBeVisible()
  await askToSign(page, caseId, name)
  await openRequest(page)
  await sign(page)
  await expect(page).toHaveURL(/kvittens/)
}

/** The town's words, past the pages. */
async function writeReturn(caseId: string, officer: Person): Promise<void> {
  const now = new Date()
  await openCase({ caseId, officer, now, language: 'sv' })
  const texts = 'foreword summary conditions results work districtWork routines next'.split(' ')
  const { draft, revision } = await db().case.findUniqueOrThrow({ where: { id: caseId } })
  const written = {
    ...Object.fromEntries(texts.map((id) => [id, 'Text.'])),
    ownCaseNumber: '3.1.1–89/2015',
    publisher: 'Socialförvaltningen',
    publishedMonth: 'april',
    publishedYear: '2014',
    contactName: officer.name,
    contactPhone: '08-465 004 51',
    contactEmail: officer.email,
  }
  const data = { draft: { ...Object(draft), ...written }, revision: revision + 1, editorId: officer.id, editedAt: now }
  await db().case.update({ where: { id: caseId }, data })
  await db().answerChange.create({
    data: { caseId, revision: revision + 1, userId: officer.id, at: now, changes: [] },
  })
}

test('a city distributes its award, two districts report, and the return agrees to the krona', async ({
  town,
  enter,
}) => {
  const caseId = await giveAward(town)
  const administrator = await enter(town.administrator)
  const mark = town.shortName.split(' ').at(-1) ?? ''
  const [north, south] = [`Norr ${mark}`, `Söder ${mark}`]
  const one = await addDistrict(administrator, north, town)
  const other = await addDistrict(administrator, south, town)

  const officer = await enter(town.officer)
  await officer.goto(`/arenden/${caseId}`)
  await officer.getByRole('link', { name: 'Till fördelningen' }).click()
  await officer.getByRole('link', { name: 'Fördela medlen' }).click()
  await officer.getByText('Klistra in en lista').first().click()
  await officer.getByLabel('Klistra in en lista').fill(`${north};600 000\n${south};600 000`)
  await officer.getByRole('button', { name: 'Läs in listan' }).click()
  await expect(officer.getByText('2 belopp är inlästa.')).toBeVisible()
  await officer.getByLabel('Vem beslutade?').fill('Kommunstyrelsen')
  await officer.getByLabel('Beslutsdatum').fill('2014-03-12')
  await officer.getByRole('button', { name: 'Kontrollera' }).click()
  await expect(officer.getByRole('link', { name: /200.000.kr mer än 1.000.000.kr/ })).toBeVisible()
  await expect(officer.getByRole('button', { name: /^Fördela / })).toHaveCount(0)
  await officer.getByLabel(`${south} stadsdelsförvaltning`).fill('400 000')
  await officer.getByRole('button', { name: 'Kontrollera' }).click()
  await officer.getByRole('button', { name: /Fördela 1.000.000.kr till 2 stadsdelar/ }).click()
  await expect(officer.getByText('0 av 2 stadsdelar har redovisat.')).toBeVisible()

  await report(await enter(one), one, '600 000', '599 999')
  await report(await enter(other), other, '400 000')

  await officer.reload()
  await expect(officer.getByText('2 av 2 stadsdelar har redovisat.')).toBeVisible()
  await expect(officer.getByRole('row', { name: /Summa/ })).toContainText(/1.000.000.kr/)
  await officer.getByRole('link', { name: `${north} stadsdelsförvaltning`, exact: true }).click()
  await expect(officer.getByRole('heading', { level: 1, name: `${north} stadsdelsförvaltning` })).toBeVisible()

  // A district that has just been made and has nobody: the city's administrator invites its first person.
  const cityId = town.organisationId
  const empty = { kind: 'district', name: `Tomt ${mark}`, shortName: `Tomt ${mark}`, cityId } as const
  await db().organisation.create({ data: empty })
  await administrator.goto('/organisation/stadsdelar')
  await administrator.getByRole('link', { name: new RegExp(`^Bjud in.*${empty.name}`) }).click()
  await expect(administrator.getByRole('heading', { name: `Bjud in till ${empty.name}` })).toBeVisible()
  await administrator.getByLabel('Namn på personen').fill('Siv Sävsparv')
  await administrator.getByLabel('E-postadress').fill(`siv.${cityId.slice(-6)}@stadsdel.example`)
  await administrator.getByRole('button', { name: 'Bjud in', exact: true }).click()
  await expect(administrator.getByText('Inbjudan är skickad.')).toBeVisible()
  await expect(administrator.getByText('Ingen inbjuden')).toHaveCount(0)

  await writeReturn(caseId, town.officer)
  await officer.goto(`/arenden/${caseId}/sida/compilation`)
  await expect(officer.getByRole('row', { name: new RegExp(south) })).toContainText(/400.000.kr/)
  await askToSign(officer, caseId, town.signatory.name)
  const signatory = await enter(town.signatory)
  await openRequest(signatory)
  await sign(signatory)
  await expect(signatory).toHaveURL(/kvittens/)
})
