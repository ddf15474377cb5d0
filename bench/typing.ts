import { chromium, type Page } from '@playwright/test'
import { writeDraft } from '~/cases/answers.store.server'
import { loadCase } from '~/cases/case.store.server'
import type { Draft } from '~/forms/draft'
import { db } from '~/platform/db.server'
import { browser } from './browser'
import { largeDraft, largeForm } from './large-form.definition'
import { type Officer, signInOfficers } from './officers'

const words = '123 456 789'
const slower = 4

/** Types in the last row of the large table, and of the same table with ten rows. @returns the longest task in each, in ms */
export async function longestTaskWhileTyping(
  origin: string,
): Promise<{ readonly longest: number; readonly small: number; readonly keys: number }> {
  const form = largeForm()
  const draft = largeDraft(form)
  const rows = Object.entries(Object(draft.costs))
  const definition = JSON.parse(JSON.stringify(form.definition))
  const { id: formVersionId } = await db().formVersion.create({
    data: { formId: form.definition.id, version: 1, hash: form.hash, definition },
  })
  const [officer, other] = await signInOfficers(2, origin)
  if (!officer || !other) throw new Error('nobody')
  const few: Draft = { ...draft, costs: Object.fromEntries(rows.slice(0, 10)) as Draft }
  return {
    small: await typeIn(origin, other, formVersionId, few),
    longest: await typeIn(origin, officer, formVersionId, draft),
    keys: words.length,
  }
}

async function typeIn(origin: string, officer: Officer, formVersionId: string, draft: Draft): Promise<number> {
  const { caseId, userId, cookie } = officer
  await db().case.update({ where: { id: caseId }, data: { formVersionId } })
  const { revision } = await loadCase(caseId)
  await writeDraft({ caseId, from: revision, draft, changes: [], page: null, userId, now: new Date() })
  const running = await chromium.launch(browser)
  try {
    const context = await running.newContext({ viewport: { width: 1280, height: 900 } })
    const [name = '', value = ''] = cookie.split('=')
    await context.addCookies([{ name, value, url: origin }])
    const page = await context.newPage()
    await page.goto(`${origin}/arenden/${caseId}/sida/table`, { waitUntil: 'networkidle' })
    const session = await context.newCDPSession(page)
    await takenOver(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await page.evaluate(() => {
      Object.assign(window, { longest: 0 })
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries())
          Object.assign(window, { longest: Math.max(duration, Number(Reflect.get(window, 'longest'))) })
      }).observe({ type: 'longtask' })
    })
    // Finding the field among thousands, and the way to it, is no typing.
    await page.locator('input[name$=".cost"]').last().click()
    await page.waitForTimeout(1_500)
    await page.evaluate(() => Object.assign(window, { longest: 0 }))
    await page.keyboard.type(words, { delay: 80 })
    await page.waitForTimeout(3_000)
    const typed = await page.locator(':focus').inputValue()
    if (!typed.includes(words)) throw new Error(`Typed «${words}», and the field says «${typed}»`)
    return Number(await page.evaluate(() => Reflect.get(window, 'longest')))
  } finally {
    await running.close()
  }
}

/** Waits until script has taken the page over, which is no typing: the page has been quiet for a while. */
async function takenOver(page: Page): Promise<void> {
  await page.evaluate(
    (quiet) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(resolve, quiet)
        new PerformanceObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(resolve, quiet)
        }).observe({ type: 'longtask', buffered: true })
      }),
    3_000,
  )
}
