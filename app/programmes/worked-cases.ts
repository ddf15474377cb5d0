import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Json } from '~/forms/json'
import { didYouMean } from '~/forms/nearest'
import { inWords, refusals } from '~/forms/schema-words'
import type { Surroundings } from '~/forms/surroundings'
import { writtenSurroundings } from '~/forms/surroundings-schema'

/** Where the tests send whoever has to add a case. */
export const guide = 'docs/form-language.md, «Worked cases».'

const json: z.ZodType<Json> = z.json()
const patch = z.record(z.string(), json)

/** An issue that is expected; `message` in Swedish, plain spaces for the non-breaking ones. */
const expectedIssue = z.strictObject({
  question: z.string(),
  check: z.string().optional(),
  message: z.string().optional(),
  explained: z.boolean().default(false),
})

export type ExpectedIssue = z.output<typeof expectedIssue>

/** What judging must give. Whatever is not said about errors must not be there; null means «no value». */
const expectation = z.strictObject({
  complete: z.boolean().optional(),
  /** How many pages are to be filled in or read. */
  pages: z.int().optional(),
  errors: z.array(expectedIssue).default([]),
  /** Left out: as in the base, or none. */
  warnings: z.array(expectedIssue).optional(),
  values: patch.default({}),
  notAsked: z.array(z.string()).default([]),
})

/** A case whole: all that an officer types beside what is prefilled. */
const wholeCase = z.strictObject({
  form: z.string(),
  name: z.string(),
  source: z.string(),
  /** What the filed papers lack. */
  madeUp: z.array(z.string()),
  surroundings: patch,
  answers: patch,
  expects: expectation,
})

/** What changes in a whole case (merged into it, null removes) and what comes of it. */
const changedCases = z.strictObject({
  form: z.string(),
  base: z.string(),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      surroundings: patch.default({}),
      answers: patch.default({}),
      expects: expectation,
    }),
  ),
})

/** A case as it is tried: whole, also where its file says what differs alone. */
export interface WorkedCase {
  readonly name: string
  readonly surroundings: Surroundings
  readonly answers: Readonly<Record<string, Json>>
  readonly expects: z.output<typeof expectation>
}

/** The same before its surroundings are read. */
type Given = Omit<WorkedCase, 'surroundings'> & { readonly surroundings: Json }

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** RFC 7386; and `{ repeat, times }` is that text so many times over. */
function merged(target: Json | undefined, change: Json): Json {
  if (!isObject(change)) return change
  if (typeof change.repeat === 'string' && typeof change.times === 'number') return change.repeat.repeat(change.times)
  const result: Record<string, Json> = isObject(target) ? { ...target } : {}
  for (const [key, part] of Object.entries(change)) {
    if (part === null) delete result[key]
    else result[key] = merged(result[key], part)
  }
  return result
}

const record = (value: Json): Record<string, Json> => patch.parse(value)

const surrounded = z.object({ surroundings: writtenSurroundings })

/** What is wrong with a file, with its name and where in it. */
function inFile<Content>(file: string, read: () => Content, place = ''): Content {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw new Error(`${file}: ${error instanceof Error ? error.message : error}`)
    throw new Error([`${file} cannot be used:`, ...refusals(error, place)].join('\n  '))
  }
}

/**
 * The cases of a programme, a folder below `folder`, by form id.
 *
 * @throws Error with the file and the place of what is wrong in it
 */
export function casesOf(folder: string, programme: string): ReadonlyMap<string, readonly WorkedCase[]> {
  const place = path.join(folder, programme, 'cases')
  if (!existsSync(place)) throw new Error(`Make a folder app/programmes/${programme}/cases with worked cases: ${guide}`)
  const fileOf = (name: string) => path.join(programme, 'cases', `${name}.json`)
  const parsed = <Content>(name: string, shape: z.ZodType<Content>, content: unknown) =>
    inFile(fileOf(name), () => shape.parse(content, { error: inWords }))
  const read = readdirSync(place)
    .filter((name) => name.endsWith('.json'))
    .map((file): [string, Json] => {
      const name = path.basename(file, '.json')
      const text = readFileSync(path.join(place, file), 'utf8')
      return [
        name,
        parsed(
          name,
          json,
          inFile(fileOf(name), () => JSON.parse(text)),
        ),
      ]
    })
  const whole = new Map(
    read.flatMap(([name, content]) =>
      isObject(content) && 'base' in content ? [] : [[name, parsed(name, wholeCase, content)] as const],
    ),
  )
  const found = new Map<string, WorkedCase[]>()
  const add = (file: string, form: string, made: Given, where = '') => {
    const { surroundings } = inFile(fileOf(file), () => surrounded.parse(made, { error: inWords }), where)
    found.set(form, [...(found.get(form) ?? []), { ...made, surroundings }])
  }
  for (const [file, { form, name, surroundings, answers, expects }] of whole) {
    add(file, form, { name, answers, expects, surroundings })
  }
  for (const [file, content] of read) {
    if (whole.has(file)) continue
    const { form, base, cases } = parsed(file, changedCases, content)
    const from = whole.get(base)
    if (from?.form !== form) {
      const bases = [...whole].flatMap(([name, each]) => (each.form === form ? [name] : []))
      throw new Error(
        `${fileOf(file)}: «base» names no file with a whole case of «${form}»: «${base}».${didYouMean(base, bases)}`,
      )
    }
    for (const [index, change] of cases.entries()) {
      const answers = record(merged(from.answers, change.answers))
      const surroundings = merged(from.surroundings, change.surroundings)
      const warnings = change.expects.warnings ?? from.expects.warnings
      const expects = { ...change.expects, ...(warnings && { warnings }) }
      add(file, form, { name: change.name, answers, expects, surroundings }, `cases.${index}`)
    }
  }
  return found
}
