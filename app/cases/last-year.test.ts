import { describe, expect, test } from 'vitest'
import type { Json } from '~/forms/json'
import type { CaseRecord } from '~/forms/record'
import { workedCase } from '~/views/testing/worked-case'
import { figuresOf } from './figures.server'
import { lastYear } from './last-year.server'

const { form, record, context } = workedCase('personligt-ombud/cases/po-return-botkyrka-2020')

function since(changes: Readonly<Record<string, Json>>, explanations: CaseRecord['explanations'] = {}) {
  const answers = { ...record.answers, ...changes }
  const surroundings = { ...record.surroundings, previous: { year: 2019, answers } }
  return lastYear(form, { ...record, explanations, surroundings }, context)
}

describe('the figures of a case', () => {
  test('are those that the form names, in words', () => {
    const { kind, amount, award, remaining, key } = figuresOf(form, record, context)
    expect([kind, amount?.text, award, remaining?.none]).toEqual([
      'return',
      '1\u00a0127\u00a0386\u00a0kr',
      '1\u00a0127\u00a0386\u00a0kr',
      true,
    ])
    expect(key.map(({ label, short }) => [label, short])).toEqual([
      ['Klienter under året', '83\u00a0kvinnor, 66\u00a0män'],
      ['Nya klienter', '50\u00a0kvinnor, 36\u00a0män'],
      ['Hur många tjänster har ni använt?', expect.stringMatching(/^2,80/)],
    ])
  })
})

describe('what has changed since last year', () => {
  test('is nothing to speak of without a last year', () => {
    expect(lastYear(form, record, context)).toBeUndefined()
  })

  test('is empty when every answer is the same', () => {
    expect(since({})).toEqual({ before: 2019, now: 2020, deltas: [], differences: [] })
  })

  test('leads with the figures of the form, and has the words that were asked for', () => {
    const found = since(
      {
        trainingOffered: true,
        clientsNew: { total: { women: 40, men: 21 } },
        usedKronor: 1_082_940,
        trendsReasons: 'Något annat.',
        contactName: 'Bo Blåmes',
      },
      { muchMoreclientsNew: 'Fler söker hjälp.' },
    )
    expect(found?.deltas).toEqual([
      {
        question: 'usedKronor',
        label: 'Hur mycket har ni använt?',
        before: '1\u00a0082\u00a0940\u00a0kr',
        now: '1\u00a0127\u00a0386\u00a0kr',
        percent: 4,
        words: [],
      },
      {
        question: 'clientsNew',
        label: 'Nya klienter',
        before: '61',
        now: '86',
        percent: 41,
        words: ['Fler söker hjälp.'],
      },
      expect.objectContaining({ question: 'trainingOffered', before: 'Ja', now: 'Nej', percent: undefined }),
    ])
    expect(found?.differences.map(({ question }) => question)).toEqual(
      expect.arrayContaining(['contactName', 'trendsReasons', 'usedKronor']),
    )
  })

  test('says no per cent where there was nothing before', () => {
    const found = since({ remaining: -1, clientsNew: { total: { women: 0, men: 0 } } })
    expect(found?.deltas.map(({ question, percent }) => [question, percent])).toEqual([
      ['remaining', undefined],
      ['clientsNew', undefined],
    ])
  })
})
