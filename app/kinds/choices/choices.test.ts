import { describe, expect, it } from 'vitest'
import { judged, questionOf, words } from '../testing/judged'
import { choices } from './kind'

const options = {
  options: [
    { id: 'home', label: words('I hemmet') },
    { id: 'school', label: words('I skolan') },
    { id: 'none', label: words('Inga'), exclusive: true },
  ],
  other: { label: words('Annat') },
}

describe('several choices', () => {
  it('reads ticks of a browser, in the order of the options', () => {
    expect(judged(choices, options, { chosen: { school: 'school', home: 'home' } })).toEqual({
      chosen: ['home', 'school'],
    })
    expect(judged(choices, options, { chosen: { other: 'other' }, other: 'Kyrkan' })).toEqual({
      chosen: [],
      other: 'Kyrkan',
    })
  })

  it('reads an answers file', () => {
    expect(judged(choices, options, ['home'])).toEqual({ chosen: ['home'] })
    expect(judged(choices, options, 'home')).toEqual({ chosen: ['home'] })
    expect(judged(choices, options, { chosen: ['home'], other: 'Kyrkan' })).toEqual({
      chosen: ['home'],
      other: 'Kyrkan',
    })
  })

  it('asks for the words of «other», and for its tick', () => {
    expect(judged(choices, options, { chosen: { other: 'other' } })).toEqual({
      other: 'Skriv vad du menar med ”Annat”.',
    })
    expect(judged(choices, options, { other: 'Kyrkan' })).toEqual({ other: 'Kryssa i ”Annat” eller ta bort texten.' })
    expect(judged(choices, options, { chosen: { other: 'other' }, other: '😀' })).toEqual({
      other: expect.stringContaining('U+1F600'),
    })
  })

  it('does not mix an exclusive option with others', () => {
    const message = '”Inga” går inte att välja tillsammans med något annat. Ta bort det ena.'
    expect(judged(choices, options, ['home', 'none'])).toEqual({ '': message })
    expect(judged(choices, options, { chosen: ['none'], other: 'Kyrkan' })).toEqual({ '': message })
    expect(judged(choices, options, ['none'])).toEqual({ chosen: ['none'] })
  })

  it('wants enough of them, and known ones', () => {
    expect(judged(choices, { ...options, atLeast: 2 }, ['home'])).toEqual({ '': 'Välj minst 2 alternativ.' })
    expect(judged(choices, { ...options, atLeast: 2 }, ['none'])).toEqual({ chosen: ['none'] })
    expect(judged(choices, { ...options, atMost: 1 }, ['home', 'school'])).toEqual({
      '': 'Du har valt 2 alternativ. Högst 1 går att välja: ta bort 1.',
    })
    expect(judged(choices, { ...options, atMost: 1 }, { chosen: ['home'], other: 'Kyrkan' })).toHaveProperty('')
    expect(judged(choices, { ...options, atMost: 2 }, ['home', 'school'])).toEqual({ chosen: ['home', 'school'] })
    expect(() => questionOf(choices, { ...options, atLeast: 3, atMost: 2 })).toThrow('atMost')
    expect(judged(choices, options, ['moon'])).toEqual({ '': expect.stringContaining('”moon” finns inte') })
  })

  it('keeps «other» as an id for itself', () => {
    expect(() => questionOf(choices, { ...options, options: [{ id: 'other', label: words('Annat') }] })).toThrow(
      'other',
    )
  })
})
