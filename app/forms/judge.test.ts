import { describe, expect, it } from 'vitest'
import { judge } from './judge'
import { progress } from './progress'
import { ask, context, formOf, surroundings } from './testing/forms'
import { filled, form, of, problems, question, states } from './testing/grant'

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

  it('takes what is locked from where it was locked, whatever the draft holds', () => {
    expect(of({ ...filled, granted: '5' }).values).toMatchObject({ granted: 1127386, left: 0 })
    expect(question({}, 'granted')).toMatchObject({ status: 'answered', typed: '1127386', value: 1127386, issues: [] })
  })

  it('fills live values into texts', () => {
    expect(of(filled).pages[0]?.title).toBe('Read 2020')
    expect(question(filled, 'used')).toMatchObject({
      label: 'Label of used',
      help: 'At most 1\u00a0127\u00a0386\u00a0kr.',
    })
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
