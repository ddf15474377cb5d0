import { expect, it } from 'vitest'
import { compileForm, FormProblems } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import { judge } from '~/forms/judge'
import { live } from '~/forms/live'
import { refusalsTo } from '~/forms/refusals'
import { ask, both, definitionOf, surroundings } from '~/forms/testing/forms'
import { kindOf } from './registry.server'
import { register } from './testing/judged'

const columns = [
  { id: 'item', kind: 'text', label: both('Item') },
  {
    id: 'type',
    kind: 'choice',
    label: both('Type'),
    options: {
      options: [
        { id: 'wages', label: both('Wages') },
        { id: 'other', label: both('Other') },
      ],
    },
  },
  { id: 'which', kind: 'text', label: both('Which'), visible: "row.type.orValue('') == 'other'" },
  { id: 'cost', kind: 'money', label: both('Cost'), sum: true },
  { id: 'why', kind: 'text', label: both('Why'), optional: 'row.cost.orValue(0) <= 1000' },
]
const table = ask('costs', 'table', { options: { rowLabel: both('Cost'), columns } })
const form = compileForm(definitionOf([table]), kindOf)
const context = { language: 'en', register } as const
const row = (place: number, cells: Record<string, string>) => ({ _at: place, item: 'Car', cost: '500', ...cells })
const of = (rows: Draft) => judge(form, { costs: rows }, surroundings, context)

it('asks a cell only in the rows where its condition holds', () => {
  const { issues, values } = of({ r1: row(1, { type: 'wages', which: 'kept' }), r2: row(2, { type: 'other' }) })
  expect(issues.map(({ message }) => message)).toEqual(['Cost 2, Which: write an answer.'])
  expect(values).toEqual({})
})

it('keeps what was typed where it is not asked, and leaves it out of the answer', () => {
  const { issues, values, pages } = of({ r1: row(1, { type: 'wages', which: 'kept' }) })
  expect(issues).toEqual([])
  expect(values.costs).toEqual([{ item: 'Car', type: 'wages', cost: 500 }])
  expect(pages[0]?.questions[0]?.typed).toMatchObject({ r1: { which: 'kept' } })
})

it('lets a cell be empty only while its row says so', () => {
  expect(of({ r1: row(1, { type: 'wages', cost: '1001' }) }).issues.map(({ message }) => message)).toEqual([
    'Cost 1, Why: write an answer.',
  ])
  expect(of({ r1: row(1, { type: 'wages', cost: '1001', why: 'New' }) }).issues).toEqual([])
})

it('still refuses what cannot be read where it may be empty', () => {
  const { issues } = of({ r1: row(1, { type: 'wages', why: 'x'.repeat(201) }) })
  expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('Cost 1, Why: ')])
})

it('asks for a forecast while a period is not over by the deadline, and for the outcome when it is', () => {
  const money = (id: string, visible: string) => ({ id, kind: 'money', label: both(id), visible, sum: true })
  const quarters = ask('quarters', 'table', {
    options: {
      columns: [
        { id: 'time', kind: 'period', label: both('Period') },
        money('forecast', "row.time.to.orValue('') > round.deadline"),
        money('outcome', 'row.time.to.hasValue() && row.time.to.value() <= round.deadline'),
      ],
    },
  })
  const days = (from: string, to: string) => ({ time: { from, to } })
  const { values, issues } = judge(
    compileForm(definitionOf([quarters]), kindOf),
    {
      quarters: {
        r1: { _at: 1, ...days('2020-10-01', '2020-12-31'), forecast: '90', outcome: '100' },
        r2: { _at: 2, ...days('2021-01-01', '2021-03-31'), forecast: '120' },
        r3: { _at: 3, ...days('2021-04-01', '2021-06-30'), outcome: '7' },
      },
    },
    surroundings,
    context,
  )
  expect(values).toEqual({})
  expect(issues.map(({ message }) => message)).toEqual([
    'Row 3, forecast: write the amount in whole kronor. If there is none, write 0.',
  ])
})

it('refuses nothing in a cell that is not there, wherever the table comes from', () => {
  const refused = (type: string) =>
    refusalsTo('costs', form, { costs: { r1: row(1, { type, which: 'x'.repeat(201) }) } }, surroundings, context)
  expect(refused('wages')).toEqual({ refusals: [], notThere: [['r1', 'which']] })
  expect(refused('other')).toMatchObject({ refusals: [{ path: ['r1', 'which'] }], notThere: [] })
})

it('tells the page which cells are there', () => {
  const draft = { costs: { r1: row(1, { type: 'wages' }), r2: row(2, { type: 'other' }) } }
  expect(live(form, draft, surroundings, context, 'page').hidden).toEqual({ costs: ['blank.which', 'shown.r2.which'] })
})

it('refuses a condition on a row that stands inside another, and one that reads what is computed later', () => {
  const inner = ask('areas', 'table', {
    options: { columns: [{ id: 'inside', kind: 'table', label: both('Inside'), options: { columns } }] },
  })
  expect(() => compileForm(definitionOf([inner]), kindOf)).toThrow(FormProblems)
  const late = [
    { id: 'note', kind: 'text', label: both('Note'), visible: 'row.twice.orValue(0) > 0' },
    { id: 'cost', kind: 'money', label: both('Cost') },
    { id: 'twice', kind: 'money', label: both('Twice'), value: 'row.cost.value() * 2' },
  ]
  expect(() => compileForm(definitionOf([ask('costs', 'table', { options: { columns: late } })]), kindOf)).toThrow(
    '«row.twice» is computed too: put its column before this one.',
  )
})
