import { describe, expect, it } from 'vitest'
import { judge } from './judge'
import { ask, both, context, formOf, surroundings } from './testing/forms'
import { toldOf, toldSurroundings } from './told'

const form = formOf([], {
  pages: [
    {
      id: 'secret',
      title: both('Secret'),
      questions: [ask('total', 'number'), ask('why', 'word', { optional: true })],
    },
    {
      id: 'costs',
      title: both('Costs of {a.total | number}'),
      questions: [
        ask('wages', 'number', {
          help: both('Of {a.total | number}, {a.rent | number} and {previous.a.total | number}.'),
        }),
        ask('rent', 'number', { visible: 'a.total.orValue(0) > 10' }),
        ask('sum', 'number', { value: 'a.wages.value() + a.rent.value()' }),
        ask('left', 'number', { value: 'a.total.value() - a.sum.value()' }),
      ],
    },
  ],
  checks: [
    {
      id: 'within',
      holds: 'a.wages.value() <= a.total.value()',
      at: ['wages'],
      text: both('At most {a.total | number}.'),
    },
    {
      id: 'rentBelowWages',
      holds: 'a.rent.value() <= a.wages.value()',
      at: ['rent'],
      text: both('At most {a.wages | number}, and of {a.total | number}.'),
    },
  ],
})
const draft = { total: '55', wages: '60', rent: '70' }
const around = { ...surroundings, previous: { year: 2019, answers: { total: 77, wages: 5 } } }

describe('a page for somebody who sees nothing else', () => {
  const told = toldOf(form, 'costs', ['wages', 'rent'])
  const judged = judge(form, draft, around, { ...context, told })

  it('holds what is asked for, and what is computed from that alone', () => {
    expect([...told]).toEqual(['wages', 'rent', 'sum'])
    expect([...toldOf(form, 'costs', ['wages'])]).toEqual(['wages'])
    expect([...toldOf(form, 'costs', ['total'])]).toEqual([])
  })

  it('is shown as the whole case would show it', () => {
    const questions = judged.pages.find(({ page }) => page.id === 'costs')?.questions
    expect(questions?.map(({ question, visible }) => [question.id, visible])).toContainEqual(['rent', true])
  })

  it('tells nothing of the other answers, in texts or by rules', () => {
    const page = judged.pages.find(({ page }) => page.id === 'costs')
    expect(page?.title).toBe('Costs of –')
    expect(page?.questions[0]?.help).toBe('Of –, 70 and –.')
    expect(judged.issues.map(({ check, message }) => [check, message])).toEqual([
      ['rentBelowWages', 'At most 60, and of –.'],
    ])
    expect(toldSurroundings(around, told).previous).toEqual({ year: 2019, answers: { wages: 5 } })
  })

  it('is judged in full for whoever sees all', () => {
    expect(judge(form, draft, around, context).issues.map(({ check }) => check)).toEqual(['within', 'rentBelowWages'])
  })
})
