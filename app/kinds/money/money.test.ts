import { expect, it } from 'vitest'
import { contextIn, judged, questionOf } from '../testing/judged'
import { money } from './kind'

it.each(['1 127 386', '1127386', '1.127.386 kr', '1 127 386,00 kr', '1\u00a0127\u202f386:-'])(
  'understands %s',
  (typed) => expect(judged(money, {}, typed)).toBe(1_127_386),
)

it('is typed from a value as people read it', () => {
  expect(money.read(1127386, questionOf(money, {}))).toBe('1\u00a0127\u00a0386')
})

it('refuses öre, words and what is below zero or too much', () => {
  expect(judged(money, {}, '1 127 386,50 kr')).toEqual({
    '': 'Skriv beloppet i hela kronor, utan ören, till exempel 700\u00a0000.',
  })
  expect(judged(money, {}, 'sjuhundra')).toEqual({
    '': 'Skriv beloppet i hela kronor med siffror, till exempel 700\u00a0000.',
  })
  expect(judged(money, {}, '−5')).toEqual({ '': 'Beloppet får inte vara mindre än 0\u00a0kr. Kontrollera beloppet.' })
  expect(judged(money, { max: 1000 }, '1001')).toEqual({
    '': 'Beloppet får inte vara större än 1\u00a0000\u00a0kr. Kontrollera beloppet.',
  })
  expect(judged(money, { min: -10 }, '−5')).toBe(-5)
  expect(judged(money, {}, '99999999999999999')).toEqual({ '': expect.stringContaining('för stort') })
})

it('is in another currency where the form says so', () => {
  const euros = { currency: 'EUR' }
  expect(judged(money, euros, '1 200 EUR')).toBe(1200)
  for (const amount of ['eur 1 200', '€1 200', '1.200 €']) expect(judged(money, euros, amount)).toBe(1200)
  for (const other of ['1 200 kr', 'SEK 1 200', '1 200 USD'])
    expect(judged(money, euros, other)).toEqual({ '': expect.stringContaining('hela EUR med siffror') })
  expect(judged(money, { currency: 'NOK' }, '1 200 kr')).toEqual({ '': expect.stringContaining('hela NOK') })
  expect(judged(money, euros, '1 200,50')).toEqual({ '': expect.stringContaining('hela EUR, utan decimaler') })
  const question = questionOf(money, euros)
  expect(money.display(question, 1200, contextIn('sv'))).toMatchObject({ text: '1\u00a0200\u00a0EUR' })
  expect(money.columns(question, contextIn('sv'))).toMatchObject([{ label: 'Fråga (EUR)', type: 'integer' }])
  expect(() => questionOf(money, { currency: 'euro' })).toThrow('three letters')
})
