import { expect, it } from 'vitest'
import { contextIn, judged, questionOf } from '../testing/judged'
import { municipalities } from './kind'

it('finds municipalities by name or code, in fields or lines', () => {
  expect(judged(municipalities, {}, { 0: 'Botkyrka', 1: '', 2: 'salems kommun' })).toEqual(['0127', '0128'])
  expect(judged(municipalities, {}, 'Botkyrka, 0128\nStockholms stad')).toEqual(['0127', '0128', '0180'])
})

it('suggests the nearest name', () => {
  expect(judged(municipalities, {}, ['Salem', 'Bottkyrka'])).toEqual({
    1: 'Vi hittar ingen kommun som heter ”Bottkyrka”. Menar du Botkyrka?',
  })
  expect(judged(municipalities, {}, ['Göteborgs universitet'])).toEqual({
    0: 'Vi hittar ingen kommun som heter ”Göteborgs universitet”. Kontrollera stavningen.',
  })
})

it('takes each once, and not the recipient itself', () => {
  expect(judged(municipalities, {}, ['Huddinge'])).toEqual({ 0: expect.stringContaining('er egen kommun') })
  expect(judged(municipalities, {}, ['Salem', '0128'])).toEqual({ 1: expect.stringContaining('två gånger') })
  expect(judged(municipalities, { max: 1 }, ['Salem', 'Botkyrka'])).toEqual({ 1: expect.stringContaining('Högst 1') })
})

it('suggests every other municipality', () => {
  expect(municipalities.suggestions(contextIn('sv'))).toEqual(['Botkyrka', 'Stockholm', 'Salem'])
})

it('shows names, and lets expressions see what could be read', () => {
  const question = questionOf(municipalities, {})
  const context = contextIn('sv')
  expect(municipalities.display(question, ['0127'], context)).toEqual({ type: 'lines', lines: ['Botkyrka'] })
  expect(municipalities.partial(question, ['Salem', 'Bottkyrka'], context)).toEqual(['0128'])
})
