import { describe, expect, it } from 'vitest'
import { filled, of, problems, question, states } from './testing/grant'

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

  it('take an explanation as the answer to a question for text', () => {
    const draft = { ...filled, fewer: { all: { women: '90', men: '1' }, young: { women: '1', men: '1' } } }
    expect(of({ ...draft, 'explain:fewall': 'Too \u0007 odd.' })).toMatchObject({
      complete: false,
      explanations: {},
      issues: [
        { id: 'check:fewall', severity: 'warning' },
        { id: 'explain:fewall:unreadable', severity: 'error', page: 'people', at: ['explain:fewall'], message: 'Odd.' },
      ],
    })
  })

  it('mark the other question, too', () => {
    const draft = { ...filled, fewer: { all: { women: '90', men: '1' }, young: { women: '1', men: '1' } } }
    expect(question(draft, 'ages')?.issues.map(({ id }) => id)).toEqual(['check:fewall'])
  })

  it('do not pass errors that are explained', () => {
    expect(of({ ...filled, used: '1127387', 'explain:usedAtMost': 'Please.' }).complete).toBe(false)
  })
})
