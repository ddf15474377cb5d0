import { expect, it } from 'vitest'
import { judge } from './judge'
import { roundAmounts } from './rates'
import { ask, both, context, definitionOf, formOf, problemsOf, surroundings } from './testing/forms'

const perPost = {
  id: 'perPost',
  label: both('Amount per post'),
  by: [
    { id: 'assistant', label: both('Assistant') },
    { id: 'officer', label: both('Officer') },
  ],
  years: [0, 1],
}
const category = ask('category', 'option', { options: { of: ['assistant', 'officer'] } })
const year = ask('year', 'number')
const cost = ask('cost', 'number', { value: 'rates.perPost.at(a.category.value(), a.year.value())' })
const around = {
  ...surroundings,
  rates: {
    'perPost.assistant.0': 400000,
    'perPost.assistant.1': 410000,
    'perPost.officer.0': 500000,
    'perPost.officer.1': 510000,
  },
}
const costOf = (draft: Record<string, string>, rates: NonNullable<Parameters<typeof formOf>[1]>['rates'] = [perPost]) =>
  judge(formOf([category, year, cost], { rates }), draft, around, context).values.cost

it('gives the amount of a category and a year, and none of a year that the round does not know', () => {
  expect(costOf({ category: 'officer', year: '2021' })).toBe(510000)
  expect(costOf({ category: 'assistant', year: '2020' })).toBe(400000)
  expect(costOf({ category: 'assistant', year: '2019' })).toBeUndefined()
  expect(costOf({ year: '2020' })).toBeUndefined()
})

it('holds amounts of the form itself, by real years', () => {
  const amounts = { assistant: { '2019': 390000 }, officer: { '2019': 1, '2020': 2 } }
  const own = { id: 'perPost', label: perPost.label, by: perPost.by, amounts }
  expect(costOf({ category: 'assistant', year: '2019' }, [own])).toBe(390000)
  expect(costOf({ category: 'assistant', year: '2020' }, [own])).toBeUndefined()
  expect(roundAmounts([own])).toEqual([])
})

it('stands in texts', () => {
  const help = both('An officer is {rates.perPost.at("officer", round.year) | kr}.')
  const form = formOf([ask('posts', 'number', { help })], { rates: [perPost] })
  expect(judge(form, {}, around, context).pages[0]?.questions[0]?.help).toBe('An officer is 500\u00a0000\u00a0kr.')
})

it('asks the round for every amount', () => {
  expect(roundAmounts(['unitAmount', perPost]).map(({ key }) => key)).toEqual([
    'unitAmount',
    ...Object.keys(around.rates),
  ])
})

it.each([
  ['a category that an answer may be', { of: ['assistant', 'director'] }, 'a.category.value()'],
  ['a category that is written', { of: ['assistant', 'officer'] }, "'director'"],
])('refuses %s and that has no amount', (_name, options, given) => {
  const questions = [
    ask('category', 'option', { options }),
    year,
    ask('cost', 'number', { value: `rates.perPost.at(${given}, a.year.value())` }),
  ]
  expect(problemsOf(definitionOf(questions, { rates: [perPost] }))).toEqual([
    {
      place: 'pages.page.questions.cost.value',
      message: '«perPost» has no amount for «director». There are: assistant, officer.',
    },
  ])
})

it('refuses amounts that do not match their categories', () => {
  const amounts = { assistant: 1, director: { '2020': 2 } }
  const rates = [{ id: 'perPost', label: perPost.label, by: perPost.by, amounts }]
  expect(problemsOf(definitionOf([], { rates })).map(({ message }) => message)).toEqual([
    'There is no amount for «officer».',
    '«director» is none of the categories: assistant, officer.',
    'Either every category has years, or none.',
  ])
})
