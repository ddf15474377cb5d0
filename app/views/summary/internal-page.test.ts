import { expect, it } from 'vitest'
import { compileForm } from '~/forms/compile'
import { judge } from '~/forms/judge'
import { freeze } from '~/forms/record'
import type { Surroundings } from '~/forms/surroundings'
import { kindOf } from '~/kinds/registry.server'
import { contextIn, words } from '~/kinds/testing/judged'
import { summarise } from './summarise'

const ask = (id: string, kind: string) => ({ id, kind, label: words(`Fråga ${id}`) })
const form = compileForm(
  {
    id: 'test',
    programme: 'test',
    kind: 'return',
    reviewer: 'county',
    title: words('Test'),
    shortTitle: words('Test'),
    affirmation: words('Jag intygar.'),
    pages: [
      { id: 'open', title: words('Öppen'), questions: [ask('costs', 'money')] },
      { id: 'own', title: words('Vår plan'), internal: true, questions: [ask('plan', 'money'), ask('note', 'text')] },
    ],
  },
  kindOf,
)
const surroundings: Surroundings = {
  round: { year: 2020, deadline: '2021-01-15T22:59:59Z' },
  agency: { name: 'Myndigheten', contact: {} },
  recipient: { name: 'Huddinge kommun', shortName: 'Huddinge', contact: {} },
  award: {},
  rates: {},
}
const context = contextIn('sv')
const judgement = judge(form, { costs: '10', plan: '4711', note: 'Hemligt' }, surroundings, context)

it('shows a page for the recipient alone in their draft, and says so', () => {
  const { pages } = summarise(form, { state: 'draft', judgement, surroundings }, context)
  expect(pages.map(({ title }) => title)).toEqual(['Öppen', 'Vår plan (bara för er)'])
  expect(JSON.stringify(pages)).toContain('Hemligt')
})

it('shows nothing of it in what was handed in, not even that it was asked', () => {
  const record = freeze(form, judgement, {
    case: { id: 'c' },
    round: { programme: 'test', kind: 'return', year: 2020, deadline: '2021-01-15T22:59:59Z' },
    surroundings,
    formVersion: 1,
    frozenAt: new Date('2021-01-10T12:00:00Z'),
  })
  const summary = summarise(form, { state: 'record', record }, context)
  expect(summary.pages.map(({ title }) => title)).toEqual(['Öppen'])
  expect(JSON.stringify([summary, record])).not.toMatch(/4711|Hemligt|Vår plan|"plan"/)
})

it('shows nothing of it on the printed empty form', () => {
  const { pages } = summarise(
    form,
    { state: 'empty', judgement: judge(form, {}, surroundings, context), surroundings },
    context,
  )
  expect(pages.map(({ id }) => id)).toEqual(['open'])
})
