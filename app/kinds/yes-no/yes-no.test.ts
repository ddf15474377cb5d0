import { expect, it } from 'vitest'
import { judged } from '../testing/judged'
import { yesNo } from './kind'

it('reads a radio, a word and a value', () => {
  for (const typed of ['yes', 'ja', 'true', true]) expect(judged(yesNo, {}, typed)).toBe(true)
  for (const typed of ['no', 'Nej', 'false', false]) expect(judged(yesNo, {}, typed)).toBe(false)
  expect(judged(yesNo, {}, 'kanske')).toEqual({ '': 'Välj Ja eller Nej.' })
  expect(judged(yesNo, {}, 'kanske', 'en')).toEqual({ '': 'Choose Yes or No.' })
})
