import { chromium } from '@playwright/test'
import { writeDraft } from '~/cases/answers.store.server'
import { seal } from '~/signing/seal.server'
import { signAsPerson } from '~/signing/sign.server'
import { verifySealed } from '~/signing/verify.server'
import { renderPdf, stopRendering } from '~/views/pdf/render.server'
import { documentOf, type WorkedCase, workedCase } from '~/views/testing/worked-case'
import { browser } from './browser'
import { type Benchmark, kilobytes, milliseconds, percentile, timed } from './figure'
import { signInOfficers } from './officers'

const times = 40

/** The real return, set, signed and sealed at B-T; the floor is headless Chromium printing the same answers, without any signature. */
export const sealedPdf: Benchmark = async ({ origin }) => {
  const worked = workedCase('personligt-ombud/cases/po-return-botkyrka-2020')
  const parts = { setting: [] as number[], signing: [] as number[], sealing: [] as number[] }
  let pdf: Uint8Array = new Uint8Array()
  const ours = await timed(times, 5, async (run) => {
    const document = { ...documentOf(worked, 'final'), ownCaseNumber: `SN 2021:${run}` }
    const set = await lap(parts.setting, () => renderPdf(document))
    const signed = await lap(parts.signing, () => signAsPerson(set, signatory()))
    pdf = await lap(parts.sealing, () => seal(signed, new Date()))
  })
  const { verdict } = await verifySealed(pdf)
  if (verdict !== 'authentic') throw new Error(`The document that was measured is ${verdict}`)
  await stopRendering()
  const print = await chromiumPrints(await pageOf(worked, origin))

  const p95 = percentile(ours, 0.95)
  const floor = percentile(print.milliseconds, 0.95)
  const share = (values: readonly number[]) => milliseconds(percentile(values.slice(5), 0.5))
  return [
    {
      name: 'A sealed PDF of the return, PAdES B-T',
      value: `p95 ${milliseconds(p95)} = ${(p95 / floor).toFixed(2)} of the floor (p50 ${milliseconds(percentile(ours, 0.5))}, ${kilobytes(pdf.length)})`,
      floor: `headless Chromium printing the same page: p95 ${milliseconds(floor)} (p50 ${milliseconds(percentile(print.milliseconds, 0.5))}, ${kilobytes(print.size)})`,
      goal: 'p95 ≤ 500 ms and ≤ 0.5 of the floor',
      met: p95 <= 500 && p95 <= floor / 2,
      notes: [
        `medians: setting ${share(parts.setting)}, signing ${share(parts.signing)}, sealing ${share(parts.sealing)}`,
      ],
    },
  ]
}

async function lap<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  into.push(performance.now() - began)
  return result
}

function signatory() {
  return {
    name: 'Kim Korallrot',
    organisation: 'Botkyrka kommun',
    orgNumber: '212000-2882',
    title: 'Stöd- och utvecklingschef',
    method: 'demo',
    at: new Date(),
    reason: 'Jag intygar att uppgifterna är riktiga.',
  } as const
}

/** A warm browser, a new page each time: load, print. */
async function chromiumPrints(html: string): Promise<{ milliseconds: readonly number[]; size: number }> {
  const running = await chromium.launch(browser)
  let size = 0
  const taken = await timed(times, 5, async () => {
    const page = await running.newPage()
    await page.setContent(html, { waitUntil: 'load' })
    size = (await page.pdf({ format: 'A4', tagged: true, outline: true, printBackground: true })).length
    await page.close()
  })
  await running.close()
  return { milliseconds: taken, size }
}

/** The portal's own page with these answers, its style sheets in it and its scripts out of it: the least that there is to print. */
async function pageOf({ draft }: WorkedCase, origin: string): Promise<string> {
  const [officer] = await signInOfficers(1, origin)
  if (!officer) throw new Error('nobody')
  const { caseId, userId, cookie } = officer
  const written = { caseId, from: 1, draft, changes: [], page: null, userId, now: new Date() }
  if ((await writeDraft(written)) === null) throw new Error('The answers were not written')
  const html = await (await fetch(`${origin}/arenden/${caseId}/granska`, { headers: { Cookie: cookie } })).text()
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"\/>/g)].map(([, href]) => href ?? '')
  const styles = await Promise.all(sheets.map(async (href) => (await fetch(origin + href)).text()))
  return html
    .replace(/<script[\s\S]*?<\/script>|<link [^>]*>/g, '')
    .replace('</head>', `<style>${styles.join('\n')}</style></head>`)
}
