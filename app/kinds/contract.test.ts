import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Blank, Display } from '~/forms/display'
import { languages } from '~/forms/text'
import type { Posted } from './contract'
import { allKinds, kindOf } from './registry.server'
import { unfolded } from './testing/html'
import { contextIn, questionOf } from './testing/judged'
import { samples } from './testing/samples'

const cases = allKinds.flatMap((kind) =>
  (samples[kind.name] ?? []).map((options, place) => ({ name: `${kind.name} ${place + 1}`, kind, options })),
)

/** Every text of a display, to see that there is one. */
function textsOf(display: Display): readonly string[] {
  switch (display.type) {
    case 'empty':
      return []
    case 'text':
      return [display.text]
    case 'lines':
      return display.lines
    case 'table':
      return display.rows.flatMap((row) => [row.label, ...row.cells])
    case 'file':
      return display.files.map(({ name }) => name)
  }
}

const blankTexts = (blank: Blank): readonly string[] =>
  blank.type === 'boxes' ? blank.options : blank.type === 'table' ? [...blank.columns, ...blank.rows] : []

const posts = fc.jsonValue({ maxDepth: 4 }).map((value): Posted => JSON.parse(JSON.stringify(value)))
const keys = fc.constantFrom('q', 'chosen', 'other', '0', '1', 'total', 'women', 'a18', 'early', 'name', '__proto__')
const shaped = fc.dictionary(keys, fc.oneof(posts, fc.dictionary(keys, posts), fc.string()))

describe('the registry', () => {
  const names = allKinds.map(({ name }) => name)

  it('holds every folder, under its own name', () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
      .map(({ name }) => name)
    const forgotten = folders.filter((name) => !names.includes(name))
    expect(forgotten, 'Add the kind to allKinds in app/kinds/registry.server.ts.').toEqual([])
    const homeless = names.filter((name) => !folders.includes(name))
    expect(homeless, 'Give the folder in app/kinds the name that its kind.ts says.').toEqual([])
    expect(new Set(names).size).toBe(names.length)
    for (const name of folders) expect(kindOf(name)?.name).toBe(name)
    expect(kindOf('constructor')).toBeUndefined()
  })

  it('has options to try every kind with', () => {
    const untried = names.filter((name) => !samples[name])
    expect(untried, 'Add the kind to samples in app/kinds/testing/samples.ts.').toEqual([])
    const gone = Object.keys(samples).filter((name) => !names.includes(name))
    expect(gone, 'There is no such kind in allKinds: see app/kinds/testing/samples.ts.').toEqual([])
  })

  it('refuses options that a kind does not know', () => {
    for (const { kind, options } of cases) {
      expect(kind.options.safeParse({ ...Object(options), surprise: 1 }).success).toBe(false)
    }
  })
})

describe.each(languages)('in %s', (language) => {
  const context = contextIn(language)

  describe.each(cases)('$name', ({ kind, options }) => {
    const question = questionOf(kind, options)
    const schema = kind.schema(question, context)
    const example = kind.example(question, context)

    it('reads, judges and writes its own example', () => {
      const typed = kind.read(example, question)
      expect(typed).toBeDefined()
      expect(schema.parse(typed)).toEqual(example)
      const back = schema.encode(example)
      expect(schema.decode(back)).toEqual(example)
      expect(kind.read(back, question)).toEqual(back)
      expect(JSON.parse(JSON.stringify(back))).toEqual(back)
    })

    it('shows its example, typed and read, and what it asks on paper', () => {
      const texts = textsOf(kind.display(question, example, context))
      expect(texts.join('').trim()).not.toBe('')
      expect(texts.join(' ')).not.toMatch(/undefined|NaN|\[object/)
      expect(
        textsOf(kind.displayTyped(question, schema.encode(example), context))
          .join('')
          .trim(),
      ).not.toBe('')
      expect(blankTexts(kind.blank(question, context)).join(' ')).not.toMatch(/undefined|NaN|\[object/)
      expect(kind.missing(question, context)).toMatch(/\S\.$/)
    })

    it('exports its example', () => {
      const columns = kind.columns(question, context)
      expect(columns.length).toBeGreaterThan(0)
      expect(new Set(columns.map(({ id }) => id)).size).toBe(columns.length)
      for (const column of columns) {
        expect(column.label).not.toBe('')
        const value = column.of(example)
        const types = {
          text: 'string',
          date: 'string',
          integer: 'number',
          money: 'number',
          decimal: 'number',
          boolean: 'boolean',
        }
        if (value !== null) expect(typeof value).toBe(types[column.type])
      }
      expect(columns.some((column) => column.of(example) !== null)).toBe(true)
    })

    it('types its example into fields that a post reads back', () => {
      const typed = schema.encode(example)
      if (kind.merge === 'append') return
      const posted = unfolded(kind.fields(question, typed))
      expect(kind.read(posted, question)).toEqual(typed)
    })

    it('never throws, whatever is posted, and what it accepts survives a round trip', () => {
      fc.assert(
        fc.property(fc.oneof(posts, shaped), (posted) => {
          const typed = kind.read(posted, question)
          if (typed === undefined) return
          textsOf(kind.displayTyped(question, typed, context))
          kind.fields(question, typed)
          kind.partial(question, typed, context)
          const result = schema.safeParse(typed)
          if (!result.success) {
            for (const { message, path } of result.error.issues) {
              expect(message).toMatch(/[.?]$/)
              // What was typed may be repeated, between quotation marks, and may itself be any word.
              expect(message.replace(/”.*”/s, '')).not.toMatch(/undefined|NaN|\[object|Invalid/)
              expect(path.every((key) => typeof key === 'string')).toBe(true)
            }
            return
          }
          expect(schema.parse(kind.read(result.data, question))).toEqual(result.data)
          expect(schema.parse(schema.encode(result.data))).toEqual(result.data)
        }),
        { numRuns: 150, seed: 47 },
      )
    })

    it('reads nothing from nothing', () => {
      for (const nothing of [undefined, null, '', '  ', [], {}]) expect(kind.read(nothing, question)).toBeUndefined()
    })
  })
})
