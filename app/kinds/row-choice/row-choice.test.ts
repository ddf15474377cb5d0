import { expect, it } from 'vitest'
import { compileForm, FormProblems } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import { judge } from '~/forms/judge'
import { ask, both, definitionOf, type QuestionSource, surroundings } from '~/forms/testing/forms'
import { toldOf } from '~/forms/told'
import { kindOf } from '../registry.server'
import { register } from '../testing/judged'

const columns = [
  { id: 'name', kind: 'text', label: both('Name') },
  { id: 'amount', kind: 'money', label: both('Amount') },
]
const rowLabel = both('Activity')
const plan = ask('plan', 'table', { options: { rowLabel: both('Effort'), columns } })
const first = ask('first', 'table', { options: { rowLabel, columns }, optional: true })
const second = ask('second', 'table', { options: { rowLabel, columns }, optional: true })
const pairs = ask('pairs', 'table', {
  options: {
    rowLabel: both('Pair'),
    columns: [
      { id: 'planned', kind: 'row-choice', label: both('Planned'), options: { of: ['plan'] } },
      { id: 'used', kind: 'row-choice', label: both('Used'), options: { of: ['first', 'second'] } },
      {
        id: 'more',
        kind: 'money',
        label: both('More'),
        value: 'row.used.amount.value() - row.planned.amount.value()',
        sum: true,
      },
    ],
  },
})
const tables = (questions: QuestionSource[]) => ({ id: 'tables', title: both('Tables'), questions })
/** Rows are chosen on the page after the one where they are typed. */
const pagesOf = (before: QuestionSource[], after: QuestionSource[]) => ({
  pages: [tables(before), { id: 'page', title: both('Page'), questions: after }],
})
const definition = definitionOf([], {
  ...pagesOf([plan, first, second], [pairs]),
  checks: [
    {
      id: 'once',
      holds: 'unique(a.pairs.map(p, p.planned.rowId))',
      at: ['pairs'],
      text: both('Each effort is paired once.'),
    },
  ],
})
const form = compileForm(definition, kindOf)
const draft: Draft = {
  plan: {
    nb: { _at: 2, name: 'Street work', amount: '100' },
    na: { _at: 1, name: 'Training', amount: '50' },
  },
  first: { nc: { _at: 1, name: 'Courses', amount: '60' } },
  second: { nd: { _at: 1, name: 'In the street', amount: '70' } },
  pairs: {
    p1: { _at: 1, planned: ['plan.nb'], used: ['second.nd'] },
    p2: { _at: 2, planned: ['plan.na'], used: ['first.nc'] },
  },
}
const of = (changes: Draft = {}) => judge(form, { ...draft, ...changes }, surroundings, { language: 'en', register })
const messagesOf = (changes: Draft) => of(changes).issues.map(({ message }) => message)

it('keeps the chosen rows by their places and words, and computes with what stands in them', () => {
  expect(of().issues).toEqual([])
  expect(of().values.pairs).toEqual([
    {
      planned: { table: 'plan', row: 'r2', label: 'Street work' },
      used: { table: 'second', row: 'r1', label: 'In the street' },
      more: -30,
    },
    {
      planned: { table: 'plan', row: 'r1', label: 'Training' },
      used: { table: 'first', row: 'r1', label: 'Courses' },
      more: 10,
    },
  ])
})

it('shows, exports and offers the rows by their own labels', () => {
  const judged = of().pages[1]?.questions.find(({ question }) => question.id === 'pairs')
  const kind = kindOf('table')
  const context = { language: 'en', register, text: ({ en }: { en: string }) => en } as const
  const shown = judged?.value === undefined ? '' : JSON.stringify(kind?.display(judged.question, judged.value, context))
  expect(shown).toContain('Effort 2: Street work')
  expect(shown).toContain('Label of second, Activity 1: In the street')
  const [chosen] = judged ? (kind?.sheet(judged.question, context).columns ?? []) : []
  expect(chosen?.choices).toEqual([
    { value: 'plan.na', label: 'Effort 1: Training' },
    { value: 'plan.nb', label: 'Effort 2: Street work' },
  ])
})

it('reads a label, and its own record', () => {
  expect(of({ pairs: { p1: { _at: 1, planned: ['Effort 1: Training'], used: ['second.nd'] } } }).issues).toEqual([])
  const { values } = of()
  const again = Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      form.kind(id).read(value, form.questions.get(id) ?? expect.fail()) ?? null,
    ]),
  )
  expect(judge(form, again, surroundings, { language: 'en', register }).values).toEqual(values)
})

it('says in words that a chosen row has been removed', () => {
  expect(messagesOf({ plan: { ...Object(draft.plan), nb: null } })).toEqual([
    'Pair 1, Planned: the row that was chosen is no longer there. Choose another.',
  ])
})

it('lets rules tell one row from another', () => {
  expect(
    messagesOf({
      pairs: {
        p1: { _at: 1, planned: ['plan.na'], used: ['second.nd'] },
        p2: { _at: 2, planned: ['plan.na'], used: ['first.nc'] },
      },
    }),
  ).toEqual(['Each effort is paired once.'])
})

it('waits for an amount that is typed wrongly', () => {
  const wrong = { nc: { _at: 1, name: 'Courses', amount: 'sixty' } }
  const [, pair] = Object.values(Object(of({ first: wrong }).values.pairs))
  expect(pair).not.toHaveProperty('more')
})

it('gives several rows as a list', () => {
  const several = ask('several', 'row-choice', { options: { of: ['plan'], several: true } })
  const total = ask('total', 'money', { value: 'sum(a.several.map(r, r.amount))' })
  const both = compileForm(definitionOf([], pagesOf([plan], [several, total])), kindOf)
  const typed = { plan: draft.plan ?? null, several: ['plan.na', 'plan.nb'] }
  const { values, issues } = judge(both, typed, surroundings, { language: 'en', register })
  expect(issues).toEqual([])
  expect(values.total).toBe(150)
})

it('gives several rows in one cell, and computes with them; one removed is told with its row', () => {
  const groups = ask('groups', 'table', {
    options: {
      rowLabel: both('Group'),
      columns: [
        { id: 'group', kind: 'text', label: both('Group') },
        { id: 'efforts', kind: 'row-choice', label: both('Efforts'), options: { of: ['plan'], several: true } },
        { id: 'planned', kind: 'money', label: both('Planned'), value: 'sum(row.efforts.map(e, e.amount))' },
      ],
    },
  })
  const grouped = compileForm(definitionOf([], pagesOf([plan], [groups])), kindOf)
  const rows = { g1: { _at: 1, group: 'Young', efforts: ['plan.na', 'plan.nb'] } }
  const judged = (efforts: Draft) =>
    judge(grouped, { plan: efforts, groups: rows }, surroundings, { language: 'en', register })
  expect(judged(Object(draft.plan)).values.groups).toEqual([
    {
      group: 'Young',
      efforts: [
        { table: 'plan', row: 'r1', label: 'Training' },
        { table: 'plan', row: 'r2', label: 'Street work' },
      ],
      planned: 150,
    },
  ])
  const { nb: _, ...left } = Object(draft.plan)
  expect(judged(left).issues.map(({ message }) => message)).toEqual([
    'Group 1, Efforts: the row that was chosen is no longer there. Choose another.',
  ])
})

it.each([
  ['a table that is not there', ['plans'], 'There is no table «plans» whose rows could be chosen.'],
  ['what is no table', ['note'], 'There is no table «note» whose rows could be chosen.'],
])('refuses %s', (_name, tables, message) => {
  const question = ask('which', 'row-choice', { options: { of: tables } })
  const odd = definitionOf([ask('note', 'text'), question])
  expect(() => compileForm(odd, kindOf)).toThrow(FormProblems)
  expect(() => compileForm(odd, kindOf)).toThrow(message)
})

it.each([
  ['the page of its table', definitionOf([plan, pairs])],
  ['a page before its table', definitionOf([], pagesOf([pairs], [plan]))],
])('refuses to stand on %s, unless it was published before that was refused', (_name, odd) => {
  const alone = JSON.parse(JSON.stringify(odd).replace('["first","second"]', '["plan"]'))
  const message = 'Rows of «plan» can be chosen on a later page only: move this question, or the table.'
  expect(() => compileForm(alone, kindOf)).toThrow(message)
  expect(compileForm(alone, kindOf, 'stored').questions.has('pairs')).toBe(true)
})

it('refuses what goes round in a circle', () => {
  const one = ask('one', 'table', {
    options: { columns: [...columns, { id: 'of', kind: 'row-choice', label: both('Of'), options: { of: ['one'] } }] },
  })
  expect(() => compileForm(definitionOf([one]), kindOf)).toThrow('A table cannot choose among its own rows.')
})

it('is told to nobody who may not see the rows that there are to choose from', () => {
  const page = 'page'
  expect(toldOf(form, page, ['pairs']).has('pairs')).toBe(false)
  expect(toldOf(form, page, ['pairs', 'plan', 'first', 'second']).has('pairs')).toBe(true)
})

it('chooses from a table whose own rows and columns have conditions, which are not those of the choice', () => {
  const conditional = ask('conditional', 'table', {
    options: {
      columns: [
        { id: 'what', kind: 'text', label: both('What') },
        { id: 'why', kind: 'text', label: both('Why'), visible: "row.what.orValue('') == 'other'" },
      ],
    },
  })
  const given = ask('given', 'table', {
    options: {
      columns: [{ id: 'posts', kind: 'integer', label: both('Posts') }],
      fixedRows: [{ id: 'worker', label: both('Workers'), visible: 'a.conditional.size() > 1' }],
    },
  })
  const chosen = ask('chosen', 'row-choice', { options: { of: ['conditional', 'given'] } })
  const { pages } = judge(
    compileForm(definitionOf([], pagesOf([conditional, given], [chosen])), kindOf),
    { conditional: { na: { _at: 1, what: 'Training' } }, chosen: ['conditional.na'] },
    surroundings,
    { language: 'en', register },
  )
  expect(pages[1]?.questions[0]).toMatchObject({ visible: true, status: 'answered', hidden: [] })
})
