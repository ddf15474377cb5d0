import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, formatDecimal, formatInteger, formatKronor, formatTime } from './format'
import { ask, both, formOf, surroundings } from './testing/forms'
import { resolveText } from './texts'

const text = (label: string, values = {}) => {
  const form = formOf([
    ask('costs', 'number'),
    ask('posts', 'hundredths'),
    ask('start', 'date'),
    ask('note', 'word'),
    ask('labelled', 'word', { label: both(label) }),
  ])
  return (['sv', 'en'] as const).map((language) =>
    resolveText(form, form.questions.get('labelled')?.label ?? both(''), language, { surroundings, values }).replaceAll(
      '\u00a0',
      '_',
    ),
  )
}

describe('live values in texts', () => {
  const cases: [string, string, string, object?][] = [
    ['Used {round.year}', 'Used 2020', 'Used 2020'],
    ['{award.kronor | kr}', '1_127_386_kr', '1_127_386_kr'],
    ['{award.kronor|number} of {a.costs | number}', '1_127_386 of −5', '1_127_386 of −5', { costs: -5 }],
    ['{award.posts | decimal}', '2,80', '2.80'],
    ['{a.posts | decimal}', '2,80', '2.80', { posts: '2.80' }],
    ['{award.posts.value() / 10 | decimal(1)}', '2,8', '2.8'],
    ['{round.deadline | date}', '15_januari 2021', '15_January 2021'],
    ['{a.start | date}', '1_maj 2021', '1_May 2021', { start: '2021-05-01' }],
    ['{["A"] | names}', 'A', 'A'],
    ['{["A", "B"] | names}', 'A och B', 'A and B'],
    ['{["A", "B", "C"] | names}', 'A, B och C', 'A, B and C'],
    ['{["A", "B", "C", "D", "E"] | names}', 'A, B, C och 2 till', 'A, B, C and 2 more'],
    ['{["A", "B"].filter(n, n == "C") | names}', '–', '–'],
    ['{[a.note, a.note, award.caseNumber] | names}', 'words och words', 'words and words', { note: 'words' }],
    ['{a.note}', 'words', 'words', { note: 'words' }],
    ['{a.note}, {a.costs | kr}', '–, –', '–, –'],
    ['{a.costs.value() + 1}', '–', '–'],
    ['{a.costs.hasValue() || round.year > 1 ? "a }" : "b"}', 'a }', 'a }'],
    ['{{braces}} and }}', '{braces} and }', '{braces} and }'],
    ['{{"a": 1}["a"]}', '{"a": 1}["a"]}', '{"a": 1}["a"]}'],
    ['{ {"a": 1}["a"] }', '1', '1'],
    ['a } b', 'a } b', 'a } b'],
  ]
  for (const [source, swedish, english, values] of cases) {
    it(source, () => expect(text(source, values)).toEqual([swedish, english]))
  }
})

describe('numbers', () => {
  it('have non-breaking spaces and a true minus', () => {
    expect(formatInteger(1127386, 'sv')).toBe('1\u00a0127\u00a0386')
    expect(formatInteger(-1000, 'en')).toBe('\u22121\u00a0000')
    expect(formatInteger(999, 'sv')).toBe('999')
    expect(formatInteger(-0, 'sv')).toBe('0')
    expect(formatKronor(0, 'sv')).toBe('0\u00a0kr')
    expect(formatDecimal('-1127386.50', 'sv')).toBe('\u22121\u00a0127\u00a0386,50')
    expect(formatDecimal('2.80', 'en')).toBe('2.80')
  })
})

describe('dates', () => {
  it('are Swedish dates, summer and winter', () => {
    expect(formatDateTime('2021-01-15T23:30:00Z', 'sv')).toBe('16\u00a0januari 2021 kl.\u00a000.30')
    expect(formatDateTime(new Date('2021-07-15T22:30:05Z'), 'en', { seconds: true })).toBe(
      '16\u00a0July 2021 at 00:30:05',
    )
    expect(formatDate('2021-01-15', 'sv', { weekday: true })).toBe('fredag 15\u00a0januari 2021')
    expect(formatTime('2021-01-15T13:03:00Z', 'sv')).toBe('kl.\u00a014.03')
    expect(formatDate('soon', 'sv')).toBe('soon')
  })
})
