import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from './draft'
import type { Json } from './json'
import { judge } from './judge'
import { live } from './live'
import { progress } from './progress'
import { ask, both, context, formOf, surroundings } from './testing/forms'
import { made } from './testing/kinds'

const grid = { options: { rows: ['all', 'young'], columns: ['women', 'men'] } }
const form = formOf([], {
  rates: ['unitAmount'],
  pages: [
    { id: 'intro', title: both('Read {round.year}'), text: both('Only to read.') },
    {
      id: 'money',
      title: both('Money'),
      questions: [
        ask('granted', 'number', { prefill: 'award.kronor', locked: true }),
        ask('used', 'number', { help: both('At most {award.kronor | kr}.') }),
        ask('left', 'number', { value: 'a.granted.value() - a.used.value()' }),
        ask('why', 'word', { visible: 'a.left.orValue(0) > 0', follows: 'used' }),
        ask('usedPosts', 'hundredths', { optional: 'a.used.orValue(1) == 0' }),
      ],
    },
    {
      id: 'people',
      title: both('People'),
      questions: [ask('ages', 'grid', grid), ask('fewer', 'grid', grid)],
    },
    {
      id: 'extra',
      title: both('Extra'),
      questions: [ask('comment', 'word', { optional: true }), ask('plusgiro', 'word', { optional: true })],
    },
    {
      id: 'late',
      title: both('Late'),
      visible: 'a.comment.orValue("") == "late"',
      questions: [ask('lateWhy', 'word')],
    },
  ],
  checks: [
    {
      id: 'usedAtMost',
      when: 'a.used.hasValue()',
      holds: 'a.used.value() <= award.kronor.orValue(0)',
      at: ['used'],
      text: both('At most {award.kronor | kr}.'),
    },
    {
      id: 'few$row',
      severity: 'warning',
      holds: 'a.fewer.$row.women.value() <= a.ages.$row.women.value()',
      at: ['fewer.$row.women', 'ages.$row.women'],
      text: both('More in $row.'),
      each: { row: [{ id: 'all' }, { id: 'young' }] },
    },
    {
      id: 'someText',
      holds: 'a.comment.hasValue() || a.plusgiro.hasValue()',
      at: ['comment', 'plusgiro'],
      text: both('Write one of them.'),
    },
  ],
})

const filled: Draft = {
  granted: '1127386',
  used: '1127386',
  usedPosts: '2,8',
  ages: { all: { women: '83', men: '66' }, young: { women: '14', men: '16' } },
  fewer: { all: { women: '50', men: '36' }, young: { women: '11', men: '11' } },
  comment: 'Fine',
}

const of = (draft: Draft, around = surroundings) => judge(form, draft, around, context)
const question = (draft: Draft, id: string) =>
  of(draft)
    .pages.flatMap(({ questions }) => questions)
    .find((each) => each.question.id === id)
const states = (draft: Draft) => Object.fromEntries(of(draft).pages.map(({ page, state }) => [page.id, state]))
const problems = (draft: Draft) => of(draft).issues.map(({ id, message }) => `${id} ${message}`)

describe('judge', () => {
  it('finds nothing wrong with a complete draft, and gives its canonical values', () => {
    expect(of(filled)).toMatchObject({
      complete: true,
      issues: [],
      explanations: {},
      values: {
        granted: 1127386,
        used: 1127386,
        left: 0,
        usedPosts: '2.80',
        ages: { all: { women: 83, men: 66 }, young: { women: 14, men: 16 } },
        comment: 'Fine',
      },
    })
  })

  it('asks for what is not answered, and calls it missing', () => {
    const { issues, complete } = of({})
    expect(complete).toBe(false)
    expect(issues.map(({ id, missing }) => [id, missing])).toEqual([
      ['granted:missing', true],
      ['used:missing', true],
      ['usedPosts:missing', true],
      ['ages:missing', true],
      ['fewer:missing', true],
      ['check:someText', true],
    ])
  })

  it('does not ask what is optional just now', () => {
    expect(problems({ ...filled, used: '0', why: 'Late', usedPosts: null })).toEqual([])
    expect(problems({ ...filled, usedPosts: null })).toEqual(['usedPosts:missing Fill this in.'])
  })

  it('tells what cannot be read, by cell', () => {
    const draft = { ...filled, used: 'all', ages: { all: { women: 'x', men: '66' }, young: { women: '14' } } }
    const { issues } = of(draft)
    expect(issues).toMatchObject([
      { id: 'used:unreadable', question: 'used', path: [], at: ['used'], page: 'money', missing: false },
      { id: 'ages.all.women:unreadable', path: ['all', 'women'], at: ['ages.all.women'], page: 'people' },
      { id: 'ages.young.men:missing', path: ['young', 'men'], missing: true },
    ])
    expect(question(draft, 'used')).toMatchObject({
      status: 'unreadable',
      typed: 'all',
      issues: [{ id: 'used:unreadable' }],
    })
    expect(question(draft, 'used')).not.toHaveProperty('value')
  })

  it('keeps hidden answers out', () => {
    const draft = { ...filled, why: 'Because' }
    expect(of(draft).values).not.toHaveProperty('why')
    expect(question(draft, 'why')).toMatchObject({ status: 'notAsked', visible: false, typed: 'Because', issues: [] })
    expect(of({ ...draft, used: '7' }).values).toMatchObject({ why: 'Because', left: 1127379 })
    expect(problems({ ...filled, used: '7' })).toEqual(['why:missing Fill this in.'])
  })

  it('leaves hidden pages out', () => {
    expect(of(filled).pages.map(({ page }) => page.id)).toEqual(['intro', 'money', 'people', 'extra'])
    const late = of({ ...filled, comment: 'late' })
    expect(late.pages.at(-1)?.page.id).toBe('late')
    expect(late.issues.map(({ id }) => id)).toEqual(['lateWhy:missing'])
  })

  it('computes nothing from what is missing or unreadable', () => {
    expect(of({}).values).not.toHaveProperty('left')
    expect(of({ ...filled, used: 'x' }).values).not.toHaveProperty('left')
    expect(question({}, 'left')).toMatchObject({ status: 'notAnswered', computed: true, optional: true, issues: [] })
  })

  it('locks what was filled in, and leaves open what could not be', () => {
    expect(question(filled, 'granted')).toMatchObject({ locked: true })
    const without = judge(form, filled, { ...surroundings, award: {} }, context)
    expect(without.pages[1]?.questions[0]).toMatchObject({ locked: false })
  })

  it('fills live values into texts', () => {
    expect(of(filled).pages[0]?.title).toBe('Read 2020')
    expect(question(filled, 'used')).toMatchObject({
      label: 'Label of used',
      help: 'At most 1\u00a0127\u00a0386\u00a0kr.',
    })
  })
})

describe('checks', () => {
  it('mark every place, link to the first', () => {
    const draft = { ...filled, used: '1127387' }
    expect(of(draft).issues).toEqual([
      {
        id: 'check:usedAtMost',
        severity: 'error',
        page: 'money',
        question: 'used',
        path: [],
        at: ['used'],
        message: 'At most 1\u00a0127\u00a0386\u00a0kr.',
        missing: false,
        check: 'usedAtMost',
      },
    ])
  })

  it('see the good cells of a table with a bad one', () => {
    const fewer = { all: { women: '90', men: 'x' }, young: { women: '1', men: '1' } }
    expect(problems({ ...filled, fewer })).toEqual([
      'fewer.all.men:unreadable Write a whole number.',
      'check:fewall More in all.',
    ])
  })

  it('are not judged on what cannot be read, nor on what is not there', () => {
    const ages = { all: { women: 'x', men: '1' }, young: { women: '14', men: '1' } }
    expect(problems({ ...filled, ages, fewer: { all: { women: '90', men: '1' } } })).toEqual([
      'ages.all.women:unreadable Write a whole number.',
      'fewer.young.women:missing Fill this in.',
      'fewer.young.men:missing Fill this in.',
    ])
  })

  it('pass as warnings when they are explained', () => {
    const draft = { ...filled, fewer: { all: { women: '90', men: '1' }, young: { women: '1', men: '1' } } }
    const words = { 'explain:fewall': ' Counted twice. ' }
    expect(of(draft)).toMatchObject({ complete: false, issues: [{ severity: 'warning' }], explanations: {} })
    expect(of({ ...draft, 'explain:fewall': '  ' }).complete).toBe(false)
    expect(of({ ...draft, ...words })).toMatchObject({
      complete: true,
      issues: [{ id: 'check:fewall', explanation: 'Counted twice.' }],
      explanations: { fewall: 'Counted twice.' },
    })
    expect(states({ ...draft, ...words }).people).toBe('done')
    // An explanation of what is no longer a warning is kept, and not submitted.
    expect(of({ ...filled, ...words }).explanations).toEqual({})
  })

  it('mark the other question, too', () => {
    const draft = { ...filled, fewer: { all: { women: '90', men: '1' }, young: { women: '1', men: '1' } } }
    expect(question(draft, 'ages')?.issues.map(({ id }) => id)).toEqual(['check:fewall'])
  })

  it('do not pass errors that are explained', () => {
    expect(of({ ...filled, used: '1127387', 'explain:usedAtMost': 'Please.' }).complete).toBe(false)
  })
})

describe('the state of a page', () => {
  it('at the start', () => {
    expect(states({ granted: '1127386' })).toEqual({
      intro: 'done',
      money: 'notStarted',
      people: 'notStarted',
      extra: 'notStarted',
    })
  })
  it('started, and not yet wrong, when something is only missing', () => {
    expect(states({ used: '5' }).money).toBe('started')
    expect(states({ ages: { all: { women: '1' } } }).people).toBe('started')
  })
  it('to be corrected when something is wrong, or a warning is not explained', () => {
    expect(states({ used: 'x' }).money).toBe('needsCorrecting')
    expect(states({ ...filled, used: '1127387' }).money).toBe('needsCorrecting')
    expect(
      states({ ...filled, fewer: { all: { women: '90', men: '1' }, young: { women: '1', men: '1' } } }).people,
    ).toBe('needsCorrecting')
  })
  it('done when nothing is wrong', () => {
    expect(states(filled)).toEqual({ intro: 'done', money: 'done', people: 'done', extra: 'done' })
  })
  it('optional when nothing has to be answered, and nothing is', () => {
    const optional = formOf([ask('comment', 'word', { optional: true })])
    expect(judge(optional, {}, surroundings, context).pages[0]?.state).toBe('optional')
    expect(judge(optional, { comment: 'x' }, surroundings, context).pages[0]?.state).toBe('done')
  })
  it('adds up to progress', () => {
    expect(progress(of({}).pages)).toEqual({ done: 0, total: 3 })
    expect(progress(of({ ...filled, used: 'x' }).pages)).toEqual({ done: 2, total: 3 })
    expect(progress(of(filled).pages)).toEqual({ done: 3, total: 3 })
  })
})

describe('live', () => {
  it('shows what a page shows, and computes what it computes', () => {
    expect(live(form, { ...filled, used: '7' }, surroundings, context, 'money')).toEqual({
      visible: { granted: true, used: true, left: true, why: true, usedPosts: true },
      computed: { left: '1127379' },
    })
    expect(live(form, {}, surroundings, context, 'money')).toMatchObject({
      visible: { why: false },
      computed: { left: '–' },
    })
    expect(() => live(form, {}, surroundings, context, 'nowhere')).toThrow(RangeError)
  })

  it('says the same as the judgement', () => {
    fc.assert(
      fc.property(fc.record({ used: fc.nat().map(String), comment: fc.constantFrom('late', 'x') }), (draft) => {
        const all = { ...filled, ...draft }
        for (const { page, questions } of of(all).pages) {
          expect(live(form, all, surroundings, context, page.id).visible).toEqual(
            Object.fromEntries(questions.map(({ question, visible }) => [question.id, visible])),
          )
        }
      }),
    )
  })
})

describe('whatever is in a draft', () => {
  const ids = [...form.questions.keys(), 'gone', 'explain:fewall', 'explain:gone', '__proto__']
  const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)))
  const texts = fc.constantFrom('', 'x', '0', '7', '-1', '99999999', 'yes', '2,80', '2020-02-30', 'late')
  const cells = fc.dictionary(
    fc.constantFrom('all', 'young', 'x'),
    fc.dictionary(fc.constantFrom('women', 'men', 'x'), texts),
  )
  const drafts = fc.dictionary(fc.constantFrom(...ids), fc.oneof(json, texts, cells))

  it('judging does not throw, and agrees with itself', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const judged = of(draft)
        expect(judged.complete).toBe(judged.issues.every(({ explanation }) => explanation !== undefined))
        expect(new Set(judged.issues.map(({ id }) => id)).size).toBe(judged.issues.length)
        for (const id of Object.keys(judged.values)) expect(form.questions.has(id)).toBe(true)
        // Judging again, and what is not seen, change nothing.
        expect(of(draft)).toEqual(judged)
        expect(of({ ...draft, gone: 1 }).values).toEqual(judged.values)
      }),
      { numRuns: 1000 },
    )
  })

  it('a complete draft stays complete when its values are read back', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const judged = of({ ...filled, ...draft })
        if (!judged.complete) return
        const back = Object.fromEntries(
          [...form.questions].flatMap(([id, question]) => {
            const typed = question.value ? undefined : form.kind(id).read(judged.values[id], question)
            return typed === undefined ? [] : [[id, typed]]
          }),
        )
        expect(of({ ...draft, ...back }).values).toEqual(judged.values)
      }),
    )
  })
})

describe('schemas', () => {
  it('are made once, whoever the recipient, but anew when they hold a live text', () => {
    const labels = formOf([ask('x', 'labelled', { options: { label: both('{round.year}') } }), ask('y', 'word')])
    const draft = { x: 'abc', y: 'abc' }
    const messages = [2020, 2021, 2022].map((year) => {
      const around = { ...surroundings, round: { ...surroundings.round, year } }
      return judge(labels, draft, around, { ...context, recipientCode: String(year) }).issues[0]?.message
    })
    expect(messages).toEqual(['Write 2020 or longer.', 'Write 2021 or longer.', 'Write 2022 or longer.'])
    expect(made.labelled).toBe(3)
    const before = made.word
    judge(labels, draft, surroundings, context)
    expect(made.word).toBe(before)
  })

  it('can hold a live text that reads the very answer', () => {
    const circle = formOf([ask('x', 'labelled', { options: { label: both('{a.x}') } })])
    expect(judge(circle, { x: 'abc' }, surroundings, context).issues[0]?.message).toBe('Write – or longer.')
  })
})
