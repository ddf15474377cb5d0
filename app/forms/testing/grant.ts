import type { Draft } from '../draft'
import { judge } from '../judge'
import { ask, both, context, formOf, surroundings } from './forms'

const grid = { options: { rows: ['all', 'young'], columns: ['women', 'men'] } }
/** A small return, in which everything that judging knows occurs. */
export const form = formOf([], {
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

/** A complete draft of it. */
export const filled: Draft = {
  granted: '1127386',
  used: '1127386',
  usedPosts: '2,8',
  ages: { all: { women: '83', men: '66' }, young: { women: '14', men: '16' } },
  fewer: { all: { women: '50', men: '36' }, young: { women: '11', men: '11' } },
  comment: 'Fine',
}

export const of = (draft: Draft, around = surroundings) => judge(form, draft, around, context)
export const question = (draft: Draft, id: string) =>
  of(draft)
    .pages.flatMap(({ questions }) => questions)
    .find((each) => each.question.id === id)
export const states = (draft: Draft) => Object.fromEntries(of(draft).pages.map(({ page, state }) => [page.id, state]))
export const problems = (draft: Draft) => of(draft).issues.map(({ id, message }) => `${id} ${message}`)
