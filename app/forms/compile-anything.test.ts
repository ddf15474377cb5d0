import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileForm, FormProblems, parseForm } from './compile'
import { isList, isObject, type Json } from './json'
import { judge } from './judge'
import { context, surroundings } from './testing/forms'
import { filled, form } from './testing/grant'
import { kinds } from './testing/kinds'

const definition: Json = JSON.parse(JSON.stringify(form.definition))

/** Every place in a piece of JSON. */
function places(json: Json): (readonly (string | number)[])[] {
  const members = isList(json) ? [...json.entries()] : isObject(json) ? Object.entries(json) : []
  return [[], ...members.flatMap(([step, part]) => places(part).map((path) => [step, ...path]))]
}

function changed(
  json: Json,
  [step, ...rest]: readonly (string | number)[],
  change: Json | undefined,
): Json | undefined {
  if (step === undefined) return change
  if (isList(json)) {
    return json.flatMap((part, index) => {
      const next = index === step ? changed(part, rest, change) : part
      return next === undefined ? [] : [next]
    })
  }
  if (!isObject(json)) return json
  return Object.fromEntries(
    Object.entries(json).flatMap(([key, part]): [string, Json][] => {
      const next = key === step ? changed(part, rest, change) : part
      return next === undefined ? [] : [[key, next]]
    }),
  )
}

const expressions = fc.constantFrom(
  'a.used',
  'a.',
  '1',
  'true',
  'a.left.value() > 0',
  'a.why.value()',
  '{',
  '{a.x}',
  '',
  'used',
  'number',
)
const anything: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constant(undefined),
  expressions,
  fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value))),
)
const path = fc.constantFrom(...places(definition))

describe('whatever is in a definition', () => {
  it('compiling says what is wrong or gives a form that judges, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(path, anything), { minLength: 1, maxLength: 3 }), (changes) => {
        const source = changes.reduce<Json | undefined>(
          (json, [at, change]) => (json === undefined ? json : changed(json, at, change)),
          definition,
        )
        try {
          const compiled = compileForm(source, kinds)
          expect(judge(compiled, filled, surroundings, context).pages).toBeDefined()
        } catch (error) {
          if (!(error instanceof FormProblems)) throw error
          expect(error.problems.length).toBeGreaterThan(0)
          for (const { place, message } of error.problems) expect([place, message]).not.toContain('')
        }
      }),
      { numRuns: 150 },
    )
  })

  it('parsing any text says what is wrong', () => {
    for (const source of ['', '*nowhere', 'a: &a [*a]', '[', '\u0000', '%YAML 9', '['.repeat(20_000)]) {
      expect(() => parseForm(source, kinds)).toThrow(FormProblems)
    }
    fc.assert(
      fc.property(fc.string(), (source) => {
        expect(() => parseForm(source, kinds)).toThrow(FormProblems)
      }),
    )
  })
})
