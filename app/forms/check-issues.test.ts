import { describe, expect, it } from 'vitest'
import type { Check } from './definition'
import type { Draft } from './draft'
import { judge } from './judge'
import { ask, both, context, definitionOf, formOf, problemsOf, surroundings } from './testing/forms'

type CheckSource = Partial<Check> & Pick<Check, 'id' | 'holds' | 'at'>

const questions = [
  ask('most', 'number', { optional: true }),
  ask('lines', 'lines', { options: { words: ['name'], numbers: ['cost', 'age'] } }),
]
const formWith = (...checks: CheckSource[]) =>
  formOf(questions, { checks: checks.map((check) => ({ text: both('Too much: {row.cost | kr}.'), ...check })) })
const issuesOf = (form: ReturnType<typeof formOf>, draft: Draft) =>
  judge(form, draft, surroundings, context).issues.filter(({ check }) => check !== undefined)

const cheap: CheckSource = {
  id: 'cheap',
  rows: 'lines',
  holds: 'row.cost.value() <= a.most.orValue(100)',
  at: ['lines.cost'],
}
const lines = { x: { name: 'A', cost: '50' }, y: { name: 'B', cost: '500' }, z: { name: 'C' } }

describe('a rule for every row', () => {
  it('is judged row by row, and marks the cell of each that breaks it', () => {
    expect(issuesOf(formWith(cheap), { lines })).toEqual([
      {
        id: 'check:cheap:y',
        severity: 'error',
        page: 'page',
        question: 'lines',
        path: ['y', 'cost'],
        at: ['lines.y.cost'],
        message: 'Row 2, cost: too much: 500\u00a0kr.',
        missing: false,
        check: 'cheap',
      },
    ])
    expect(issuesOf(formWith(cheap), { lines, most: '10' }).map(({ path }) => path[0])).toEqual(['x', 'y'])
  })

  it('passes over a row that cannot be read, and judges the others', () => {
    const draft = { lines: { ...lines, x: { name: 'A', cost: 'many' } } }
    expect(issuesOf(formWith(cheap), draft).map(({ path }) => path)).toEqual([['y', 'cost']])
    const elsewhere = { lines: { ...lines, y: { name: 'B', cost: '500', age: 'old' } } }
    expect(issuesOf(formWith(cheap), elsewhere)).toHaveLength(1)
  })

  it('may ask first, mark several places, and compare with the whole', () => {
    const share: CheckSource = {
      ...cheap,
      id: 'share',
      when: "row.name.orValue('') != 'A'",
      holds: 'row.cost.value() * 2 <= sum(a.lines.map(r, r.cost))',
      at: ['lines', 'lines.cost', 'most'],
    }
    expect(issuesOf(formWith(share), { lines })).toMatchObject([
      { path: ['y'], at: ['lines.y', 'lines.y.cost', 'most'], message: 'Row 2: too much: 500\u00a0kr.' },
    ])
  })

  it('is explained once, for all rows that it warns of', () => {
    const form = formWith({ ...cheap, severity: 'warning' })
    const draft = { lines: { ...lines, z: { name: 'C', cost: '101' } } }
    const [issue] = issuesOf(form, draft)
    expect(issue).toMatchObject({
      id: 'check:cheap',
      at: ['lines.y.cost', 'lines.z.cost'],
      message: 'Row 2, cost: too much: 500\u00a0kr.\nRow 3, cost: too much: 101\u00a0kr.',
    })
    expect(judge(form, draft, surroundings, context).complete).toBe(false)
    const explained = judge(form, { ...draft, 'explain:cheap': 'Dear.' }, surroundings, context)
    expect(explained).toMatchObject({ complete: true, explanations: { cheap: 'Dear.' } })
  })

  it('reaches rows within rows, and the row that they stand in', () => {
    const inner: CheckSource = {
      ...cheap,
      id: 'inner',
      rows: 'lines.parts',
      holds: 'row.cost.value() <= outer.cost.value()',
      at: ['lines.parts.cost', 'lines.cost'],
    }
    const draft = { lines: { x: { cost: '5', parts: { p: { cost: '5' }, q: { cost: '6' } } }, y: { parts: {} } } }
    expect(issuesOf(formWith(inner), draft)).toMatchObject([
      { id: 'check:inner:x.parts.q', at: ['lines.x.parts.q.cost', 'lines.x.cost'] },
    ])
  })

  it('is type-checked when the form is read', () => {
    const wrong = (more: Partial<CheckSource>) =>
      problemsOf(definitionOf(questions, { checks: [{ text: both('Odd.'), ...cheap, ...more }] })).map(
        ({ place, message }) => `${place}: ${message}`,
      )
    expect(wrong({})).toEqual([])
    expect(wrong({ rows: 'most' })).toEqual([
      'checks.cheap.rows: «most» is no table, nor a table in the rows of one. There are: lines.',
    ])
    expect(wrong({ rows: 'lines.cost' })).toHaveLength(1)
    expect(wrong({ holds: 'row.costs.value() > 0' })).toEqual([expect.stringContaining('costs')])
    expect(wrong({ holds: 'row.cost > 0' })).toEqual([expect.stringContaining('orValue')])
    expect(wrong({ at: ['lines.age', 'lines.x'] })).toEqual([
      'checks.cheap.at.1: The question «lines» has no cell «x».',
    ])
    expect(wrong({ rows: undefined, holds: 'true', text: both('Odd.'), at: ['lines.cost'] })).toEqual([
      expect.stringContaining('Say «rows: lines» to mark a column in each row'),
    ])
    expect(wrong({ at: ['most'] })).toEqual([
      'checks.cheap.at.0: The first place is one of the rows: «lines» or a column of it.',
    ])
    expect(wrong({ text: both('{row.name | kr}') })).toHaveLength(2)
    expect(wrong({ rows: undefined })).not.toEqual([])
    expect(wrong({ holds: 'outer.cost.value() > 0' })).toHaveLength(1)
  })
})

it('says the same words of the rows of another table', () => {
  const lines = { options: { words: ['name'], numbers: ['cost'] } }
  const text = both('{row.cost | kr} is too much.')
  const check = (rows: string, id: string) => ({ id, rows, holds: 'row.cost.value() < 10', at: [`${rows}.cost`], text })
  // In the second table the column means another thing, and is of another type.
  const other = { options: { words: ['cost'], numbers: ['name'] } }
  const twice = formOf([ask('one', 'lines', lines), ask('two', 'lines', lines)], {
    checks: [check('one', 'first'), check('two', 'second')],
  })
  const draft = { one: { r1: { cost: '11' } }, two: { r1: { cost: '12' } } }
  const said = judge(twice, draft, surroundings, context).issues.flatMap(({ check, message }) =>
    check ? [message] : [],
  )
  expect(said.map((message) => message.replaceAll('\u00a0', ' '))).toEqual([
    expect.stringContaining('11 kr is too much.'),
    expect.stringContaining('12 kr is too much.'),
  ])
  const odd = definitionOf([ask('one', 'lines', lines), ask('two', 'lines', other)], {
    checks: [check('one', 'first'), { ...check('two', 'second'), holds: 'row.name.value() < 10' }],
  })
  expect(problemsOf(odd).map(({ place }) => place)).toEqual(['checks.second.text.sv', 'checks.second.text.en'])
})
