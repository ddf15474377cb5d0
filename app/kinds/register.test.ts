import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseMunicipalities } from '~/platform/municipalities.server'
import { registerOf } from './register'

const entries = parseMunicipalities(readFileSync('app/grants/register/municipalities.csv', 'utf8'))
const register = registerOf(entries)

describe('the register of municipalities', () => {
  test('holds every municipality once', () => {
    expect(register.all).toHaveLength(290)
    expect(new Set(entries.map((entry) => entry.code)).size).toBe(290)
    expect(new Set(entries.map((entry) => entry.county)).size).toBe(21)
  })

  test.each([
    ['Stockholm', '0180'],
    ['stockholms kommun', '0180'],
    ['Stockholms stad', '0180'],
    ['  NYKVARN  kommun ', '0140'],
    ['Örebro', '1880'],
    ['0127', '0127'],
    ['Upplands Väsby', '0114'],
  ])('finds «%s»', (text, code) => {
    expect(register.find(text)?.code).toBe(code)
  })

  test('does not find what is misspelt', () => {
    expect(register.find('Bottkyrka')).toBeUndefined()
    expect(register.find('')).toBeUndefined()
  })

  test.each([
    ['Bottkyrka', 'Botkyrka'],
    ['Sunbyberg', 'Sundbyberg'],
    ['Sodertalje', 'Södertälje'],
    ['Jarfalla kommun', 'Järfälla'],
    ['Ostersund', 'Östersund'],
    ['Norrtlje', 'Norrtälje'],
    ['Älmhut', 'Älmhult'],
    ['Vallentua', 'Vallentuna'],
  ])('suggests a name for «%s»', (text, shortName) => {
    expect(register.nearest(text)?.shortName).toBe(shortName)
  })

  test.each(['Köpenhamn', 'xyz', '', 'Arbetsförmedlingen'])('suggests nothing for «%s»', (text) => {
    expect(register.nearest(text)).toBeUndefined()
  })

  test('every short name is its own nearest', () => {
    for (const entry of register.all) expect(register.nearest(entry.shortName)?.shortName).toBe(entry.shortName)
  })
})
