import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { compileForm, FormProblems } from '../app/forms/compile'
import { functionNames, methodNames } from '../app/forms/functions'
import { allKinds, kindOf } from '../app/kinds/registry.server'

// docs/form-language.md is all that a newcomer has: whatever it shows must be so.

const guide = readFileSync(new URL('../docs/form-language.md', import.meta.url), 'utf8')
const blocks = (language: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, source = '']): unknown =>
    parse(source),
  )
const list = z.array(z.unknown())

const both = (text: string) => ({ sv: text, en: text })
const around = (questions: unknown[], checks: unknown[] = []) => ({
  id: 'example',
  programme: 'example',
  kind: 'return',
  reviewer: 'county',
  title: both('Example'),
  shortTitle: both('Example'),
  affirmation: both('I sign.'),
  pages: [{ id: 'page', title: both('Page'), questions }],
  checks,
})
const problemsOf = (definition: unknown) => {
  try {
    compileForm(definition, kindOf)
    return []
  } catch (error) {
    if (error instanceof FormProblems) return error.problems
    throw error
  }
}

describe('the guide to the form language', () => {
  it('shows a whole form', () => {
    expect(blocks('yaml form').map(problemsOf)).toEqual([[]])
  })

  const questions = blocks('yaml question').map((block) => list.parse(block))
  it.each(questions.map((block) => [JSON.stringify(block).slice(7, 30), block] as const))(
    'shows %s …',
    (_name, block) => {
      expect(problemsOf(around(block))).toEqual([])
    },
  )

  it('shows pages', () => {
    const pages = blocks('yaml pages').map((block) => list.parse(block))
    expect(pages).not.toEqual([])
    const stops = blocks('yaml stop').flatMap((block) => list.parse(block))
    expect(stops).not.toEqual([])
    const agreement = pages.filter((block) => JSON.stringify(block).includes('"agreement"'))
    expect(agreement.map((block) => problemsOf({ ...around([], stops), pages: block }))).toEqual([[]])
    expect(pages.map((block) => problemsOf({ ...around([]), pages: block }))).toEqual(pages.map(() => []))
  })

  it('shows rates', () => {
    const rates = blocks('yaml rates').flatMap((block) => list.parse(block))
    expect(rates).not.toEqual([])
    const value = "rates.perPost.at('officer', round.year + 1) + rates.travel.at('far')"
    const cost = { id: 'cost', kind: 'money', label: both('Cost'), value }
    expect(problemsOf({ ...around([cost]), rates })).toEqual([])
  })

  it('shows checks', () => {
    const all = questions.flat()
    const table = z.object({ id: z.literal('clientsAll') }).loose()
    const clients = all.flatMap((each) => table.safeParse(each).data ?? [])
    const costs = all.flatMap(
      (each) =>
        z
          .object({ id: z.literal('costs') })
          .loose()
          .safeParse(each).data ?? [],
    )
    const checks = blocks('yaml check').flatMap((block) => list.parse(block))
    const asked = [...clients, ...clients.map((each) => ({ ...each, id: 'clientsNew' })), ...costs]
    expect(checks).not.toEqual([])
    expect(problemsOf(around(asked, checks))).toEqual([])
  })

  it('shows checks of rows', () => {
    const ids = z.object({ id: z.enum(['activities', 'areas']) }).loose()
    const tables = questions.flat().flatMap((each) => ids.safeParse(each).data ?? [])
    const checks = blocks('yaml rows').flatMap((block) => list.parse(block))
    expect(checks).not.toEqual([])
    expect(problemsOf(around(tables, checks))).toEqual([])
  })

  it('shows limits, each of which can be written', () => {
    const section = guide.split('### Limits and rounding')[1]?.split('\n### ')[0] ?? ''
    const recipes = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, recipe = '']) => recipe)
    expect(recipes.length).toBeGreaterThan(5)
    const ask = (id: string, kind: string, more = {}) => ({ id, kind, label: both(id), ...more })
    const items = {
      rowLabel: both('Item'),
      columns: [{ id: 'amount', kind: 'money', label: both('Amount') }],
    }
    const asked = [
      ...['x', 'total', 'base'].map((id) => ask(id, 'money')),
      ...['signed', 'decided'].map((id) => ask(id, 'date')),
      ask('posts', 'decimal', { options: { scale: 2 } }),
      ask('items', 'table', { options: items }),
      ask('employment', 'period'),
    ]
    const isCondition = (recipe: string) => recipe.includes('<=')
    const checks = recipes
      .filter(isCondition)
      .map((holds, index) => ({ id: `limit${index}`, holds, at: ['x'], text: both('Too much.') }))
    const computed = recipes
      .filter((recipe) => !isCondition(recipe))
      .map((value, index) => ask(`part${index}`, 'money', { value }))
    const form = { ...around([...asked, ...computed], checks), rates: ['unitAmount', 'perMonth'] }
    expect(problemsOf(form)).toEqual([])
  })

  it('names every kind, and each of its options', () => {
    const onPages = blocks('yaml pages').flatMap((block) => z.array(z.object({ questions: list })).parse(block))
    const all = [...questions.flat(), ...onPages.flatMap((page) => page.questions)]
    const shown = new Set(all.map((each) => z.object({ kind: z.string() }).parse(each).kind))
    const forgotten = allKinds.map(({ name }) => name).filter((name) => !shown.has(name))
    expect(
      forgotten,
      'Add a section with a block marked `yaml question` under «Kinds of questions» in docs/form-language.md.',
    ).toEqual([])
    const unnamed = allKinds.flatMap(({ name, options }) => {
      const schema = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' })
      return Object.keys(schema.properties ?? {})
        .filter((option) => !guide.includes(option))
        .map((option) => `${name}.${option}`)
    })
    expect(unnamed, 'Say in docs/form-language.md what the option is for.').toEqual([])
  })

  it('names every function', () => {
    expect([...functionNames].filter((name) => !new RegExp(`\`[^\`]*\\b${name}\\(`).test(guide))).toEqual([])
  })

  it('names the methods over lists and optionals', () => {
    const named = ['hasValue', 'value', 'or', 'orValue', 'all', 'exists', 'exists_one', 'map', 'filter', 'size']
    for (const name of named) {
      expect(methodNames.has(name)).toBe(true)
      expect(guide).toContain(`.${name}(`)
    }
  })
})
