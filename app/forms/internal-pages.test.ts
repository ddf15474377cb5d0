import { describe, expect, it } from 'vitest'
import type { FormSource } from './definition'
import { judge } from './judge'
import { freeze } from './record'
import { ask, both, context, definitionOf, formOf, problemsOf, surroundings } from './testing/forms'

type PageSource = FormSource['pages'][number]
const open: PageSource = { id: 'open', title: both('Open'), questions: [ask('costs', 'number')] }
const own: PageSource = {
  id: 'own',
  title: both('Our own'),
  internal: true,
  questions: [
    ask('plan', 'number', { label: both('Plan, of {a.costs | kr}') }),
    ask('left', 'number', { value: 'a.plan.value() - a.costs.value()' }),
  ],
}
const warning = {
  id: 'overPlan',
  severity: 'warning' as const,
  holds: 'a.costs.value() <= a.plan.value()',
  at: ['plan'],
  text: both('More than planned. Why?'),
}
const form = formOf([], { pages: [open, own], checks: [warning] })

describe('an internal page', () => {
  const draft = { costs: '10', plan: '7', 'explain:overPlan': 'A secret reason.' }
  const judgement = judge(form, draft, surroundings, context)

  it('is judged for the recipient, who sees what it computes', () => {
    expect(judgement.values).toEqual({ costs: 10, plan: 7, left: -3 })
    expect(judgement.complete).toBe(true)
  })

  it('leaves nothing in what is signed: no answer, no computed figure, no explanation', () => {
    const record = freeze(form, judgement, {
      case: { id: 'c' },
      round: { programme: 'test', kind: 'return', year: 2020, deadline: '2021-01-15T22:59:59Z' },
      surroundings,
      formVersion: 1,
      frozenAt: new Date('2021-01-10T12:00:00Z'),
    })
    expect(record.answers).toEqual({ costs: 10 })
    expect(record.explanations).toEqual({})
    expect(JSON.stringify(record)).not.toContain('secret')
  })
})

describe('whatever would let an internal answer out', () => {
  const placesOf = (page: Partial<PageSource>, more: Partial<FormSource> = {}) =>
    problemsOf(definitionOf([], { ...more, pages: [{ ...open, ...page }, own] })).map(({ place }) => place)
  const asking = (more: Parameters<typeof ask>[2]) => ({ questions: [ask('costs', 'number', more)] })

  it('is refused', () => {
    expect(placesOf({})).toEqual([])
    expect(placesOf({ visible: 'a.plan.hasValue()' })).toContain('pages.open.visible')
    expect(placesOf(asking({ visible: 'a.plan.hasValue()' }))).toContain('pages.open.questions.costs')
    expect(
      placesOf({ questions: [ask('costs', 'number'), ask('copy', 'number', { value: 'a.plan.value()' })] }),
    ).toEqual(['pages.open.questions.copy'])
    expect(placesOf(asking({ optional: 'a.plan.hasValue()' }))).toEqual(['pages.open.questions.costs'])
    expect(placesOf(asking({ help: both('{a.plan}') }))[0]).toContain('pages.open.questions.costs.help')
    expect(placesOf({}, { affirmation: both('{a.plan}') })[0]).toContain('affirmation')
    expect(placesOf({}, { figures: { key: ['plan'] } })).toEqual(['figures'])
    expect(placesOf({}, { checks: [{ ...warning, at: ['costs'] }] })).toEqual(['checks.overPlan.holds'])
    expect(placesOf({}, { checks: [{ ...warning, at: ['costs', 'plan'] }] })[0]).toBe('checks.overPlan.at')
  })
})
