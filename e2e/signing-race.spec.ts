import { expect } from '@playwright/test'
import { db } from '~/platform/db.server'
import { save } from './support/fill-in'
import { letterTo } from './support/inbox'
import { askToSign, openRequest, sign } from './support/signature'
import { test } from './support/test'
import { fillReturn } from './support/world'

const title = 'Personligt ombud: återrapportering för 2018'
const done = { level: 1, name: 'Klart! Återrapporteringen är inskickad' } as const

test('an answer is changed while the signatory reads: nothing is signed, and the difference is shown', async ({
  town,
  enter,
}) => {
  const caseId = await fillReturn(town)
  const officer = await enter(town.officer)
  const signatory = await enter(town.signatory)
  await askToSign(officer, caseId, town.signatory.name)
  await openRequest(signatory)

  await officer.getByRole('button', { name: 'Lås upp svaren' }).click()
  await expect(officer.getByRole('heading', { level: 2, name: 'Fyll i' })).toBeVisible()
  await officer.goto(`/arenden/${caseId}/sida/economy`)
  await officer.locator('[name="usedKronor"]').fill('1 082 940')
  await save(officer)
  await expect(officer.getByRole('heading', { level: 1, name: /Övriga synpunkter/ })).toBeVisible()

  await sign(signatory)
  await expect(
    signatory.getByText('Svaren har ändrats sedan du öppnade sidan. Du har inte skrivit under. Här är skillnaden:'),
  ).toBeVisible()
  const difference = signatory.getByRole('region', { name: 'Skillnaden' })
  await expect(difference).toContainText('Hur mycket har ni använt?')
  await expect(difference).toContainText('1 127 386 kr')
  await expect(difference).toContainText('1 082 940 kr')
  await expect(difference).toContainText('44 446 kr')
  await expect(signatory.getByRole('button', { name: 'Skriv under' })).toHaveCount(0)
  await letterTo(signatory, town.signatory.email, `Behöver inte längre din underskrift: ${title}`)
  expect(await db().submission.count({ where: { caseId } })).toBe(0)

  // Asked anew, the signatory reads the new document and signs that.
  await askToSign(officer, caseId, town.signatory.name)
  await openRequest(signatory)
  await expect(signatory.getByText('1 082 940 kr').first()).toBeVisible()
  await sign(signatory)
  await expect(signatory.getByRole('heading', done)).toBeVisible()
})

test('signing in two windows at once: one submission, one receipt @script', async ({ town, enter, baseURL }) => {
  const caseId = await fillReturn(town)
  const officer = await enter(town.officer)
  await askToSign(officer, caseId, town.signatory.name)
  const one = await enter(town.signatory)
  const other = await enter(town.signatory)
  for (const window of [one, other]) {
    await openRequest(window)
    await window.getByRole('checkbox', { name: /Jag har läst handlingen/ }).check()
  }
  const address = one.url()
  const seenHash = await one.locator('[name="seenHash"]').inputValue()
  const post = () =>
    other.request.post(address, {
      form: { accept: 'on', seenHash },
      headers: { origin: baseURL ?? '' },
      maxRedirects: 0,
    })
  await Promise.all([
    one.getByRole('button', { name: 'Skriv under' }).click(),
    other.getByRole('button', { name: 'Skriv under' }).click(),
    post(),
    post(),
  ])
  for (const window of [one, other]) await expect(window.getByRole('heading', done)).toBeVisible()

  expect(await db().submission.count({ where: { caseId } })).toBe(1)
  expect(await db().signature.count({ where: { request: { caseId } } })).toBe(1)
  await letterTo(officer, town.officer.email, `Inskickat: ${title}`)
  expect(await db().mail.count({ where: { to: town.officer.email, subject: { startsWith: 'Inskickat' } } })).toBe(1)
})

test('an officer without a mandate can neither sign nor give anybody the right to @noscript', async ({
  town,
  enter,
  baseURL,
}) => {
  const caseId = await fillReturn(town)
  const officer = await enter(town.officer)
  await officer.goto(`/arenden/${caseId}/underskrift`)
  await expect(officer.getByRole('radio')).toHaveCount(1)
  await expect(officer.getByRole('radio', { name: town.signatory.name })).toBeVisible()
  await askToSign(officer, caseId, town.signatory.name)
  const { id } = await db().signatureRequest.findFirstOrThrow({ where: { caseId } })
  await officer.goto(`/skriv-under/${id}`)
  await expect(officer.getByText(`${town.signatory.name} är den som ska skriva under.`)).toBeVisible()
  await expect(officer.getByRole('button', { name: 'Skriv under' })).toHaveCount(0)

  const { pdfHash } = await db().signatureRequest.findUniqueOrThrow({ where: { id } })
  const post = (path: string, form: Record<string, string>) =>
    officer.request.post(path, { form, headers: { origin: baseURL ?? '' }, maxRedirects: 0 })
  expect((await post(`/skriv-under/${id}`, { accept: 'on', seenHash: pdfHash })).status()).toBe(404)
  for (const person of [town.officer, town.economist]) {
    const page = `/organisation/personer/${person.id}/fullmakt`
    expect((await officer.goto(page))?.status()).toBe(404)
    const mandate = { title: 'Chef', decision: 'Eget beslut', validFrom: '2020-01-01' }
    expect((await post(page, mandate)).status()).toBe(404)
  }
  expect(await db().mandate.count({ where: { organisationId: town.organisationId } })).toBe(1)
  expect(await db().submission.count({ where: { caseId } })).toBe(0)
})

test('a signatory declines and says why; the officer reads it and the answers are open again', async ({
  town,
  enter,
}) => {
  const caseId = await fillReturn(town)
  const officer = await enter(town.officer)
  const signatory = await enter(town.signatory)
  await askToSign(officer, caseId, town.signatory.name)
  await openRequest(signatory)
  await signatory.getByRole('link', { name: 'Avböj' }).click()
  await signatory.getByRole('button', { name: 'Avböj' }).click()
  await expect(signatory.getByRole('link', { name: /Skriv varför du inte skriver under/ })).toBeVisible()
  await signatory.getByLabel('Varför skriver du inte under?').fill('Antalet ombud är fel.')
  await signatory.getByRole('button', { name: 'Avböj' }).click()
  await expect(signatory.getByText('Skäl: ”Antalet ombud är fel.”')).toBeVisible()

  await letterTo(officer, town.officer.email, `Underskriften avböjd: ${title}`)
  await expect(officer.getByText('Skäl: ”Antalet ombud är fel.”')).toBeVisible()
  await officer.goto(`/arenden/${caseId}`)
  await expect(
    officer.getByText(`${town.signatory.name} skrev inte under. Skäl: ”Antalet ombud är fel.”`),
  ).toBeVisible()
  await officer.goto(`/arenden/${caseId}/sida/economy`)
  await expect(officer.locator('[name="usedKronor"]')).toBeEditable()
})
