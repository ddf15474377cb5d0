import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compileExpression } from './expression'
import type { Json } from './json'
import { ExpressionProblem } from './problems'
import cases from './testing/expressions.json'
import { ask, context, formOf, surroundings } from './testing/forms'
import { bare } from './values'
import { withReading } from './with-reading'

const form = formOf(
  [
    ask('costs', 'number'),
    ask('left', 'number'),
    ask('posts', 'hundredths'),
    ask('training', 'flag'),
    ask('size', 'word'),
    ask('queue', 'option', { options: { of: ['yes', 'partly', 'no'] } }),
    ask('ways', 'options', { options: { of: ['mail', 'phone'] } }),
    ask('start', 'date'),
    ask('people', 'names'),
    ask('rows', 'lines', { options: { words: ['name'], numbers: ['cost'] } }),
    ask('ages', 'grid', { options: { rows: ['all', 'young', 'old'], columns: ['women', 'men'] } }),
  ],
  { rates: ['unitAmount'] },
)
const { words } = form.compiled.vocabulary
const around = {
  ...surroundings,
  // «2.8» is no number with two decimals, as another version of the form may have had it.
  previous: { year: 2019, answers: { costs: 1000, posts: '2.8', ages: { all: { women: 80 } }, gone: true } },
}

const json = (value: unknown): Json =>
  typeof value === 'bigint' ? Number(value) : (z.json().safeParse(value).data ?? null)

describe('expressions', () => {
  for (const { name, expression, answers = {}, expects, refuses } of cases) {
    it(name, () => {
      if (refuses !== undefined) {
        expect(() => compileExpression(words, expression)).toThrow(ExpressionProblem)
        expect(() => compileExpression(words, expression)).toThrow(refuses)
        return
      }
      const program = compileExpression(words, expression)
      const value = withReading(form, answers, around, context, ({ scope }) => json(bare(program.evaluate(scope))))
      expect(value).toEqual(expects)
    })
  }

  it('is short', () => {
    const long = Array.from({ length: 300 }, () => 'a.costs.orValue(0)').join(' + ')
    expect(() => compileExpression(words, long)).toThrow(ExpressionProblem)
    const deep = `${'('.repeat(100)}1${')'.repeat(100)}`
    expect(() => compileExpression(words, deep)).toThrow(ExpressionProblem)
  })

  it('knows what it reads, to the cell', () => {
    const { reads } = compileExpression(
      words,
      'a.ages.all["women"].orValue(0) > 1 && a.people.exists(p, p == a.size.orValue("")) && previous.a.left.hasValue()',
    )
    expect(reads).toEqual([
      { question: 'ages', path: ['all', 'women'] },
      { question: 'people', path: [] },
      { question: 'size', path: [] },
    ])
  })
})
