import { expect, type Locator, type Page } from '@playwright/test'
import type { TypedPage, WorkedCase } from './worked-case'

/** Opens a case from «Mina ärenden» and begins it, if nobody has. Answers with its address. */
export async function openCase(page: Page, title: string): Promise<string> {
  await page.goto('/arenden')
  await page.getByRole('link', { name: title, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const begin = page.getByRole('button', { name: 'Börja fylla i' })
  if (await begin.isVisible()) {
    await begin.click()
    await expect(begin).toBeHidden()
  }
  await expect(page.getByRole('heading', { level: 2, name: 'Fyll i' })).toBeVisible()
  return new URL(page.url()).pathname
}

/** Begins a case that nobody has opened yet. Answers with its address. */
export async function begin(page: Page, caseId: string): Promise<string> {
  const href = `/arenden/${caseId}`
  await page.goto(href)
  await page.getByRole('button', { name: 'Börja fylla i' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Fyll i' })).toBeVisible()
  return href
}

/** A page of a worked case. */
export function pageOf(worked: WorkedCase, id: string): TypedPage {
  const found = worked.pages.find((page) => page.id === id)
  if (!found) throw new Error(`The worked case has no page ${id}`)
  return found
}

/** Presses «Spara och fortsätt». */
export async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Spara och fortsätt' }).last().click()
}

/** The page that the browser is at, by the end of its address; shown, not only on its way: the address changes first. */
async function shownPage(page: Page): Promise<string> {
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const shown =
    id === 'granska'
      ? page.getByRole('heading', { level: 1, name: 'Granska svaren' })
      : page.locator(`form.sheet[action$="/sida/${id}"]`)
  await expect(shown).toBeVisible()
  return id
}

/** Fills in every page of a worked case from the first to the last, with the form's own buttons. Ends on the review page. */
export async function fillIn(page: Page, caseHref: string, worked: WorkedCase): Promise<void> {
  await page.goto(`${caseHref}/sida/${worked.pages[0]?.id}`)
  for (;;) {
    const id = await shownPage(page)
    if (id === 'granska') break
    await fillPage(page, pageOf(worked, id))
    const before = page.url()
    await page
      .getByRole('button', { name: /^(Spara och fortsätt|Fortsätt)$/ })
      .last()
      .click()
    await expect.poll(() => page.url(), { message: `${id} is saved and left` }).not.toBe(before)
    if (page.url().includes('visa=fel'))
      throw new Error(`${id}: ${await page.locator('.aksel-error-summary').textContent()}`)
  }
  await explain(page, worked)
}

export async function fillPage(page: Page, { fields }: Pick<TypedPage, 'fields'>): Promise<void> {
  for (const [name, text] of fields) await setField(page.locator(`[name="${name}"]`), text)
}

async function setField(field: Locator, text: string): Promise<void> {
  const kind = await field.first().evaluate((element) => (element instanceof HTMLInputElement ? element.type : 'text'))
  if (kind === 'radio') await field.and(field.page().locator(`[value="${text}"]`)).check()
  else if (kind === 'checkbox') await field.check()
  else await field.fill(text)
}

async function explain(page: Page, { explanations }: WorkedCase): Promise<void> {
  for (const [check, words] of Object.entries(explanations)) {
    const field = page.locator(`[name="explain:${check}"]`)
    if ((await field.count()) === 0) continue
    const form = page.locator('form', { has: field })
    await field.fill(words)
    await form.getByRole('button', { name: /Spara förklaringen/ }).click()
    await expect(page.getByText(`”${words}”`).first()).toBeVisible()
  }
}
