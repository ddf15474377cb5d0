import { expect, it } from 'vitest'
import { ask, both, definitionOf, problemsOf } from './testing/forms'

const page = { id: 'page', title: both('Page') }
const lines = { options: { words: ['name'], numbers: ['cost'] } }
const questions = [
  ask('costs', 'number'),
  ask('ages', 'grid', { options: { rows: ['all', 'young'], columns: ['women', 'men'] } }),
  ask('lines', 'lines', lines),
]
const check = { id: 'some', holds: 'true', at: ['costs'], text: both('Wrong.') }
const withQuestion = (...more: Parameters<typeof ask>) => definitionOf([...questions, ask(...more)])
const withCheck = (more: object) => definitionOf(questions, { checks: [{ ...check, ...more }] })
const halves = { name: 'half', of: ['spring', 'autumn'].map((id) => ({ id, as: both(id) })) }
const withTerms = (at: string) =>
  definitionOf(questions, {
    pages: [
      { ...page, questions },
      { id: 'term', title: both('$half'), repeat: halves, questions: [ask('pupils', 'number')] },
    ],
    checks: [{ ...check, at: [at] }],
  })

it.each([
  ['a kind', withQuestion('x', 'nubmer'), 'pages.page.questions.x.kind', 'number'],
  [
    'the question that it hangs under',
    withQuestion('x', 'word', { follows: 'cost' }),
    'pages.page.questions.x.follows',
    'costs',
  ],
  ['a question in an expression', withCheck({ holds: 'a.cost.hasValue()' }), 'checks.some.holds', 'costs'],
  ['the question of a check', withCheck({ at: ['cots'] }), 'checks.some.at.0', 'costs'],
  ['a cell of a check', withCheck({ at: ['ages.yuong.men'] }), 'checks.some.at.0', 'young'],
  ['the table of a check', withCheck({ rows: 'line' }), 'checks.some.rows', 'lines'],
  ['the repeated page of a check', withTerms('terms.spring.pupils'), 'checks.some.at.0', 'term'],
  ['a figure', definitionOf(questions, { figures: { amount: 'cotss' } }), 'figures.amount', 'costs'],
  [
    'what a page is repeated over',
    definitionOf(questions, {
      pages: [
        { ...page, questions },
        { id: 'more', title: both('$x'), repeat: { name: 'x', over: 'csots' } },
      ],
    }),
    'pages.more.repeat',
    'costs',
  ],
])('whoever misspells %s is told what was meant', (_name, definition, place, meant) => {
  expect(problemsOf(definition)).toContainEqual({
    place,
    message: expect.stringMatching(`Did you mean «${meant}»\\?$`),
  })
})
