import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { browser } from './browser'
import { type Benchmark, kilobytes } from './figure'
import { signInOfficers } from './officers'

const pageId = 'clients'
const limit = 170_000

/** Script that a form page loads before it works, gzip; what comes lazily after is told, not counted. And how far its layout shifts. */
export const pageWeight: Benchmark = async ({ origin }) => {
  const [officer] = await signInOfficers(1, origin)
  if (!officer) throw new Error('nobody')
  const address = `${origin}/arenden/${officer.caseId}/sida/${pageId}`
  const headers = { Cookie: officer.cookie, 'Accept-Encoding': 'gzip' }
  const html = await (await fetch(address, { headers })).text()
  const running = await chromium.launch(browser)
  const [name = '', value = ''] = officer.cookie.split('=')
  const context = await running.newContext({ viewport: { width: 1280, height: 900 } })
  await context.addCookies([{ name, value, url: origin }])
  const page = await context.newPage()
  const loaded: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') loaded.push(new URL(response.url()).pathname)
  })
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if ('value' in entry && typeof entry.value === 'number')
          Object.assign(window, { shift: Number(Reflect.get(window, 'shift')) + entry.value })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.waitForTimeout(500)
  const shift = Number(await page.evaluate(() => Reflect.get(window, 'shift')))
  await running.close()

  // The page also names the modules of other routes, which no browser loads before they are gone to.
  const eager = new Set(scriptsOf(html).filter((path) => loaded.includes(path)))
  const lazy = [...new Set(loaded)].filter((path) => !eager.has(path))
  const [now, later] = [await weigh(origin, [...eager]), await weigh(origin, lazy)]
  const inline = gzipSync(inlineScripts(html), { level: 9 }).length
  return [
    {
      name: 'Script of a form page on first load',
      value: `${kilobytes(now.gzip + inline)} gzip in ${eager.size} files, of which ${kilobytes(inline)} inline; layout shift ${shift.toFixed(3)}`,
      floor: `the same files unpacked: ${kilobytes(now.raw)}; with Brotli, which browsers get: ${kilobytes(now.brotli)}`,
      goal: `≤ ${kilobytes(limit)}, no layout shift`,
      met: now.gzip + inline <= limit && shift < 0.001,
      notes: [
        `lazily after: ${kilobytes(later.gzip)} gzip in ${lazy.length} files`,
        ...now.files.slice(0, 6).map(({ path, gzip }) => `${kilobytes(gzip)} ${path}`),
      ],
    },
  ]
}

/** The scripts that the page names itself: preloaded modules and modules that its own scripts import at once. */
function scriptsOf(html: string): string[] {
  return [...html.matchAll(/["'](\/assets\/[^"']+\.js)["']/g)]
    .map(([, path]) => path ?? '')
    .filter(
      (path) => html.includes(`modulepreload" href="${path}`) || new RegExp(`import[^;]*["']${path}["']`).test(html),
    )
}

function inlineScripts(html: string): string {
  return [...html.matchAll(/<script(?![^>]*src=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code]) => code ?? '').join('\n')
}

async function weigh(origin: string, paths: readonly string[]) {
  const files = await Promise.all(
    paths.map(async (path) => {
      const raw = Buffer.from(
        await (await fetch(origin + path, { headers: { 'Accept-Encoding': 'identity' } })).arrayBuffer(),
      )
      const packed = await fetch(origin + path, { headers: { 'Accept-Encoding': 'br' } })
      return {
        path,
        raw: raw.length,
        gzip: gzipSync(raw, { level: 6 }).length,
        brotli: Number(packed.headers.get('content-length') ?? raw.length),
      }
    }),
  )
  const sum = (of: 'raw' | 'gzip' | 'brotli') => files.reduce((total, file) => total + file[of], 0)
  return { files: files.sort((a, b) => b.gzip - a.gzip), raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') }
}
