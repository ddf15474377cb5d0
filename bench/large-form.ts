import { judge } from '~/forms/judge'
import type { Surroundings } from '~/forms/surroundings'
import { renderPdf, stopRendering } from '~/views/pdf/render.server'
import { contextOf, documentOf, workedOf } from '~/views/testing/worked-case'
import { type Benchmark, type Figure, kilobytes, milliseconds, percentile, timed } from './figure'
import { largeDraft, largeForm, rowCount } from './large-form.definition'
import { longestTaskWhileTyping } from './typing'

const surroundings: Surroundings = {
  round: { year: 2020, deadline: '2021-01-15T22:59:59Z' },
  agency: { name: 'Socialstyrelsen', contact: {} },
  recipient: { name: 'Botkyrka kommun', shortName: 'Botkyrka', orgNumber: '212000-2882', code: '0127', contact: {} },
  award: { kronor: 1_127_386 },
  rates: {},
}

/** A form of 400 questions and a table of 1 000 rows: its check, its document, and typing in the table. */
export const largeForms: Benchmark = async ({ origin }) => {
  const form = largeForm()
  const draft = largeDraft(form)
  const context = contextOf(surroundings, 'sv')
  const text = JSON.stringify(draft)
  const parsing = percentile(await timed(200, 20, async () => JSON.parse(text)), 0.5)
  const checks = await timed(60, 10, async () => judge(form, draft, surroundings, context))
  const { complete, issues } = judge(form, draft, surroundings, context)
  if (!complete) throw new Error(`The large form is not complete: ${issues[0]?.message}`)
  const check = percentile(checks, 0.5)

  const worked = workedOf(form, draft, surroundings, 'sv')
  let size = 0
  const setting = await timed(6, 1, async () => {
    size = (await renderPdf(documentOf(worked, 'final'))).length
  })
  await stopRendering()
  const pdf = percentile(setting, 0.5)

  return [
    {
      name: `Checking ${form.questions.size} questions, one a table of ${rowCount} rows`,
      value: `p50 ${milliseconds(check)} = ${(check / parsing).toFixed(0)} times the floor (p95 ${milliseconds(percentile(checks, 0.95))})`,
      floor: `parsing the same answers as JSON (${kilobytes(text.length)}): ${parsing.toFixed(2)} ms`,
      goal: '≤ 50 ms',
      met: check <= 50,
      notes: [],
    },
    {
      name: 'Its document',
      value: `p50 ${milliseconds(pdf)} = ${(pdf / check).toFixed(0)} times the floor (${kilobytes(size)})`,
      floor: `checking the same answers: ${milliseconds(check)}`,
      goal: '≤ 3 s',
      met: pdf <= 3_000,
      notes: [],
    },
    await typing(origin),
  ]
}

async function typing(origin: string): Promise<Figure> {
  const { longest, small, keys } = await longestTaskWhileTyping(origin)
  return {
    name: `Typing ${keys} keys in a table of ${rowCount} rows, at a quarter of the processor`,
    value: `longest task ${milliseconds(longest)}`,
    floor: `the same in a table of 10 rows: ${milliseconds(small)}`,
    goal: 'no task over 100 ms',
    met: longest <= 100,
    notes: ['0 ms is a task below the 50 ms that a browser tells of'],
  }
}
