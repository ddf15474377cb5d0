import { describe, expect, it } from 'vitest'
import type { Json } from './json'
import { judge } from './judge'
import type { FormContext } from './kind-port'
import { prefill } from './prefill'
import { previousAnswers } from './previous-answers'
import { ask, context, definitionOf, formOf, problemsOf, surroundings } from './testing/forms'

const label = { sv: 'Nya klienter', en: 'New clients' }
const form = formOf([ask('new', 'number', { label, moved: { percent: 25, atLeast: 5 } })])
const swedish: FormContext = { ...context, language: 'sv' }
const withPrevious = (answers: Readonly<Record<string, Json>>) => ({
  ...surroundings,
  previous: { year: 2019, answers },
})

const messages = (typed: string, before: number, language = swedish, more = {}) =>
  judge(form, { new: typed, ...more }, withPrevious({ new: before }), language).issues.map(({ message }) => message)

describe('a figure that has moved since last year', () => {
  it('is asked about, with both figures and the share', () => {
    const space = '\u00a0'
    expect(messages('86', 61)).toEqual(
      ['Nya klienter: 86 mot 61 för 2019 (41 procent fler). Vad beror ökningen på?'].map((text) =>
        text.replaceAll(space, ' '),
      ),
    )
    expect(messages('30', 61, context)).toEqual([
      'New clients: 30 against 61 for 2019 (51 per cent fewer). What is the reason for the decrease?',
    ])
  })

  it('is asked about also where there was nothing before, without a share', () => {
    expect(messages('30', 0)).toEqual(['Nya klienter: 30 mot 0 för 2019 (fler). Vad beror ökningen på?'])
  })

  it('is left alone when it moved little, in share or in number', () => {
    expect(messages('75', 61)).toEqual([])
    expect(messages('6', 2)).toEqual([])
    expect(judge(form, { new: '86' }, surroundings, swedish).issues).toEqual([])
  })

  it('passes when it is explained', () => {
    const draft = { new: '86', 'explain:new$moved': 'En ny mottagning öppnade.' }
    const { complete, explanations } = judge(form, draft, withPrevious({ new: 61 }), swedish)
    expect(complete).toBe(true)
    expect(explanations).toEqual({ new$moved: 'En ny mottagning öppnade.' })
  })

  it('is asked about in a cell, too', () => {
    const table = formOf([
      ask('clients', 'grid', {
        options: { rows: ['total'], columns: ['women', 'men'] },
        moved: { percent: 25, cells: ['total.women'] },
      }),
    ])
    const draft = { clients: { total: { women: '9', men: '9' } } }
    const { issues } = judge(table, draft, withPrevious({ clients: { total: { women: 3, men: 3 } } }), context)
    expect(issues.map(({ at }) => at)).toEqual([['clients.total.women']])
  })

  it('must be a figure', () => {
    expect(problemsOf(definitionOf([ask('q', 'word', { moved: { percent: 25 } })]))).toHaveLength(1)
  })
})

describe('a question that had another id last year', () => {
  const renamed = formOf([ask('clients', 'number', { was: 'klienter', prefill: 'previous.a.clients' })])

  it('finds its answer', () => {
    expect(prefill(renamed, withPrevious({ klienter: 7 }), context)).toEqual({ clients: '7' })
    expect(prefill(renamed, withPrevious({ clients: 8, klienter: 7 }), context)).toEqual({ clients: '8' })
    expect(previousAnswers(renamed, withPrevious({ klienter: 7 }))).toEqual({ year: 2019, answers: { clients: 7 } })
  })
})
