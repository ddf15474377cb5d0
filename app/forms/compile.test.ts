import { describe, expect, it } from 'vitest'
import { compileForm, parseForm } from './compile'
import type { FormSource } from './definition'
import { ask, both, definitionOf, formOf, problemsOf } from './testing/forms'
import { kinds } from './testing/kinds'

const grid = { options: { rows: ['all', 'young'], columns: ['women', 'men'] } }
const questions = [ask('costs', 'number'), ask('training', 'flag'), ask('ages', 'grid', grid), ask('note', 'word')]
const check = { id: 'some', holds: 'true', at: ['costs'], text: both('Wrong.') }

const withQuestion = (...more: Parameters<typeof ask>) => definitionOf([...questions, ask(...more)])
const withCheck = (more: object) => definitionOf(questions, { checks: [{ ...check, ...more }] })
const withMore = (more: Partial<FormSource>) => definitionOf(questions, more)

/** Name, definition, where, and a part of what is said. */
const cases: [string, unknown, string, string][] = [
  [
    'two further signers of one id',
    withMore({
      signers: [
        { id: 'controller', role: both('Controller') },
        { id: 'controller', role: both('Ekonomichef') },
      ],
    }),
    'signers.controller',
    'more than once',
  ],
  [
    'partners that are no municipalities',
    withMore({ joint: { partners: 'costs' } }),
    'joint.partners',
    'municipalities',
  ],
  ['a member that does not exist', { ...definitionOf(questions), colour: 'red' }, 'form', 'colour'],
  [
    'a member of a question that does not exist',
    withQuestion('x', 'word', { labels: 1 } as object),
    'pages.page.questions.x',
    'labels',
  ],
  [
    'a text without English',
    withQuestion('x', 'word', { label: { sv: 'Ord' } } as object),
    'pages.page.questions.x.label.en',
    'The English text is missing.',
  ],
  [
    'a text that YAML has cut in two at its comma',
    withQuestion('x', 'word', { label: { ...both('Ord'), 'och tal': null } } as object),
    'pages.page.questions.x.label',
    'cut off at its comma, before «och tal». Put the whole text in quotation marks.',
  ],
  ['an id with a sign in it', withQuestion('x-y', 'word'), 'pages.page.questions.x-y.id', 'only letters and digits'],
  [
    'an id that is a CEL word',
    withQuestion('in', 'word'),
    'pages.page.questions.in.id',
    'word of the expression language',
  ],
  [
    'an id that every object has',
    withQuestion('constructor', 'word'),
    'pages.page.questions.constructor.id',
    'JavaScript',
  ],
  [
    'two questions with one id',
    withQuestion('costs', 'word'),
    'pages.page.questions.costs',
    'taken by a question on the page «page»',
  ],
  [
    'two pages with one id',
    withMore({
      pages: [
        { id: 'page', title: both('1') },
        { id: 'page', title: both('2') },
      ],
    }),
    'pages.page',
    'more than once',
  ],
  ['two checks with one id', withMore({ checks: [check, check] }), 'checks.some', 'more than once'],
  ['an unknown kind', withQuestion('x', 'nothing'), 'pages.page.questions.x.kind', '«nothing». There are: word'],
  [
    'an option that the kind does not know',
    withQuestion('x', 'word', { options: { rows: 1 } }),
    'pages.page.questions.x.options',
    'rows',
  ],
  [
    'an option of the wrong type',
    withQuestion('x', 'grid', { options: { rows: 1, columns: [] } }),
    'pages.page.questions.x.options.rows',
    'must be a list, not «1»',
  ],
  [
    'a row that expressions cannot name',
    withQuestion('x', 'rows', { options: { rows: ['18-29'] } }),
    'pages.page.questions.x.options.18-29',
    'only letters and digits',
  ],
  [
    'a condition that is no condition',
    withQuestion('x', 'word', { visible: 'a.costs' }),
    'pages.page.questions.x.visible',
    'must be bool',
  ],
  [
    'a condition on a page',
    withMore({ pages: [{ id: 'p', title: both('P'), visible: 'a.b' }] }),
    'pages.p.visible',
    'There is no «b» in «a».',
  ],
  [
    'an optional that is no condition',
    withQuestion('x', 'word', { optional: '1' }),
    'pages.page.questions.x.optional',
    'must be bool',
  ],
  [
    'a computed value of another type',
    withQuestion('x', 'number', { value: 'a.note' }),
    'pages.page.questions.x.value',
    'needs optional<int>',
  ],
  [
    'a prefilled value of another type',
    withQuestion('x', 'word', { prefill: 'award.kronor' }),
    'pages.page.questions.x.prefill',
    'needs optional<string>',
  ],
  [
    'a prefilled value that reads answers',
    withQuestion('x', 'word', { prefill: 'a.note' }),
    'pages.page.questions.x.prefill',
    'There is no «a» here. There are: ',
  ],
  [
    'a computed question that is filled in',
    withQuestion('x', 'number', { value: '1', prefill: '1' }),
    'pages.page.questions.x.prefill',
    'never filled in',
  ],
  [
    'locked, but with nothing',
    withQuestion('x', 'number', { locked: true }),
    'pages.page.questions.x.locked',
    'prefill',
  ],
  ['following nothing', withQuestion('x', 'word', { follows: 'y' }), 'pages.page.questions.x.follows', '«y»'],
  [
    'following what comes later',
    definitionOf([ask('x', 'word', { follows: 'y' }), ask('y', 'word')]),
    'pages.page.questions.x.follows',
    '«y»',
  ],
  ['a rule that is no condition', withCheck({ holds: 'a.costs.orValue(0)' }), 'checks.some.holds', 'must be bool'],
  ['a rule that misspells', withCheck({ when: 'a.cost.hasValue()' }), 'checks.some.when', '«costs»'],
  ['a rule at no question', withCheck({ at: ['costs', 'nowhere'] }), 'checks.some.at.1', '«nowhere»'],
  ['a rule at no cell', withCheck({ at: ['ages.all.both'] }), 'checks.some.at.0', '«all.both». There are: women, men.'],
  ['a rule at a part of what has no parts', withCheck({ at: ['costs.all'] }), 'checks.some.at.0', '«all»'],
  ['a dollar without each', withCheck({ id: 'some$row' }), 'checks.some$row.id', 'each'],
  ['an id that does not change', withCheck({ each: { row: [{ id: 'all' }] } }), 'checks.some.id', '«$row»'],
  [
    'each with a wrong row',
    withCheck({ id: 'x$row', at: ['ages.$row.men'], each: { row: [{ id: 'all' }, { id: 'old' }] } }),
    'checks.xold.at.0',
    'old.men',
  ],
  [
    'a live value that misspells',
    withQuestion('x', 'word', { label: both('Of {awards.kronor}') }),
    'pages.page.questions.x.label.sv',
    'awards',
  ],
  [
    'a live value that is no text',
    withQuestion('x', 'word', { help: both('{a.training}') }),
    'pages.page.questions.x.help.sv',
    'cannot be written in a text',
  ],
  [
    'a live value written oddly',
    withQuestion('x', 'word', { help: both('{award.kronor | euro}') }),
    'pages.page.questions.x.help.sv',
    '«euro»',
  ],
  [
    'a live text written as money',
    withQuestion('x', 'word', { help: both('{a.note | kr}') }),
    'pages.page.questions.x.help.sv',
    'cannot be written as «kr»',
  ],
  [
    'a brace that does not close',
    withQuestion('x', 'word', { help: both('A { b') }),
    'pages.page.questions.x.help.sv',
    '«}»',
  ],
  [
    'a live value in an option',
    withQuestion('x', 'labelled', { options: { label: both('{a.x.y}') } }),
    'pages.page.questions.x.options.label.sv',
    'y',
  ],
  ['a live value in a check', withCheck({ text: both('{a.cost}') }), 'checks.some.text.sv', '«costs»'],
  ['a live value in the title', withMore({ title: both('{round.yeer}') }), 'title.sv', 'yeer'],
  ['an amount that is nowhere', withMore({ figures: { amount: 'money' } }), 'figures.amount', '«money»'],
  ['an amount that is no number', withMore({ figures: { remaining: 'note' } }), 'figures.remaining', 'whole number'],
  ['an award that is counted by nothing', withMore({ figures: { per: 'note' } }), 'figures.per', 'no number'],
  ['a figure that is nowhere', withMore({ figures: { key: ['costs', 'x'] } }), 'figures.key.1', '«x»'],
  [
    'a value that needs itself',
    withQuestion('x', 'number', { value: 'a.x.value() + 1' }),
    'pages.page.questions.x.value',
    '«x» → «x»',
  ],
  [
    'two that show each other',
    definitionOf([
      ask('x', 'flag', { visible: 'a.y.orValue(false)' }),
      ask('y', 'flag', { visible: 'a.x.orValue(false)' }),
    ]),
    'pages.page.questions.x.visible',
    '«x» → «y» → «x»',
  ],
  [
    'a page that is shown by what stands on it',
    withMore({ pages: [{ id: 'p', title: both('P'), visible: 'a.x.orValue(true)', questions: [ask('x', 'flag')] }] }),
    'pages.p.questions.x.visible',
    'depends on itself',
  ],
]

describe('a definition is refused for', () => {
  for (const [name, definition, place, message] of cases) {
    it(name, () => {
      const problems = problemsOf(definition)
      expect(problems).toContainEqual({ place, message: expect.stringContaining(message) })
    })
  }
})

describe('a definition', () => {
  it('is told everything at once', () => {
    const definition = definitionOf([
      ask('x', 'nothing'),
      ask('y', 'word', { visible: '1' }),
      ask('z', 'number', { value: '""' }),
    ])
    expect(problemsOf(definition).map(({ place }) => place)).toEqual([
      'pages.page.questions.x.kind',
      'pages.page.questions.y.visible',
      'pages.page.questions.z.value',
    ])
  })

  it('is told once of a question without kind, not of all that read it', () => {
    const definition = definitionOf([ask('x', 'nothing'), ask('y', 'word', { visible: 'a.x.orValue(true)' })])
    expect(problemsOf(definition)).toHaveLength(1)
  })

  it('that is no object is refused', () => {
    expect(problemsOf('hello')).toEqual([{ place: 'form', message: 'This must be an object, not a text.' }])
    expect(problemsOf(null)).toHaveLength(1)
  })

  it('has a hash of its content, not of its order of members or its file', () => {
    const { title, ...rest } = definitionOf(questions)
    expect(compileForm({ ...rest, title }, kinds).hash).toBe(formOf(questions).hash)
    expect(parseForm(JSON.stringify(definitionOf(questions)), kinds).hash).toBe(formOf(questions).hash)
    expect(formOf([...questions].reverse()).hash).not.toBe(formOf(questions).hash)
    expect(formOf(questions).hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('compiles to the same when it comes back from the database', () => {
    const form = formOf(questions, { checks: [{ ...check, id: 'is$x', each: { x: [{ id: 'one' }, { id: 'two' }] } }] })
    const stored: unknown = JSON.parse(JSON.stringify(form.definition))
    expect(compileForm(stored, kinds).hash).toBe(form.hash)
  })

  it('knows its questions', () => {
    const form = formOf(questions)
    expect([...form.questions.keys()]).toEqual(['costs', 'training', 'ages', 'note'])
    expect(form.pageOf('ages').id).toBe('page')
    expect(form.kind('ages').name).toBe('grid')
    expect(form.type('costs')).toEqual({ type: 'int' })
    expect(() => form.pageOf('nothing')).toThrow(RangeError)
  })
})
