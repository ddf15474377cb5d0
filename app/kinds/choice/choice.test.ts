import { expect, it } from 'vitest'
import { judged, questionOf, words } from '../testing/judged'
import { choice } from './kind'

const options = {
  options: [
    { id: 'yes', label: words('Ja') },
    { id: 'unsure', label: words('Går inte att säga') },
  ],
}

it('reads an id, or a label', () => {
  expect(judged(choice, options, 'unsure')).toBe('unsure')
  expect(judged(choice, options, ' Går inte att säga ')).toBe('unsure')
})

it('refuses what it does not offer', () => {
  expect(judged(choice, options, 'kanske')).toEqual({ '': '”kanske” finns inte bland alternativen. Välj ett av dem.' })
  expect(() => questionOf(choice, { options: [...options.options, ...options.options] })).toThrow('the same')
})
