import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { compileForm } from './compile'
import type { FormSource } from './definition'
import { judge } from './judge'
import type { FormKind, FormKinds } from './kind-port'
import { live } from './live'
import { prefill } from './prefill'
import { readPage } from './read-page'
import { ask, both, context, definitionOf, problemsOf, surroundings } from './testing/forms'
import { kinds as small } from './testing/kinds'

const optionsOf = z.strictObject({
  options: z.array(
    z.strictObject({
      id: z.string(),
      label: z.object({ sv: z.string(), en: z.string() }),
      exclusive: z.boolean().optional(),
    }),
  ),
})

/** A kind «choices» of the tests' own: what is typed is a list of ids with commas. */
const kindOf = (name: string): FormKind | undefined => {
  const word = small('word')
  if (name !== 'choices' || !word) return small(name)
  return {
    ...word,
    name,
    options: optionsOf,
    type: () => ({ type: 'object', fields: { chosen: { type: 'list', of: { type: 'string' } } } }),
    schema: () => z.json().transform((typed) => ({ chosen: String(typed).split(',') })),
  }
}
const kinds: FormKinds = Object.assign(kindOf, { names: small.names })

const services = ask('services', 'choices', {
  options: {
    options: [
      { id: 'home', label: both('at home') },
      { id: 'school', label: both('at school') },
      { id: 'none', label: both('none'), exclusive: true },
    ],
  },
})

type PageSource = FormSource['pages'][number]
const effort = (more: Partial<PageSource> = {}): PageSource => ({
  id: 'effort',
  title: both('Support $service'),
  repeat: { name: 'service', over: 'services' },
  questions: [
    ask('costs', 'number', { label: both('Costs $service') }),
    ask('why', 'word', { follows: 'costs', visible: 'a.effort.$service.costs.value() > 100', label: both('Why?') }),
  ],
  ...more,
})

const definition = (page = effort(), more: Partial<FormSource> = {}): FormSource =>
  definitionOf([services, ask('total', 'number', { value: 'sum(a.effort.rows.map(e, e.costs))' })], {
    ...more,
    pages: [
      {
        id: 'first',
        title: both('First'),
        questions: [services, ask('total', 'number', { value: 'sum(a.effort.rows.map(e, e.costs))' })],
      },
      page,
    ],
  })

const form = compileForm(definition(), kinds)
const judged = (draft: Parameters<typeof judge>[1]) => judge(form, draft, surroundings, context)

describe('a page for each chosen option', () => {
  it('is there once for each that is ticked, called after it', () => {
    expect(judged({ services: 'home,school' }).pages.map(({ title }) => title)).toEqual([
      'First',
      'Support at home',
      'Support at school',
    ])
    expect(judged({ services: 'school' }).pages.map(({ page }) => page.id)).toEqual(['first', 'effort_school'])
    expect(judged({ services: 'none' }).pages).toHaveLength(1)
  })

  it('keeps each answer by itself, and adds them up', () => {
    const { values, complete } = judged({ services: 'home,school', costs_home: '10', costs_school: '20' })
    expect(values).toEqual({ services: { chosen: ['home', 'school'] }, total: 30, costs_home: 10, costs_school: 20 })
    expect(complete).toBe(true)
  })

  it('asks for what is missing on each, by the words of each', () => {
    const { issues, pages } = judged({ services: 'home,school', costs_home: '10' })
    expect(issues.map(({ page, question }) => [page, question])).toEqual([['effort_school', 'costs_school']])
    expect(pages[2]?.questions[0]?.label).toBe('Costs at school')
  })

  it('does not count what stands on the page of an option that is no longer ticked, and keeps it', () => {
    const draft = { services: 'home', costs_home: '10', costs_school: '20' }
    expect(judged(draft).values).toEqual({ services: { chosen: ['home'] }, total: 10, costs_home: 10 })
    expect(judged({ ...draft, services: 'home,school' }).values.total).toBe(30)
  })

  it('leads on within the page', () => {
    expect(judged({ services: 'home', costs_home: '101' }).issues.map(({ question }) => question)).toEqual(['why_home'])
  })

  it('waits with the sum while one of the figures cannot be read', () => {
    expect(judged({ services: 'home,school', costs_home: 'x', costs_school: '20' }).values.total).toBeUndefined()
  })

  it('is posted, and shown live, as any page', () => {
    expect(readPage(form, 'effort_home', { costs_home: '7', why_home: '' }, surroundings)).toEqual({
      costs_home: '7',
      why_home: null,
    })
    const now = live(form, { services: 'home,school', costs_home: '101' }, surroundings, context, 'effort_home')
    expect(now.visible).toEqual({ costs_home: true, why_home: true })
  })

  it('takes last year’s answers, each of its own', () => {
    const page = effort({
      questions: [ask('costs', 'number', { prefill: 'previous.a.effort.$service.costs' })],
    })
    const previous = { year: 2019, answers: { costs_home: 10, costs_school: 20 } }
    expect(prefill(compileForm(definition(page), kinds), { ...surroundings, previous }, context)).toEqual({
      costs_home: '10',
      costs_school: '20',
    })
  })

  it('can be marked by a check', () => {
    const check = {
      id: 'some$service',
      each: { service: [{ id: 'home' }, { id: 'school' }] },
      holds: 'a.effort.$service.costs.value() < 50',
      at: ['effort.$service.costs'],
      text: both('{a.effort.$service.costs} for $service is too much.'),
    }
    const checked = compileForm(definition(effort(), { checks: [check] }), kinds)
    const { issues } = judge(checked, { services: 'home', costs_home: '60' }, surroundings, context)
    expect(issues.map(({ page, question, message }) => [page, question, message])).toEqual([
      ['effort_home', 'costs_home', '60 for home is too much.'],
    ])
  })

  it('can be repeated for a list of the form’s own', () => {
    const page = effort({
      repeat: {
        name: 'service',
        of: [
          { id: 'spring', as: both('in spring') },
          { id: 'autumn', as: both('in autumn') },
        ],
      },
    })
    const { pages } = judge(compileForm(definition(page), kinds), {}, surroundings, context)
    expect(pages.map(({ title }) => title)).toEqual(['First', 'Support in spring', 'Support in autumn'])
  })
})

describe('what cannot be repeated', () => {
  const messageOf = (page: PageSource) => {
    try {
      compileForm(definition(page), kinds)
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }

  it('is told with its place', () => {
    expect(messageOf(effort({ title: both('Support') }))).toContain('«$service»')
    expect(messageOf(effort({ repeat: { name: 'service', over: 'nothing' } }))).toContain('no question «nothing»')
    expect(messageOf(effort({ repeat: { name: 'service', over: 'total' } }))).toContain('neither choices nor')
    expect(messageOf(effort({ repeat: { name: 'service' } }))).toContain('Either «over» or «of»')
    expect(messageOf(effort({ id: 'total' }))).toContain('taken by a question')
    expect(problemsOf(definitionOf([ask('q', 'number', { was: 'other' }), ask('other', 'number')]))).toEqual([
      { place: 'pages.page.questions.q.was', message: expect.stringContaining('a question of this form') },
    ])
  })
})
