import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judge } from './judge'
import { canonicalText, freeze, sha256Hex } from './record'
import { ask, both, context, formOf, surroundings } from './testing/forms'

describe('canonical text', () => {
  // RFC 8785, 3.2.2 and 3.2.3
  it('is as the standard has it', () => {
    const value = {
      numbers: JSON.parse('[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]'),
      string: '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    }
    expect(canonicalText(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],' +
        '"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    )
  })

  it('sorts members by UTF-16', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 }
    expect(canonicalText(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
  })

  it('is the same whatever the order, and is JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = canonicalText(value)
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalText(reversed)).toBe(text)
        expect(canonicalText(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it('refuses what is no number', () => {
    expect(() => canonicalText({ x: Number.NaN })).toThrow()
  })

  it('is hashed as UTF-8', () => {
    expect(sha256Hex('å')).toBe(sha256Hex(new Uint8Array([0xc3, 0xa5])))
    expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })
})

describe('freezing', () => {
  const form = formOf([ask('costs', 'number'), ask('why', 'word', { optional: true })], {
    checks: [{ id: 'low', severity: 'warning', holds: 'a.costs.value() > 5', at: ['costs'], text: both('Low.') }],
  })
  const facts = {
    case: { id: 'c1', caseNumber: '16571/2020' },
    formVersion: 3,
    round: { programme: 'test', kind: 'return', year: 2020, deadline: '2021-01-15T22:59:59.000Z' },
    surroundings,
    frozenAt: new Date('2021-01-04T09:00:00Z'),
  }

  it('keeps what is answered, and the words on warnings', () => {
    const judgement = judge(form, { costs: '3', 'explain:low': 'So it was.' }, surroundings, context)
    expect(freeze(form, judgement, facts)).toEqual({
      bidra: 1,
      case: facts.case,
      form: { id: 'test-form', version: 3, hash: form.hash },
      round: facts.round,
      surroundings,
      answers: { costs: 3 },
      explanations: { low: 'So it was.' },
      frozenAt: '2021-01-04T09:00:00.000Z',
    })
  })

  it('refuses what is not complete', () => {
    expect(() => freeze(form, judge(form, { costs: '3' }, surroundings, context), facts)).toThrow(RangeError)
  })
})
