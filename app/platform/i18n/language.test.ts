import { describe, expect, it } from 'vitest'
import { languageOf } from './language.server'
import { languageCookie, themeCookie, themeOf } from './preferences.server'
import { translator } from './translator.server'

const asking = (headers: Record<string, string>) => new Request('http://bidra.example/', { headers })

describe('the language of a page', () => {
  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['en;q=0.2, sv;q=0.7', 'sv'],
    ['de, fr;q=0.9, en;q=0.1', 'en'],
    ['en;q=0, de', 'sv'],
    ['', 'sv'],
  ])('is what the browser wishes: %s', async (header, expected) => {
    expect(await languageOf(asking({ 'accept-language': header }))).toBe(expected)
  })

  it('is the person’s own before the browser’s', async () => {
    expect(await languageOf(asking({ 'accept-language': 'sv' }), 'en')).toBe('en')
  })

  it('is what was chosen here before all else', async () => {
    const [pair = ''] = languageCookie('en', true).split(';')
    expect(await languageOf(asking({ cookie: `a=b; ${pair}`, 'accept-language': 'sv' }), 'sv')).toBe('en')
  })

  it('is not made up by a broken cookie', async () => {
    expect(await languageOf(asking({ cookie: 'bidra-sprak=klingon' }))).toBe('sv')
  })
})

it('remembers a theme, and forgets it', () => {
  const [dark = ''] = themeCookie('dark', false).split(';')
  expect(themeOf(asking({ cookie: dark }))).toBe('dark')
  expect(themeCookie(undefined, false)).toContain('Max-Age=0')
  expect(themeOf(asking({ cookie: 'bidra-tema=' }))).toBeUndefined()
})

it('gives texts to the server in either language', () => {
  expect(translator('sv', 'common')('save.savedAt', { time: 'kl. 14.03' })).toBe('Sparat kl. 14.03')
  expect(translator('en', 'common')('field.left', { count: 1, number: '1' })).toBe('1 character left')
})
