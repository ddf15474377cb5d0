import { describe, expect, it } from 'vitest'
import type { FormSource } from './definition'
import { judge } from './judge'
import { ask, both, context, definitionOf, formOf, problemsOf, surroundings } from './testing/forms'

const stop = {
  id: 'notEntitled',
  severity: 'stop' as const,
  when: 'a.started.hasValue()',
  holds: 'a.started.value()',
  at: ['started'],
  text: both('You cannot apply, since nothing has started. Apply when it has.'),
}
const pages: FormSource['pages'] = [
  { id: 'first', title: both('First'), questions: [ask('started', 'flag')] },
  { id: 'second', title: both('Second'), questions: [ask('costs', 'number')] },
  { id: 'third', title: both('Third'), visible: 'a.costs.value() > 100', questions: [ask('more', 'flag')] },
  { id: 'fourth', title: both('Fourth'), visible: 'a.more.value()', questions: [ask('evenMore', 'flag')] },
  { id: 'fifth', title: both('Fifth'), visible: 'a.evenMore.value()', questions: [ask('last', 'word')] },
  { id: 'end', title: both('End'), questions: [ask('comment', 'word', { optional: true })] },
]
const form = formOf([], { pages, checks: [stop] })
const shown = (draft: Parameters<typeof judge>[1]) => judge(form, draft, surroundings, context)
const pagesOf = (draft: Parameters<typeof judge>[1]) => shown(draft).pages.map(({ page }) => page.id)

describe('a stop', () => {
  it('ends the form on its page, says why, and cannot be signed', () => {
    const { pages, issues, complete, values } = shown({ started: 'no', costs: '10' })
    expect(pages.map(({ page, state }) => [page.id, state])).toEqual([['first', 'needsCorrecting']])
    expect(issues.map(({ severity, question, message }) => [severity, question, message])).toEqual([
      ['error', 'started', 'You cannot apply, since nothing has started. Apply when it has.'],
    ])
    expect(complete).toBe(false)
    expect(values).toEqual({ started: false })
  })

  it('opens the rest again when the answer is another, with what was typed there', () => {
    expect(shown({ started: 'yes', costs: '10' })).toMatchObject({
      complete: true,
      values: { started: true, costs: 10 },
    })
  })

  it('says nothing before the question is answered', () => {
    expect(pagesOf({})).toEqual(['first', 'second', 'end'])
  })

  it('stands on one page, and does not read what it hides', () => {
    const problems = (more: object) => problemsOf(definitionOf([], { pages, checks: [{ ...stop, ...more }] }))
    expect(problems({})).toEqual([])
    expect(problems({ at: ['started', 'costs'] }).map(({ place }) => place)).toContain('checks.notEntitled.at')
    expect(problems({ holds: 'a.costs.value() > 3' })[0]?.message).toContain('depends on itself')
  })
})

describe('pages that hang on pages', () => {
  it('are a detour of any depth that comes back to the form', () => {
    const deep = { started: 'yes', costs: '101', more: 'yes', evenMore: 'yes', last: 'x' }
    expect(pagesOf(deep)).toEqual(['first', 'second', 'third', 'fourth', 'fifth', 'end'])
    expect(pagesOf({ ...deep, more: 'no' })).toEqual(['first', 'second', 'third', 'end'])
    expect(pagesOf({ ...deep, costs: '100' })).toEqual(['first', 'second', 'end'])
  })
})
