import { describe, expect, test } from 'vitest'
import { judge } from '~/forms/judge'
import { languages } from '~/forms/text'
import { builtInForms, contextOf, workedCase } from '../testing/worked-case'
import { displayText } from './display-text'
import { draftOf, summarise } from './summarise'
import type { Summary, SummaryAnswer } from './summary'

const poReturn = 'personligt-ombud/cases/po-return-botkyrka-2020'

const answersOf = (summary: Summary): SummaryAnswer[] =>
  summary.pages.flatMap((page) => page.groups.flatMap((group) => group.answers))
const find = (summary: Summary, id: string) => answersOf(summary).find((answer) => answer.id === id)

describe('a frozen record', () => {
  const { form, record, judgement, surroundings, context } = workedCase(poReturn)
  const summary = summarise(form, { state: 'record', record }, context)

  test('says the same as the draft that it was frozen from', () => {
    expect(summarise(form, { state: 'draft', judgement, surroundings }, context)).toEqual(summary)
  })

  test('holds every answer of the record, and nothing that was not asked', () => {
    const shown = answersOf(summary).map((answer) => answer.id)
    for (const id of Object.keys(record.answers)) expect(shown).toContain(id)
    const hidden = judgement.pages.flatMap((page) => page.questions).filter((question) => !question.visible)
    for (const { question } of hidden) expect(shown).not.toContain(question.id)
  })

  test('tells what was left open from what was answered', () => {
    const open = answersOf(summary).filter((answer) => !(answer.id in record.answers))
    expect(open.length).toBeGreaterThan(0)
    for (const answer of open) expect(answer).toMatchObject({ status: 'notAnswered', display: { type: 'empty' } })
  })

  test("has the officer's words at the question where the warning starts", () => {
    const explained = answersOf(summary).flatMap((answer) => answer.explanations)
    expect(explained.map((each) => each.check).sort()).toEqual(Object.keys(record.explanations).sort())
    for (const each of explained) expect(each.words).toBe(record.explanations[each.check])
  })

  test('shows an answer that today’s rules would not ask for', () => {
    const hidden = judgement.pages
      .flatMap((page) => page.questions)
      .find((each) => !each.visible && each.question.kind === 'text')
    if (!hidden) throw new Error('The case has no hidden question')
    const kept = { ...record, answers: { ...record.answers, [hidden.question.id]: 'Något' } }
    expect(find(summarise(form, { state: 'record', record: kept }, context), hidden.question.id)).toBeDefined()
  })

  test('names to whom and by which rule, with live values filled in', () => {
    expect(summary.title).toContain('2020')
    expect(summary.subtitle).toBe('Till Länsstyrelsen Stockholm · SFS 2013:522')
  })
})

describe('a draft', () => {
  const { form, draft, surroundings, context } = workedCase(poReturn)

  test('shows what cannot be read as it was typed', () => {
    const judgement = judge(form, { ...draft, posts: 'två och en halv' }, surroundings, context)
    const summary = summarise(form, { state: 'draft', judgement, surroundings }, context)
    expect(find(summary, 'posts')).toMatchObject({ status: 'unreadable' })
    expect(displayText(find(summary, 'posts')?.display ?? { type: 'empty' })).toContain('två och en halv')
  })

  test('that is empty still shows every visible question', () => {
    const judgement = judge(form, {}, surroundings, context)
    const summary = summarise(form, { state: 'draft', judgement, surroundings }, context)
    expect(answersOf(summary).length).toBeGreaterThan(10)
  })
})

describe('an empty form', () => {
  test.each(languages)('offers every question of every built-in form that is handed in, in %s', (language) => {
    for (const form of builtInForms().values()) {
      const { surroundings } = workedCase(poReturn)
      const context = contextOf(surroundings, language)
      const judgement = judge(form, {}, surroundings, context)
      const summary = summarise(form, { state: 'empty', judgement, surroundings }, context)
      const handedIn = form.pages.filter(({ internal }) => !internal).flatMap(({ questions }) => questions)
      expect(answersOf(summary).map((answer) => answer.id)).toEqual(handedIn.map(({ id }) => id))
      const computed = new Set(handedIn.flatMap(({ id, value }) => (value === undefined ? [] : [id])))
      for (const answer of answersOf(summary))
        expect(answer.blank !== undefined || answer.status === 'answered' || computed.has(answer.id)).toBe(true)
    }
  })
})

test('canonical answers come back as what would have been typed', () => {
  const { form, record, surroundings, context } = workedCase(poReturn)
  const again = judge(form, { ...draftOf(form, record.answers) }, surroundings, context)
  expect(again.values).toEqual(record.answers)
})
