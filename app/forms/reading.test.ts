import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from './json'
import { judge } from './judge'
import { live } from './live'
import { ask, both, context, formOf, surroundings } from './testing/forms'
import { filled, form, of } from './testing/grant'
import { made } from './testing/kinds'

describe('live', () => {
  it('shows what a page shows, and computes what it computes', () => {
    expect(live(form, { ...filled, used: '7' }, surroundings, context, 'money')).toEqual({
      visible: { granted: true, used: true, left: true, why: true, usedPosts: true },
      hidden: {},
      notOffered: {},
      computed: { left: '1127379' },
    })
    expect(live(form, {}, surroundings, context, 'money')).toMatchObject({
      visible: { why: false },
      computed: { left: '–' },
    })
    expect(() => live(form, {}, surroundings, context, 'nowhere')).toThrow(RangeError)
  })

  it('says the same as the judgement', () => {
    fc.assert(
      fc.property(fc.record({ used: fc.nat().map(String), comment: fc.constantFrom('late', 'x') }), (draft) => {
        const all = { ...filled, ...draft }
        for (const { page, questions } of of(all).pages) {
          expect(live(form, all, surroundings, context, page.id).visible).toEqual(
            Object.fromEntries(questions.map(({ question, visible }) => [question.id, visible])),
          )
        }
      }),
    )
  })
})

describe('whatever is in a draft', () => {
  const ids = [...form.questions.keys(), 'gone', 'explain:fewall', 'explain:gone', '__proto__']
  const json: fc.Arbitrary<Json> = fc.jsonValue({ maxDepth: 3 }).map((value): Json => JSON.parse(JSON.stringify(value)))
  const texts = fc.constantFrom('', 'x', '0', '7', '-1', '99999999', 'yes', '2,80', '2020-02-30', 'late')
  const cells = fc.dictionary(
    fc.constantFrom('all', 'young', 'x'),
    fc.dictionary(fc.constantFrom('women', 'men', 'x'), texts),
  )
  const drafts = fc.dictionary(fc.constantFrom(...ids), fc.oneof(json, texts, cells))

  it('judging does not throw, and agrees with itself', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const judged = of(draft)
        expect(judged.complete).toBe(judged.issues.every(({ explanation }) => explanation !== undefined))
        expect(new Set(judged.issues.map(({ id }) => id)).size).toBe(judged.issues.length)
        for (const id of Object.keys(judged.values)) expect(form.questions.has(id)).toBe(true)
        // Judging again, and what is not seen, change nothing.
        expect(of(draft)).toEqual(judged)
        expect(of({ ...draft, gone: 1 }).values).toEqual(judged.values)
      }),
      { numRuns: 300 },
    )
  })

  it('a complete draft stays complete when its values are read back', () => {
    fc.assert(
      fc.property(drafts, (draft) => {
        const judged = of({ ...filled, ...draft })
        if (!judged.complete) return
        const back = Object.fromEntries(
          [...form.questions].flatMap(([id, question]) => {
            const typed = question.value ? undefined : form.kind(id).read(judged.values[id], question)
            return typed === undefined ? [] : [[id, typed]]
          }),
        )
        expect(of({ ...draft, ...back }).values).toEqual(judged.values)
      }),
    )
  })
})

describe('schemas', () => {
  it('are made once, whoever the recipient, but anew when they hold a live text', () => {
    const labels = formOf([ask('x', 'labelled', { options: { label: both('{round.year}') } }), ask('y', 'word')])
    const draft = { x: 'abc', y: 'abc' }
    const messages = [2020, 2021, 2022].map((year) => {
      const around = { ...surroundings, round: { ...surroundings.round, year } }
      return judge(labels, draft, around, { ...context, recipientCode: String(year) }).issues[0]?.message
    })
    expect(messages).toEqual(['Write 2020 or longer.', 'Write 2021 or longer.', 'Write 2022 or longer.'])
    expect(made.labelled).toBe(3)
    const before = made.word
    judge(labels, draft, surroundings, context)
    expect(made.word).toBe(before)
  })

  it('can hold a live text that reads the very answer', () => {
    const circle = formOf([ask('x', 'labelled', { options: { label: both('{a.x}') } })])
    expect(judge(circle, { x: 'abc' }, surroundings, context).issues[0]?.message).toBe('Write – or longer.')
  })
})
