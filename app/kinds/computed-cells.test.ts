import { describe, expect, it } from 'vitest'
import { compileForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import { judge } from '~/forms/judge'
import { live } from '~/forms/live'
import { readAnswers, readPage } from '~/forms/read-page'
import { context, definitionOf, surroundings } from '~/forms/testing/forms'
import { kindOf } from './registry.server'
import { contextIn, words } from './testing/judged'

const column = (id: string, kind: string, more: object = {}) => ({ id, kind, label: words(id), ...more })
const computed = (id: string, value: string, more: object = {}) => column(id, 'money', { value, ...more })
const hours = column('hours', 'decimal', { options: { scale: 2 } })

const table = (id: string, columns: readonly object[], more: object = {}) => ({
  id,
  kind: 'table',
  label: words(id),
  optional: true,
  options: { columns, ...more },
})

// Hundredths of an hour × kronor, rounded in each row.
const product = '(row.hours.value() * row.rate.value() + 50) / 100'
const form = compileForm(
  definitionOf([
    table('work', [hours, column('rate', 'money'), computed('cost', product, { sum: true })]),
    {
      id: 'total',
      kind: 'money',
      label: words('Total'),
      value: 'sum(a.work.map(each, each.cost.orValue(0)))',
    },
    table('areas', [
      column('price', 'money'),
      column('acts', 'table', {
        options: {
          columns: [
            column('times', 'integer'),
            computed('cost', 'row.times.value() * outer.price.value()', { sum: true }),
          ],
        },
      }),
      computed('all', 'sum(row.acts.map(each, each.cost.orValue(0)))', { sum: true }),
    ]),
    table('given', [column('used', 'money'), computed('left', 'award.kronor.orValue(0) - row.used.value()')], {
      fixedRows: [{ id: 'one', label: words('One') }],
    }),
  ]),
  kindOf,
)
const judged = (draft: Draft) => judge(form, draft, surroundings, context)
const work = {
  r1: { _at: 1, hours: '1,25', rate: '301' },
  r2: { _at: 2, hours: '0,33', rate: '100' },
}

describe('computed cells', () => {
  it('are computed in each row, rounded there, and summed as they are shown', () => {
    const { values, issues } = judged({ work })
    expect(issues).toEqual([])
    expect(values.work).toEqual([
      { hours: '1.25', rate: 301, cost: 376 },
      { hours: '0.33', rate: 100, cost: 33 },
    ])
    expect(values.total).toBe(409)
  })

  it('are not there while something that they read is missing or wrong', () => {
    const { values, issues, pages } = judged({ work: { ...work, r2: { _at: 2, hours: 'many', rate: '100' } } })
    expect(values.work).toBeUndefined()
    expect(issues.map(({ id }) => id)).toEqual(['work.r2.hours:unreadable'])
    expect(pages[0]?.questions[0]?.typed).toMatchObject({ r1: { cost: '376' } })
    expect(pages[0]?.questions[0]?.typed).not.toHaveProperty('r2.cost')
    expect(judged({ work: { r1: { _at: 1, rate: '5' } } }).issues.map(({ id }) => id)).toEqual([
      'work.r1.hours:missing',
    ])
  })

  it('are computed in tables within rows, which rows then read', () => {
    const acts = { s1: { _at: 1, times: '2' }, s2: { _at: 2, times: '3' } }
    expect(judged({ areas: { r1: { _at: 1, price: '10', acts } } }).values.areas).toEqual([
      {
        price: 10,
        acts: [
          { times: 2, cost: 20 },
          { times: 3, cost: 30 },
        ],
        all: 50,
      },
    ])
  })

  it('are computed in rows that the form gives', () => {
    const kronor = surroundings.award.kronor ?? 0
    expect(judged({ given: { one: { used: '1' } } }).values.given).toEqual({ one: { used: 1, left: kronor - 1 } })
  })

  it('are never taken from what is posted or read from a file', () => {
    const forged = { r1: { _at: '1', hours: '1', rate: '7', cost: '99' } }
    expect(readPage(form, 'page', { work: forged }, surroundings).work).toEqual({
      r1: { _at: 1, hours: '1', rate: '7' },
    })
  })

  it('come out the same when the record is judged again', () => {
    const acts = { s1: { _at: 1, times: '2' } }
    const { values } = judged({ work, areas: { r1: { _at: 1, price: '10', acts } }, given: { one: { used: '1' } } })
    const { total, ...answers } = values
    expect(total).toBe(409)
    expect(judged(readAnswers(form, answers).draft).values).toEqual(values)
  })

  it('are told to the page while one types, by the names of their fields', () => {
    const acts = { s1: { _at: 1, times: '2' } }
    const draft = { work, areas: { r1: { _at: 1, price: '10', acts } } }
    expect(live(form, draft, surroundings, context, 'page').computed).toMatchObject({
      'work.r1.cost': '376',
      'work.r2.cost': '33',
      'areas.r1.acts.s1.cost': '20',
      'areas.r1.all': '20',
    })
  })

  it('are refused with their place when they cannot be computed', () => {
    const compiled =
      (...columns: object[]) =>
      () =>
        compileForm(definitionOf([table('work', columns)]), kindOf)
    const used = column('used', 'money')
    expect(compiled(used, computed('cost', 'row.nothing'))).toThrow(
      'pages.page.questions.work.options.columns.cost.value',
    )
    expect(compiled(used, computed('cost', '"much"'))).toThrow('this kind of question needs')
    expect(compiled(used, computed('cost', 'a.work.size()'))).toThrow('the table that it stands in')
    expect(compiled(used, computed('cost', 'row.cost'))).toThrow('put its column before')
    expect(compiled(computed('one', 'row.two'), computed('two', 'row.used'), used)).toThrow('put its column before')
    expect(compiled(used, column('when', 'yes-no', { value: 'true' }))).toThrow('Only numbers and texts')
  })

  it('are never refused for what nobody can type, and take no limits', () => {
    const columns = [
      column('paid', 'money'),
      column('due', 'money'),
      computed('left', 'row.paid.value() - row.due.value()'),
    ]
    const below = compileForm(definitionOf([table('rest', columns)]), kindOf)
    const draft = { rest: { r1: { _at: 1, paid: '5', due: '9' } } }
    const { issues, values } = judge(below, draft, surroundings, context)
    expect(issues).toEqual([])
    expect(values.rest).toEqual([{ paid: 5, due: 9, left: -4 }])
    const limited = [...columns.slice(0, 2), computed('left', 'row.paid', { options: { max: 3 } })]
    expect(() => compileForm(definitionOf([table('rest', limited)]), kindOf)).toThrow('a check with «rows»')
  })

  it('are added up across a row and down the column, where it is shown and where it is exported', () => {
    const euros = { options: { currency: 'EUR' } }
    const columns = [
      column('spring', 'money', euros),
      column('autumn', 'money', { ...euros, optional: true }),
      computed('year', 'sum([row.spring, row.autumn])', { ...euros, sum: true }),
    ]
    const whole = compileForm(definitionOf([table('halves', columns)]), kindOf)
    const halves = { r1: { _at: 1, spring: '1000', autumn: '500' }, r2: { _at: 2, spring: '20' } }
    const { pages, values } = judge(whole, { halves }, surroundings, context)
    const question = pages[0]?.questions[0]?.question
    const value = values.halves
    const kind = kindOf('table')
    if (!question || !kind || value === undefined) throw new Error('There is no table.')
    const shown = kind.display(question, value, contextIn('sv'))
    expect(shown.type === 'table' && shown.rows.at(-1)?.cells.at(-1)).toBe('1\u00a0520\u00a0EUR')
    expect(kind.columns(question, contextIn('sv')).at(-1)?.of(value)).toBe(1520)
  })
})
