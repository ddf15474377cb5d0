import { describe, expect, it } from 'vitest'
import { type CompiledForm, compileForm, FormProblems } from '~/forms/compile'
import { judge } from '~/forms/judge'
import { live } from '~/forms/live'
import { prefill } from '~/forms/prefill'
import type { Surroundings } from '~/forms/surroundings'
import { choice } from './choice/kind'
import { kindOf } from './registry.server'
import { contextIn, questionOf, words } from './testing/judged'

const options = [
  { id: 'own', label: words('Egen') },
  { id: 'joint', label: words('Gemensam'), visible: "a.size.orValue('') == 'large'" },
  { id: 'foundation', label: words('Stiftelse'), retired: 'round.year >= 2024' },
  { id: 'club', label: words('Förening'), retired: true },
]
const size = {
  id: 'size',
  kind: 'choice',
  label: words('Storlek'),
  options: {
    options: [
      { id: 'small', label: words('Liten') },
      { id: 'large', label: words('Stor') },
    ],
  },
}
const formOf = (questions: unknown[]): CompiledForm =>
  compileForm(
    {
      id: 'test',
      programme: 'test',
      kind: 'return',
      reviewer: 'county',
      title: words('Test'),
      shortTitle: words('Test'),
      affirmation: words('Jag intygar.'),
      pages: [{ id: 'page', title: words('Sida'), questions }],
    },
    kindOf,
  )
const surroundings: Surroundings = {
  round: { year: 2024, deadline: '2025-01-15T22:59:59Z' },
  agency: { name: 'Myndigheten', contact: {} },
  recipient: { name: 'Huddinge kommun', shortName: 'Huddinge', contact: {} },
  award: {},
  rates: {},
}
const context = contextIn('sv')
const question = { id: 'form', kind: 'choice', label: words('Form'), prefill: 'previous.a.form', options: { options } }
const form = formOf([size, question])
const several = formOf([size, { ...question, kind: 'choices' }])
const messages = (of: CompiledForm, draft: Parameters<typeof judge>[1], around = surroundings) =>
  judge(of, draft, around, context).issues.map(({ message }) => message)

describe('an option with a condition', () => {
  it('is offered while it is true, and shown to who has chosen it', () => {
    const hidden = (draft: Parameters<typeof live>[1]) =>
      live(form, draft, surroundings, context, 'page').notOffered.form
    expect(hidden({ size: 'small' })).toEqual(['joint', 'foundation', 'club'])
    expect(hidden({ size: 'large' })).toEqual(['foundation', 'club'])
    expect(hidden({ size: 'small', form: 'joint' })).toEqual(['foundation', 'club'])
  })

  it('is refused in words when it is not', () => {
    expect(messages(form, { size: 'large', form: 'joint' })).toEqual([])
    const refusal = ['”Gemensam” går inte att välja med de svar som ni har gett. Välj något annat.']
    expect(messages(form, { size: 'small', form: 'joint' })).toEqual(refusal)
    expect(messages(several, { size: 'small', form: { chosen: ['own', 'joint'] } })).toEqual(refusal)
  })

  it('must be a condition, and no circle', () => {
    const problemsOf = (visible: string) => {
      const own = { ...question, options: { options: [{ id: 'x', label: words('X'), visible }] } }
      try {
        formOf([size, own])
        return []
      } catch (error) {
        return error instanceof FormProblems ? error.problems.map(({ place }) => place) : [String(error)]
      }
    }
    expect(problemsOf('round.year > 2020')).toEqual([])
    expect(problemsOf('round.year')).toEqual(['pages.page.questions.form.options.x'])
    expect(problemsOf("a.form.orValue('') == 'x'")).toEqual(['pages.page.questions.form.visible'])
  })
})

describe('a retired option', () => {
  const refusal = expect.stringContaining('går inte att välja längre')

  it('is refused when it is chosen anew', () => {
    expect(messages(form, { size: 'small', form: 'foundation' })).toEqual([refusal])
    expect(messages(form, { size: 'small', form: 'club' })).toEqual([refusal])
    expect(messages(several, { size: 'small', form: { chosen: ['club'] } })).toEqual([refusal])
    const before = { ...surroundings, round: { ...surroundings.round, year: 2023 } }
    expect(messages(form, { size: 'small', form: 'foundation' }, before)).toEqual([])
  })

  it('is kept by who chose it last year, offered to them, and shown with its label', () => {
    const around = { ...surroundings, previous: { year: 2023, answers: { form: 'foundation' } } }
    const draft = { size: 'small', ...prefill(form, around, context) }
    expect(draft).toEqual({ size: 'small', form: 'foundation' })
    const { complete, values } = judge(form, draft, around, context)
    expect(complete).toBe(true)
    expect(choice.display(questionOf(choice, { options }), String(values.form), context)).toEqual({
      type: 'text',
      text: 'Stiftelse',
    })
    expect(live(form, { size: 'small', form: 'own' }, around, context, 'page').notOffered.form).toEqual([
      'joint',
      'club',
    ])
    const listed = { ...surroundings, previous: { year: 2023, answers: { form: { chosen: ['club'] } } } }
    expect(messages(several, { size: 'small', form: { chosen: ['club'] } }, listed)).toEqual([])
  })

  it('is not on the printed form', () => {
    expect(choice.blank(questionOf(choice, { options }), context)).toMatchObject({
      options: ['Egen', 'Gemensam', 'Stiftelse'],
    })
  })
})
