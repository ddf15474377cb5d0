import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { displayText } from '../summary/display-text'
import { workedCase } from '../testing/worked-case'
import { differences } from './diff'
import { Differences } from './differences'

const { form, record, surroundings, context } = workedCase('personligt-ombud/cases/po-return-botkyrka-2020')

test('equal answers have no differences', () => {
  expect(differences(form, record.answers, record.answers, context, surroundings)).toEqual([])
})

test('a changed, a new and a removed answer are told, in the order of the form', () => {
  const { trainingWhyNot: _, ...answers } = record.answers
  const now = { ...answers, posts: '2.50', pandemicComment: 'Fler ville ha stöd.' }
  const found = differences(form, record.answers, now, context, surroundings)
  const ids = [...form.questions.keys()]
  expect(found.map((each) => each.question)).toEqual(
    found.map((each) => each.question).sort((one, other) => ids.indexOf(one) - ids.indexOf(other)),
  )
  const posts = found.find((each) => each.question === 'posts')
  expect([posts?.before, posts?.after].map((each) => each && displayText(each).replaceAll('\u00a0', ' '))).toEqual([
    expect.stringContaining('2,80'),
    expect.stringContaining('2,50'),
  ])
  expect(found.find((each) => each.question === 'trainingWhyNot')?.after).toEqual({ type: 'empty' })
})

test('both values are shown with their headings', () => {
  const found = differences(form, record.answers, { ...record.answers, posts: '2.50' }, context, surroundings)
  const html = renderToStaticMarkup(<Differences differences={found} language="sv" before="När du läste" after="Nu" />)
  expect(html).toContain('När du läste')
  expect(html).toMatch(/2,80/)
  expect(html).toMatch(/2,50/)
})
