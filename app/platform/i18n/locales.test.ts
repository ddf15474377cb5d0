import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { languages as formLanguages } from '~/forms/text'
import { projectRoot } from '../root.server'
import { languages } from './languages'
import { resources, type Texts } from './locales.server'

/** «a.b.c» → text, for every text of a namespace; «a.0» in a list. */
function flat(texts: Texts | readonly string[], above = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${above}${key}`, value]] : flat(value, `${above}${key}.`),
  )
}

const all = resources()
const names = Object.keys(all.sv)
const placeholders = (text: string) => [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1]).sort()

it('has the same languages as the form language', () => {
  expect(languages).toEqual(formLanguages)
})

it('has the same namespaces in every language', () => {
  for (const language of languages) expect(Object.keys(all[language]).sort()).toEqual([...names].sort())
})

describe.each(names)('%s', (name) => {
  const sv = new Map(flat(all.sv[name] ?? {}))
  const en = new Map(flat(all.en[name] ?? {}))

  it('has the same keys in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...sv.keys()].sort())
  })

  it('has no empty text', () => {
    for (const texts of [sv, en]) expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  it('fills in the same values in both languages', () => {
    const differing = [...sv].filter(
      // «Ett fel» needs no count where «One error» has none either way round.
      ([key, text]) => !/_(zero|one)$/.test(key) && `${placeholders(text)}` !== `${placeholders(en.get(key) ?? '')}`,
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('uses our own way of writing', () => {
    const texts = [...sv]
    const pleading = texts.filter(([, text]) => /\bvänligen\b/i.test(text))
    const shouting = texts.filter(([, text]) => /!/.test(text.replaceAll('Klart!', '')))
    const straight = texts.filter(([, text]) => /"/.test(text))
    expect({ pleading, shouting, straight }).toEqual({ pleading: [], shouting: [], straight: [] })
  })
})

/** Files that take texts of exactly one namespace: there a literal key can be looked up. */
function usesOfTexts(): { file: string; namespace: string; key: string }[] {
  const root = join(projectRoot(), 'app')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^generated/.test(file))
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8')
      const found = [...source.matchAll(/(?:useTranslation\(|translator\(\w+,\s*)'(\w+)'\)/g)].map((match) => match[1])
      const [namespace, ...others] = new Set(found)
      if (namespace === undefined || others.length > 0) return []
      return [...source.matchAll(/\bt\(\s*'([\w.:]+)'(?:,\s*{\s*ns: '(\w+)')?/g)].map(([, written = '', ns]) => {
        const [before = '', after] = written.split(':')
        return after === undefined
          ? { file, namespace: ns ?? namespace, key: before }
          : { file, namespace: before, key: after }
      })
    })
}

it('has every text that the code asks for by name', () => {
  const uses = usesOfTexts()
  const missing = uses.filter(({ namespace, key }) => {
    const keys = new Map(flat(all.sv[namespace] ?? {}))
    return !keys.has(key) && !keys.has(`${key}_other`)
  })
  expect(missing).toEqual([])
  expect(uses.length).toBeGreaterThan(100)
})
