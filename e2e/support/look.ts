import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type Axe from 'axe-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

declare global {
  interface Window {
    /** There once its script has been run in the page. */
    readonly axe: typeof Axe
  }
}

/** A small phone, a phone, and an ordinary screen at 200 %. */
const widths = [320, 390, 640]
const ordinary = { width: 1280, height: 900 }

/** Script has taken the page over, and has put the focus where it wants it. */
export async function expectToBeTakenOver(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('h1') ?? {}).some((key) => key.startsWith('__react')),
  )
  await page.evaluate(() => new Promise<void>((done) => requestIdleCallback(() => done(), { timeout: 1_000 })))
}

/** axe, all its rules, finds nothing. It runs in the page itself, which has no frames that would have to be asked. */
export async function expectAxeToFindNothing(page: Page, where: string): Promise<void> {
  await page.evaluate(axe)
  const found = await page.evaluate(async () => {
    // What is right need not be described, nor a stylesheet loaded again: no rule that is on needs that.
    const { violations } = await window.axe.run({ resultTypes: ['violations'], preload: false })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n  ')}`)
  })
  expect.soft(found, where).toEqual([])
}

/** Nothing has to be scrolled sideways at any width. Leaves the window at its ordinary width. */
export async function expectToFit(page: Page, where: string): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 640 })
    const found = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      if (scrollWidth <= clientWidth) return []
      return [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
        .slice(0, 3)
        .map((element) => element.outerHTML.slice(0, 160))
    })
    expect.soft(found, `${where} at ${width} px`).toEqual([])
  }
  await page.setViewportSize(ordinary)
}

/**
 * Everything that can be used is reached with Tab, from the top to the end; wherever the focus comes, it can be seen: it has
 * a ring, is in the window and under no bar. `most` is more than any page has to stop at.
 */
export async function expectKeysToReachAll(page: Page, where: string, most = 400): Promise<void> {
  const all = await page.evaluate(stops)
  expect(all.length, where).toBeLessThan(most)
  const walk = await page.evaluateHandle(watchFocus)
  for (let pressed = 0; pressed <= all.length; pressed++) await page.keyboard.press('Tab')
  const { unseen, ...seen } = await walk.evaluate((of) => ({ reached: [...of.reached], unseen: of.unseen }))
  const reached = new Set(seen.reached)
  expect.soft(unseen, `${where}: the focus can be seen`).toEqual([])
  expect
    .soft(
      all.filter((stop) => !reached.has(stop)),
      `${where}: reached by Tab`,
    )
    .toEqual([])
}

/** Runs in the page: marks what can be used and names it. Radios of a group are one stop. */
function stops(): string[] {
  const usable = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]'
  const names = new Set<string>()
  window.scrollTo(0, 0)
  // Tab goes on from where the focus was, also when that is gone: from the top, then.
  const top = document.createElement('span')
  top.tabIndex = -1
  document.body.prepend(top)
  top.focus()
  top.remove()
  for (const element of document.querySelectorAll<HTMLElement>(usable)) {
    const isOut = element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()
    if (isOut) continue
    const isRadio = element instanceof HTMLInputElement && element.type === 'radio'
    const name = isRadio ? `radio ${element.name}` : `${names.size} ${element.outerHTML.slice(0, 120)}`
    element.dataset.stop = name
    names.add(name)
  }
  return [...names]
}

/** Runs in the page: notes after each Tab which stop has the focus, and why it cannot be seen. */
function watchFocus(): { readonly reached: Set<string>; readonly unseen: string[] } {
  const walk = { reached: new Set<string>(), unseen: [] as string[] }
  const isRinged = (element: Element) =>
    [element, element.nextElementSibling, element.parentElement, element.closest('label')].some(
      (each) =>
        each &&
        [undefined, '::before', '::after'].some((pseudo) => {
          const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(each, pseudo)
          return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
        }),
    )
  // When the key comes up again, the page has scrolled to where the focus is.
  const note = () => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return
    const box = element.getBoundingClientRect()
    const isInSight = box.bottom > 0 && box.top < innerHeight && box.width > 0
    const isFree = [box.top + 2, box.top + box.height / 2, box.bottom - 2].some((y) => {
      let bar = document.elementFromPoint(box.left + box.width / 2, y)
      while (bar && bar !== element && !/sticky|fixed/.test(getComputedStyle(bar).position)) bar = bar.parentElement
      return y > 0 && y < innerHeight && (bar === null || bar.contains(element))
    })
    const fault = [!isRinged(element) && 'no ring', !isInSight && 'out of sight', !isFree && 'covered'].filter(Boolean)
    if (element.dataset.stop) walk.reached.add(element.dataset.stop)
    if (fault.length > 0) walk.unseen.push(`${fault.join(', ')}: ${element.outerHTML.slice(0, 160)}`)
  }
  document.addEventListener('keyup', note, { capture: true })
  return walk
}
