import { expect, it } from 'vitest'
import { compileForm } from '~/forms/compile'
import { ask, both, definitionOf } from '~/forms/testing/forms'
import { kindOf } from '../registry.server'
import { judged } from '../testing/judged'
import { identityNumber } from './kind'

const anybody = { allow: ['person', 'coordination', 'organisation'] }

it.each([
  ['19121212-1212', '19121212-1212'],
  ['191212121212', '19121212-1212'],
  ['19121212+1212', '19121212-1212'],
  ['19701063-2391', '19701063-2391'],
])('understands %s', (typed, number) => expect(judged(identityNumber, {}, typed)).toBe(number))

it('takes a person or an organisation where the form allows either', () => {
  expect(judged(identityNumber, anybody, '212000-2882')).toBe('212000-2882')
  expect(judged(identityNumber, anybody, '16212000-2882')).toBe('212000-2882')
  expect(judged(identityNumber, anybody, '19121212-1212')).toBe('19121212-1212')
  expect(judged(identityNumber, anybody, '212000-2883')).toEqual({ '': expect.stringContaining('Sista siffran') })
})

it.each([
  ['19121212-1213', {}, 'Sista siffran'],
  ['121212-1212', {}, 'fyra siffror'],
  ['19121312-1212', {}, 'inget datum'],
  ['19121212', {}, 'tolv siffror'],
  ['212000-2882', {}, 'tolv siffror'],
  ['19701063-2391', { allow: ['person'] }, 'samordningsnummer'],
  ['19121212-1212', { allow: ['coordination'] }, 'personnummer'],
])('names what is wrong with %s', (typed, options, words) => {
  expect(judged(identityNumber, options, typed)).toEqual({ '': expect.stringContaining(words) })
})

it('repeats no number that is wrong', () => {
  for (const typed of ['19850203-2385', '850203-2384', '19851303-2384', '19850203']) {
    expect(JSON.stringify(judged(identityNumber, {}, typed))).not.toContain('0203')
  }
})

it('is refused in titles, which stand in mails and file names', () => {
  const who = ask('who', 'identity-number')
  const title = both('About {a.who}')
  expect(() => compileForm(definitionOf([who], { title }), kindOf)).toThrow('title')
  expect(() => compileForm(definitionOf([who, ask('why', 'text', { help: title })]), kindOf)).not.toThrow()
})
