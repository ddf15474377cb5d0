import { expect, it } from 'vitest'
import { contextIn, judged, questionOf, words } from '../testing/judged'
import { scale } from './kind'

const plain = { from: 1, to: 5, low: words('låg'), high: words('hög') }
const unsure = { ...plain, dontKnow: words('Vet inte') }

it('reads a step, and «don’t know» only where it is offered', () => {
  expect(judged(scale, plain, '4')).toBe(4)
  expect(judged(scale, unsure, 'dontKnow')).toBe('dontKnow')
  expect(judged(scale, unsure, 'Vet inte')).toBe('dontKnow')
  expect(judged(scale, plain, 'dontKnow')).toEqual({ '': 'Välj ett tal från 1 till 5.' })
  expect(judged(scale, unsure, '6')).toEqual({ '': 'Välj ett tal från 1 till 5, eller ”Vet inte”.' })
})

it('shows the step with what the ends mean', () => {
  expect(scale.display(questionOf(scale, plain), 4, contextIn('sv'))).toEqual({
    type: 'text',
    text: '4 på skalan 1 (låg) till 5 (hög)',
  })
})

it('runs upwards', () => expect(() => questionOf(scale, { ...plain, to: 1 })).toThrow('low to high'))
