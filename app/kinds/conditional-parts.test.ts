import { describe, expect, it } from 'vitest'
import { compileForm, FormProblems } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import { judge } from '~/forms/judge'
import { live } from '~/forms/live'
import { context, definitionOf, surroundings } from '~/forms/testing/forms'
import { kindOf } from './registry.server'
import { words } from './testing/judged'

const professions = ['worker', 'supervisor'].map((id) => ({ id, label: words(id) }))
const only = (id: string, condition = `a.persons.${id}.employed.orValue(0) > 0`) => ({
  id,
  label: words(id),
  visible: condition,
})
const count = (id: string) => ({ id, label: words(id), parts: words(id) })

const definition = definitionOf([
  {
    id: 'persons',
    kind: 'count-table',
    label: words('Persons'),
    options: { corner: words('Profession'), rows: professions, columns: [count('employed')] },
  },
  { id: 'byGender', kind: 'yes-no', label: words('By gender?'), optional: true },
  {
    id: 'posts',
    kind: 'table',
    label: words('Full-time equivalents'),
    options: {
      columns: [
        { id: 'all', kind: 'decimal', label: words('All'), sum: true, options: { scale: 2 } },
        {
          id: 'women',
          kind: 'decimal',
          label: words('Of them women'),
          visible: 'a.byGender.orValue(false)',
          options: { scale: 2 },
        },
      ],
      fixedRows: professions.map(({ id }) => only(id)),
    },
  },
  {
    id: 'competence',
    kind: 'yes-no-list',
    label: words('Competent?'),
    options: { rows: professions.map(({ id }) => only(id)) },
  },
])

const form = compileForm(definition, kindOf)
const judged = (draft: Draft) => judge(form, draft, surroundings, context)
const problems = (draft: Draft) => judged(draft).issues.map(({ id }) => id)
const persons = (worker: string, supervisor: string) => ({
  worker: { employed: worker },
  supervisor: { employed: supervisor },
})
const workersOnly = {
  persons: persons('2', '0'),
  posts: { worker: { all: '2' }, supervisor: { all: '1,5' } },
  competence: { worker: 'yes', supervisor: 'no' },
}

describe('rows and columns with a condition', () => {
  it('are asked only while it holds', () => {
    expect(problems(workersOnly)).toEqual([])
    expect(problems({ ...workersOnly, byGender: 'yes' })).toEqual(['posts.worker.women:missing'])
    expect(problems({ persons: persons('2', '3') })).toEqual(['posts:missing', 'competence:missing'])
  })

  it('are kept where they were typed, and are no part of what is handed in', () => {
    expect(judged(workersOnly).values).toMatchObject({
      posts: { worker: { all: '2.00' } },
      competence: { worker: true },
    })
    expect(judged(workersOnly).values.posts).not.toHaveProperty('supervisor')
    expect(judged({ ...workersOnly, persons: persons('2', '1') }).values.posts).toHaveProperty('supervisor.all', '1.50')
  })

  it('take the question with them when none is left', () => {
    const { issues, values, pages } = judged({ ...workersOnly, persons: persons('0', '0') })
    expect(issues).toEqual([])
    expect(Object.keys(values)).toEqual(['persons'])
    expect(pages[0]?.questions.map(({ question, visible }) => [question.id, visible])).toEqual([
      ['persons', true],
      ['byGender', true],
      ['posts', false],
      ['competence', false],
    ])
  })

  it('are told to the page while one types', () => {
    expect(live(form, workersOnly, surroundings, context, 'page').hidden).toEqual({
      posts: ['columns.women', 'fixedRows.supervisor'],
      competence: ['rows.supervisor'],
    })
  })

  it('are refused when their condition is no condition, or goes round in a circle', () => {
    const broken = (condition: string) => () =>
      compileForm(
        definitionOf([
          { id: 'list', kind: 'yes-no-list', label: words('List'), options: { rows: [only('worker', condition)] } },
        ]),
        kindOf,
      )
    expect(broken('1 + 1')).toThrow(FormProblems)
    expect(broken('a.nothing.orValue(true)')).toThrow('pages.page.questions.list.options.rows.worker.visible')
    expect(broken('a.list.worker.orValue(true)')).toThrow('depends on itself')
  })
})

it('does not ask for a table of which nothing but a subtotal is left', () => {
  const table = {
    id: 'sums',
    kind: 'table',
    label: words('Sums'),
    options: {
      columns: [{ id: 'posts', kind: 'integer', label: words('Posts'), sum: true }],
      fixedRows: [only('worker'), { id: 'all', label: words('All'), subtotal: true }],
    },
  }
  const [persons = table] = definition.pages[0]?.questions ?? []
  const judgement = judge(compileForm(definitionOf([persons, table]), kindOf), {}, surroundings, context)
  expect(judgement.pages[0]?.questions.map(({ visible }) => visible)).toEqual([true, false])
})
