import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { canonicalText } from '~/forms/canonical'
import { compileForm, parseForm } from '~/forms/compile'
import type { FormSource } from '~/forms/definition'
import { judge } from '~/forms/judge'
import { live } from '~/forms/live'
import { readAnswers } from '~/forms/read-page'
import { kindOf } from './registry.server'
import { validlyFilled, wildlyFilled } from './testing/any-filled'
import { anyForm, anySurroundings } from './testing/any-form'
import { contextIn } from './testing/judged'

const compiled = (source: FormSource) => compileForm(source, kindOf)
const odd = /undefined|NaN|\[object|Invalid/

test('any form that follows the rules is published, and is the same form however it is stored', () => {
  fc.assert(
    fc.property(anyForm, (source) => {
      const form = compiled(source)
      expect(compiled(JSON.parse(canonicalText(form.definition))).hash).toBe(form.hash)
      expect(parseForm(stringify(source), kindOf).hash).toBe(form.hash)
    }),
    { numRuns: 25, seed: 48, endOnFailure: true },
  )
})

test('whatever is answered, a form judges it, says the same again, and says it in words', () => {
  fc.assert(
    fc.property(fc.oneof(wildlyFilled, validlyFilled), ({ form, draft }) => {
      for (const language of ['sv', 'en'] as const) {
        const context = contextIn(language)
        const judgement = judge(form, draft, anySurroundings, context)
        expect(judge(form, draft, anySurroundings, context)).toEqual(judgement)
        for (const { message, at } of judgement.issues) {
          expect(message).not.toMatch(odd)
          for (const place of at) expect(form.questions.has(place.split('.')[0] ?? '')).toBe(true)
        }
        expect(JSON.parse(canonicalText(judgement.values))).toEqual(judgement.values)
        for (const { page, questions } of judgement.pages) {
          expect(live(form, draft, anySurroundings, context, page.id).visible).toEqual(
            Object.fromEntries(questions.map(({ question, visible }) => [question.id, visible])),
          )
        }
      }
    }),
    { numRuns: 40, seed: 49, endOnFailure: true },
  )
})

test('what is valid stays what it is when its record is read back', () => {
  let valid = 0
  fc.assert(
    fc.property(validlyFilled, ({ form, judgement }) => {
      const context = contextIn('sv')
      const { values, pages } = judgement
      const again = judge(
        form,
        readAnswers(form, { ...JSON.parse(canonicalText(values)) }).draft,
        anySurroundings,
        context,
      )
      // What is there in part may show other questions; where all is whole, nothing moves.
      const inPart = pages.some(({ questions }) =>
        questions.some(({ typed, value, visible }) => visible && typed !== undefined && value === undefined),
      )
      if (inPart) return
      valid += Object.keys(values).length
      expect(again.values).toEqual(values)
    }),
    { numRuns: 60, seed: 50, endOnFailure: true },
  )
  expect(valid).toBeGreaterThan(60)
})
