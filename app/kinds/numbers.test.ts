import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, formatDecimal, formatInteger } from '~/forms/format'
import { readNumber, readScaledNumber, readWholeNumber, wholeNumberOf } from './numbers'

const spaces = ['\u00a0', '\u202f', '\u2009', ' ', '\u2007']

describe('a whole number', () => {
  it.each([
    ['1127386', 1_127_386],
    ['1 127 386', 1_127_386],
    ...spaces.map((space): [string, number] => [`1${space}127${space}386`, 1_127_386]),
    ['1.127.386 kr', 1_127_386],
    ['1,127,386', 1_127_386],
    ["1'127'386", 1_127_386],
    ['1 127 386,00 kr', 1_127_386],
    ['1.127.386,00', 1_127_386],
    ['1,127,386.00', 1_127_386],
    ['1 127 386:-', 1_127_386],
    ['1 127 386,-', 1_127_386],
    ['1 127 386 kronor', 1_127_386],
    ['SEK 1 127 386', 1_127_386],
    ['  83 ', 83],
    ['083', 83],
    ['0', 0],
    ['-0', 0],
    ['+5', 5],
    ['−5', -5],
    ['–5', -5],
    ['- 5', -5],
    ['1.127', 1127],
    ['1 127', 1127],
    ['250.000', 250_000],
    ['1 250,000', 1250],
  ])('%j is %d', (text, value) => {
    expect(readWholeNumber(text)).toEqual({ type: 'whole', value })
  })

  it.each([
    'sjuhundra',
    '',
    'kr',
    '83 66',
    '12 34 567',
    '1.12.386',
    '1 127.386.1',
    '5e3',
    '0x10',
    '٣',
    '1 2',
    '5-',
    '--5',
    '1,2,3',
  ])('%j is none', (text) => expect(readWholeNumber(text).type).toBe('noNumber'))

  it.each(['1 127 386,50 kr', '2.8', '2,80', '1.127.386,40', '1,127', '250,000', '1,000', '0.125'])(
    '%j has decimals',
    (text) => expect(readWholeNumber(text).type).toBe('decimals'),
  )

  it('is never read inexactly', () => {
    expect(readWholeNumber('9007199254740993').type).toBe('tooLarge')
    expect(readNumber('1'.repeat(100), 'thousands')).toBeUndefined()
  })

  it('is read back from how it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (number) => {
        expect(wholeNumberOf(formatInteger(number, 'sv'))).toBe(number === 0 ? 0 : number)
      }),
    )
  })
})

describe('a number with decimals', () => {
  it.each([
    ['2.8', 280],
    ['2,8', 280],
    ['2,80', 280],
    ['2', 200],
    ['2,', 200],
    [',5', 50],
    ['2,8000', 280],
    ['1 127,50', 112_750],
    ['1.127,50', 112_750],
    ['−2,80', -280],
    ['-0,00', 0],
  ])('%j is %d hundredths', (text, units) => {
    expect(readScaledNumber(text, 2)).toEqual({ type: 'scaled', units })
  })

  it('names the neighbours of one with too many', () => {
    expect(readScaledNumber('2,855', 2)).toEqual({ type: 'decimals', below: 285, above: 286 })
    expect(readScaledNumber('2.855', 2)).toEqual({ type: 'decimals', below: 285, above: 286 })
    expect(readScaledNumber('−2,855', 2)).toEqual({ type: 'decimals', below: -286, above: -285 })
    expect(readScaledNumber('0,999', 2)).toEqual({ type: 'decimals', below: 99, above: 100 })
  })

  it('is read back from how it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 4 }), (units, scale) => {
        for (const language of ['sv', 'en'] as const) {
          const shown = formatDecimal(decimalOf(units, scale), language)
          expect(readScaledNumber(shown, scale)).toEqual({ type: 'scaled', units: units === 0 ? 0 : units })
        }
      }),
    )
  })
})
