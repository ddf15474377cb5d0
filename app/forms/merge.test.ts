import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Draft } from './draft'
import type { Json } from './json'
import { mergePage } from './merge'
import { ask, both, formOf } from './testing/forms'

const form = formOf(
  [
    ask('word', 'word'),
    ask('ages', 'grid', { options: { rows: ['all', 'young'], columns: ['women', 'men'] } }),
    ask('rows', 'rows', { options: { rows: ['one', 'two'] } }),
    ask('files', 'names'),
    ask('lines', 'lines', { options: { words: ['name'], numbers: ['cost'] } }),
  ],
  { checks: [{ id: 'odd', severity: 'warning', holds: 'false', at: ['word'], text: both('Odd.') }] },
)
const merge = (base: Draft, current: Draft, posted: Draft) => mergePage(form, base, current, posted)

describe('merging a page', () => {
  it('takes what only I changed, and keeps what only they changed', () => {
    const base = { word: 'a', ages: { all: { women: '1', men: '2' } } }
    const current = { word: 'a', ages: { all: { women: '1', men: '3' } } }
    const merged = merge(base, current, { word: 'b', ages: { all: { women: '7', men: '2' } } })
    expect(merged).toEqual({
      draft: { word: 'b', ages: { all: { women: '7', men: '3' } } },
      changes: [
        { key: 'word', before: 'a', after: 'b' },
        { key: 'ages', before: { all: { women: '1', men: '3' } }, after: { all: { women: '7', men: '3' } } },
      ],
      conflicts: [],
    })
  })

  it('keeps the stored value where both changed, and shows both', () => {
    const merged = merge({ word: 'a' }, { word: 'theirs' }, { word: 'mine' })
    expect(merged).toEqual({
      draft: { word: 'theirs' },
      changes: [],
      conflicts: [{ key: 'word', path: [], base: 'a', mine: 'mine', theirs: 'theirs' }],
    })
  })

  it('names the cell, and the row, that both changed', () => {
    const merged = merge(
      { ages: { all: { women: '1' } } },
      { ages: { all: { women: '2' } }, rows: { one: true } },
      { ages: { all: { women: '3', men: '4' } }, rows: { one: false, two: true } },
    )
    expect(merged.draft).toEqual({ ages: { all: { women: '2', men: '4' } }, rows: { one: true, two: true } })
    expect(merged.conflicts).toEqual([
      { key: 'ages', path: ['all', 'women'], base: '1', mine: '3', theirs: '2' },
      { key: 'rows', path: ['one'], base: null, mine: false, theirs: true },
    ])
  })

  it('is no conflict when both wrote the same', () => {
    expect(merge({}, { word: 'x' }, { word: 'x' })).toEqual({ draft: { word: 'x' }, changes: [], conflicts: [] })
  })

  it('empties', () => {
    const merged = merge({ word: 'a' }, { word: 'a' }, { word: null })
    expect(merged).toEqual({ draft: {}, changes: [{ key: 'word', before: 'a', after: null }], conflicts: [] })
    expect(merge({ ages: { all: { women: '1' } } }, { ages: { all: { women: '1' } } }, { ages: {} }).draft).toEqual({})
  })

  it('asks when one empties and the other changes', () => {
    const merged = merge({ word: 'a' }, { word: 'b' }, { word: null })
    expect(merged.conflicts).toEqual([{ key: 'word', path: [], base: 'a', mine: null, theirs: 'b' }])
    expect(merged.draft).toEqual({ word: 'b' })
  })

  it('touches no question that was not posted', () => {
    expect(merge({ word: 'a' }, { word: 'b', rows: { one: true } }, {}).changes).toEqual([])
  })

  it('only adds files', () => {
    const merged = merge({ files: ['a'] }, { files: ['b'] }, { files: ['a', 'c'] })
    expect(merged.draft).toEqual({ files: ['b', 'a', 'c'] })
    expect(merge({ files: ['a'] }, { files: ['a'] }, { files: null })).toMatchObject({ changes: [], conflicts: [] })
  })

  it('merges explanations as one text', () => {
    const merged = merge({}, { 'explain:odd': 'theirs' }, { 'explain:odd': 'mine' })
    expect(merged.conflicts).toHaveLength(1)
  })
})

describe('merging, whatever was typed', () => {
  const text = fc.constantFrom('a', 'b', 'c')
  const cells = fc.dictionary(fc.constantFrom('all', 'young'), fc.dictionary(fc.constantFrom('women', 'men'), text))
  const drafts: fc.Arbitrary<Draft> = fc.record(
    { word: text, ages: cells, rows: fc.dictionary(fc.constantFrom('one', 'two'), fc.boolean()) },
    { requiredKeys: [] },
  )
  const keys = ['word', 'ages', 'rows']
  const posted = drafts.map((draft): Draft => Object.fromEntries(keys.map((key) => [key, draft[key] ?? null])))
  /** Empty rows are as good as none. */
  const tidy = (value: Json | undefined): Json => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value ?? null
    const parts = Object.entries(value).flatMap(([key, part]) =>
      tidy(part) === null ? [] : [[key, tidy(part)] as const],
    )
    return parts.length === 0 ? null : Object.fromEntries(parts)
  }

  it('alone, mine stands', () => {
    fc.assert(
      fc.property(drafts, posted, (base, mine) => {
        const merged = merge(base, base, mine)
        expect(merged.conflicts).toEqual([])
        expect(tidy(merged.draft)).toEqual(tidy(mine))
      }),
    )
  })

  it('without a change of mine, theirs stands', () => {
    fc.assert(
      fc.property(drafts, drafts, (base, current) => {
        const mine = Object.fromEntries(keys.map((key) => [key, base[key] ?? null]))
        expect(merge(base, current, mine)).toEqual({ draft: current, changes: [], conflicts: [] })
      }),
    )
  })

  it('posting twice changes nothing the second time', () => {
    fc.assert(
      fc.property(drafts, drafts, posted, (base, current, mine) => {
        const once = merge(base, current, mine)
        const twice = merge(base, once.draft, mine)
        expect(twice.draft).toEqual(once.draft)
        expect(twice.changes).toEqual([])
        expect(twice.conflicts).toEqual(once.conflicts)
      }),
    )
  })

  it('no value is lost: each cell is mine, theirs, or in a conflict that names both', () => {
    fc.assert(
      fc.property(drafts, drafts, posted, (base, current, mine) => {
        const { draft, conflicts } = merge(base, current, mine)
        const at = (from: Json | undefined, path: readonly string[]): Json =>
          path.reduce<Json>(
            (part, step) =>
              typeof part === 'object' && part !== null && !Array.isArray(part) ? tidyMember(part, step) : null,
            from ?? null,
          )
        const places = [
          'word',
          ...['all', 'young'].flatMap((row) => ['women', 'men'].map((column) => `ages.${row}.${column}`)),
        ]
        for (const place of places) {
          const path = place.split('.')
          const [was, theirs, want, got] = [base, current, mine, draft].map((each) => at(each, path))
          const isConflict = conflicts.some(({ key, path: below }) => [key, ...below].join('.') === place)
          expect(isConflict).toBe(want !== was && theirs !== was && want !== theirs)
          expect(got).toBe(want !== was && !isConflict ? want : theirs)
        }
      }),
    )
  })

  const tidyMember = (part: object, step: string): Json => tidy(Reflect.get(part, step))
})

describe('merging rows that come and go', () => {
  const [a, b, c] = [{ name: 'A' }, { name: 'B' }, { name: 'C' }]

  it('keeps the rows of both', () => {
    expect(merge({ lines: { a } }, { lines: { a, b } }, { lines: { a, c } })).toMatchObject({
      draft: { lines: { a, b, c } },
      conflicts: [],
    })
    expect(merge({}, { lines: { b } }, { lines: { c } }).draft).toEqual({ lines: { b, c } })
  })

  it('takes away only what is named', () => {
    expect(merge({ lines: { a, b } }, { lines: { a, b } }, { lines: { a: null } }).draft).toEqual({ lines: { b } })
    expect(merge({ lines: { a, b } }, { lines: { a, b } }, { lines: { b } })).toMatchObject({
      draft: { lines: { a, b } },
      changes: [],
    })
    expect(merge({ lines: { a } }, { lines: { a } }, { lines: { a: null } }).draft).toEqual({})
    expect(merge({ lines: { a } }, { lines: { a } }, { lines: null }).draft).toEqual({ lines: { a } })
    expect(merge({}, {}, { lines: { a: null } })).toEqual({ draft: {}, changes: [], conflicts: [] })
  })

  it('shows both where both changed a row, or one took it away', () => {
    expect(merge({ lines: { a } }, { lines: { a: b } }, { lines: { a: c } }).conflicts).toEqual([
      { key: 'lines', path: ['a'], base: a, mine: c, theirs: b },
    ])
    expect(merge({ lines: { a } }, { lines: { a: b } }, { lines: { a: null } })).toMatchObject({
      draft: { lines: { a: b } },
      conflicts: [{ path: ['a'], base: a, mine: null, theirs: b }],
    })
  })
})
