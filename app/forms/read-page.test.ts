import { describe, expect, it } from 'vitest'
import { prefill } from './prefill'
import { readAnswers, readPage } from './read-page'
import { ask, both, context, formOf, surroundings } from './testing/forms'

const form = formOf([], {
  pages: [
    {
      id: 'one',
      title: both('One'),
      questions: [
        ask('orgNumber', 'word', { prefill: 'recipient.orgNumber', locked: true }),
        ask('town', 'word', { prefill: 'recipient.contact.town' }),
        ask('posts', 'hundredths', { prefill: 'award.posts' }),
        ask('costs', 'number', { prefill: 'previous.a.costs' }),
        ask('double', 'number', { value: 'a.costs.value() * 2' }),
      ],
    },
    {
      id: 'two',
      title: both('Two'),
      questions: [ask('ages', 'grid', { options: { rows: ['all'], columns: ['women'] }, prefill: 'previous.a.ages' })],
    },
  ],
  checks: [{ id: 'odd', severity: 'warning', holds: 'false', at: ['costs'], text: both('Odd.') }],
})
const unregistered = { ...surroundings, recipient: { name: 'X', shortName: 'X', contact: {} } }

describe('prefill', () => {
  it('types what the surroundings know', () => {
    expect(prefill(form, surroundings, context)).toEqual({ orgNumber: '212000-2882', town: 'Tumba', posts: '2.80' })
    const previous = { year: 2019, answers: { costs: 7, ages: { all: { women: 3 } } } }
    expect(prefill(form, { ...unregistered, award: {}, previous }, context)).toEqual({
      costs: '7',
      ages: { all: { women: '3' } },
    })
  })
})

describe('reading a page', () => {
  it('takes what was posted for its questions, null for what was emptied', () => {
    const posted = { town: ' Tumba ', costs: '', ages: { all: { women: '1' } }, other: 'x' }
    expect(readPage(form, 'one', posted, surroundings)).toEqual({ town: ' Tumba ', costs: null })
    expect(readPage(form, 'two', posted, surroundings)).toEqual({ ages: { all: { women: '1' } } })
  })

  it('leaves out what was not shown, and empties what was shown and posts nothing', () => {
    expect(readPage(form, 'two', {}, surroundings)).toEqual({})
    expect(readPage(form, 'two', { 'asked:ages': '1' }, surroundings)).toEqual({ ages: null })
  })

  it('ignores what is computed or locked', () => {
    const posted = { orgNumber: '1', double: '1' }
    expect(readPage(form, 'one', posted, surroundings)).toEqual({})
    expect(readPage(form, 'one', posted, unregistered)).toEqual({ orgNumber: '1' })
  })

  it('takes explanations on the page that the check links to', () => {
    const posted = { 'explain:odd': 'Because.', 'explain:gone': 'x' }
    expect(readPage(form, 'one', posted, surroundings)).toEqual({ 'explain:odd': 'Because.' })
    expect(readPage(form, 'one', { 'explain:odd': ' ' }, surroundings)).toEqual({ 'explain:odd': null })
    expect(readPage(form, 'two', posted, surroundings)).toEqual({})
  })
})

describe('reading an answers file', () => {
  it('takes typed text and values, and names what is no question', () => {
    const answers = { costs: 7, posts: '2,8', double: 3, 'explain:odd': 'So.', 'explain:gone': 'x', cost: 1 }
    expect(readAnswers(form, answers)).toEqual({
      draft: { costs: '7', posts: '2,8', 'explain:odd': 'So.' },
      unknown: ['double', 'explain:gone', 'cost'],
    })
  })
})
