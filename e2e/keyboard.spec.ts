import { expect, type Locator, type Page } from '@playwright/test'
import { begin } from './support/fill-in'
import { askToSign } from './support/signature'
import { test } from './support/test'
import { fillReturn } from './support/world'

/** More than any page has to stop at. */
const most = 80

/** Presses Tab until a control has the focus. Wherever the focus comes on the way, it can be seen. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeAttached()
  for (let pressed = 0; pressed < most; pressed++) {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(hasVisibleFocus), 'the focus can be seen').toBe('')
    if (await wanted.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${most} tabs do not lead to ${wanted}`)
}

/** Runs in the page: '' when whatever has the focus, or what is drawn for it, has a ring and is not clipped away. */
function hasVisibleFocus(): string {
  const focused = document.activeElement
  if (!focused || focused === document.body) return ''
  const drawn = [focused, focused.nextElementSibling, focused.parentElement, focused.closest('label')]
  const hasRing = drawn.some(
    (element) =>
      element &&
      [undefined, '::before', '::after'].some((pseudo) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element, pseudo)
        return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
      }),
  )
  const box = focused.getBoundingClientRect()
  const isInSight = box.bottom > 0 && box.top < innerHeight && box.width > 0
  return hasRing && isInSight ? '' : `${focused.outerHTML.slice(0, 200)} ring: ${hasRing}, in sight: ${isInSight}`
}

test('an officer fills in a page with the keyboard alone', async ({ town, enter }) => {
  const page = await enter(town.officer)
  const href = await begin(page, town.cases.return)
  await page.goto(`${href}/sida/representatives`)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Hoppa till innehållet' })).toBeFocused()
  await page.keyboard.press('Enter')

  await tabTo(page, page.locator('[name="posts"]'))
  await page.keyboard.type('2,8')
  await tabTo(page, page.locator('[name="representatives.total.women"]'))
  await page.keyboard.type('1')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2')
  const training = page.getByRole('group', { name: /erbjudits utbildning/ }).getByRole('radio')
  await tabTo(page, training.first())
  await page.keyboard.press('Space')
  await expect(training.first()).toBeChecked()
  await page.keyboard.press('ArrowDown')
  await expect(training.last()).toBeChecked()
  await expect(page.locator('[name="trainingWhyNot"]')).toBeVisible()
  await tabTo(page, page.locator('[name="trainingWhyNot"]'))
  await page.keyboard.type('Inställt på grund av pandemin.')
  await tabTo(
    page,
    page
      .getByRole('group', { name: /erbjudits handledning/ })
      .getByRole('radio')
      .first(),
  )
  await page.keyboard.press('Space')
  await expect(page.locator('[name="supervisionKind"]')).toBeVisible()
  await tabTo(page, page.locator('[name="supervisionKind"]'))
  await page.keyboard.type('Löpande')
  await tabTo(page, page.getByRole('button', { name: 'Spara och fortsätt' }).last())
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /Klienter/ })).toBeFocused()

  // In a table of figures the arrows go up and down a column.
  await tabTo(page, page.locator('[name="clientsAll.total.women"]'))
  await page.keyboard.type('83')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[name="clientsAll.a18to29.women"]')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(page.locator('[name="clientsAll.a18to29.women"]')).toBeFocused()
})

test('a signatory reads and signs with the keyboard alone', async ({ town, enter }) => {
  const caseId = await fillReturn(town)
  await askToSign(await enter(town.officer), caseId, town.signatory.name)
  const page = await enter(town.signatory)
  await page.goto('/skriv-under')
  await tabTo(page, page.getByRole('link', { name: 'Läs och skriv under' }))
  await page.keyboard.press('Enter')
  await expect(page.locator('.viewer canvas').first()).toBeVisible()
  await tabTo(page, page.getByRole('checkbox', { name: /Jag har läst handlingen/ }))
  await page.keyboard.press('Space')
  await tabTo(page, page.getByRole('button', { name: 'Skriv under' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Klart!/ })).toBeVisible()
})
