import { expect, it } from 'vitest'
import { translator } from '~/platform/i18n/translator.server'
import { when } from './when'

const now = new Date('2021-01-15T22:30:00Z')

it.each([
  ['2021-01-14T23:30:00Z', 'i dag kl. 00.30', 'today at 00:30'],
  ['2021-01-14T22:59:00Z', 'i går kl. 23.59', 'yesterday at 23:59'],
  ['2021-01-13T22:59:00Z', '13 januari 2021', '13 January 2021'],
])('says %s as people do, by the day in Sweden', (at, sv, en) => {
  const said = (language: 'sv' | 'en') =>
    when(new Date(at), now, language, translator(language, 'case')).replaceAll('\u00a0', ' ')
  expect([said('sv'), said('en')]).toEqual([sv, en])
})
