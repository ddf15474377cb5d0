import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { text } from './kind'

it('keeps lines where it may have several', () => {
  expect(judged(text, { multiline: true }, 'en\r\ntvå  ')).toBe('en\ntvå')
  expect(judged(text, {}, 'en\r\ntvå  ')).toBe('en två')
})

it('counts characters as browsers do', () => {
  const limit = { multiline: true, maxLength: 1000 }
  expect(judged(text, limit, 'x'.repeat(1001))).toEqual({
    '': 'Texten är 1 tecken för lång. Högst 1\u00a0000 tecken får plats.',
  })
  expect(judged(text, limit, 'x'.repeat(1000))).toHaveLength(1000)
  expect(judged(text, {}, 'x'.repeat(201))).toEqual({ '': expect.stringContaining('Högst 200') })
})

it('names a character that the document cannot hold', () => {
  expect(judged(text, {}, 'Tack 😀')).toEqual({ '': expect.stringContaining('”😀”') })
  expect(judged(text, {}, 'Áŋđ Č Š ŧ ž Ł')).toBe('Áŋđ Č Š ŧ ž Ł')
})

it('takes what one cannot see for nothing', () => {
  expect(judged(text, {}, '\u200b')).toEqual({ '': 'Skriv ett svar.' })
})

it('counts words where the form counts them, and says how many are too many', () => {
  const limit = { multiline: true, maxWords: 5 }
  expect(judged(text, limit, 'Vi hjälpte 83 personer –\n\ni år.')).toEqual({
    '': 'Texten är 1 ord för lång. Korta den till högst 5 ord.',
  })
  expect(judged(text, limit, 'Vi hjälpte 83 personer  – nu.')).toBe('Vi hjälpte 83 personer  – nu.')
  expect(judged(text, { ...limit, maxLength: 5 }, 'Vi hjälpte')).toEqual({ '': expect.stringContaining('5 tecken') })
})

it('wants the look that the form says, in the words of the form', () => {
  const pattern = { shapes: ['99.999', 'AA-9*'], message: { sv: 'Skriv koden så här: 93.600.', en: 'Like 93.600.' } }
  expect(judged(text, { pattern }, ' 93.600 ')).toBe('93.600')
  expect(judged(text, { pattern }, 'Åb-9c')).toBe('Åb-9c')
  for (const odd of ['93600', '93.6000', 'A3.600', 'Åb-c9']) {
    expect(judged(text, { pattern }, odd)).toEqual({ '': 'Skriv koden så här: 93.600.' })
  }
  expect(judged(text, { pattern: { ...pattern, shapes: ['SE \\A9'] } }, 'SE A7')).toBe('SE A7')
})
