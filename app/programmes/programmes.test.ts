import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type CompiledForm, FormProblems, parseForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { judge } from '~/forms/judge'
import type { Judgement } from '~/forms/judgement'
import type { FormContext } from '~/forms/kind-port'
import { prefill } from '~/forms/prefill'
import type { Surroundings } from '~/forms/surroundings'
import { languages } from '~/forms/text'
import { registerOf } from '~/kinds/register'
import { kindOf } from '~/kinds/registry.server'
import { municipalities } from '~/platform/municipalities.server'

const json: z.ZodType<Json> = z.json()
const patch = z.record(z.string(), json)

/** An issue that is expected; `message` in Swedish, plain spaces for the non-breaking ones. */
const issue = z.strictObject({
  question: z.string(),
  check: z.string().optional(),
  message: z.string().optional(),
  explained: z.boolean().default(false),
})

/** What judging must give. Whatever is not said about errors must not be there; null means «no value». */
const expectation = z.strictObject({
  complete: z.boolean().optional(),
  /** How many pages are to be filled in or read. */
  pages: z.int().optional(),
  errors: z.array(issue).default([]),
  /** Left out: as in the base, or none. */
  warnings: z.array(issue).optional(),
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

interface WorkedCase {
  readonly name: string
  readonly surroundings: Surroundings
  readonly answers: Readonly<Record<string, Json>>
  readonly expects: z.output<typeof expectation>
}

const folder = import.meta.dirname
const programmes = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const register = registerOf(municipalities())

function formsOf(programme: string): readonly CompiledForm[] {
  const files = readdirSync(path.join(folder, programme)).filter((name) => name.endsWith('.form.yaml'))
  return files.map((file) => {
    try {
      return parseForm(readFileSync(path.join(folder, programme, file), 'utf8'), kindOf)
    } catch (error) {
      if (!(error instanceof FormProblems)) throw error
      throw new Error(`${path.join(programme, file)} cannot be published:\n${error.message}`)
    }
  })
}

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

/** What is wrong with a file, with its name and where in it. */
function inFile<Content>(programme: string, file: string, read: () => Content): Content {
  try {
    return read()
  } catch (error) {
    const name = path.join(programme, 'cases', file)
    if (!(error instanceof z.ZodError)) throw new Error(`${name}: ${error instanceof Error ? error.message : error}`)
    throw new Error([name, ...error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)].join('\n'))
  }
}

/** The cases of a programme by form id. */
function casesOf(programme: string): ReadonlyMap<string, readonly WorkedCase[]> {
  const files = readdirSync(path.join(folder, programme, 'cases')).filter((name) => name.endsWith('.json'))
  const read = files.map((file): [string, Json] => [
    path.basename(file, '.json'),
    inFile(programme, file, () =>
      json.parse(JSON.parse(readFileSync(path.join(folder, programme, 'cases', file), 'utf8'))),
    ),
  ])
  const parsed = <Content>(name: string, shape: z.ZodType<Content>, content: Json) =>
    inFile(programme, `${name}.json`, () => shape.parse(content))
  const whole = new Map(
    read.flatMap(([name, content]) =>
      isObject(content) && 'base' in content ? [] : [[name, parsed(name, wholeCase, content)] as const],
    ),
  )
  const found = new Map<string, WorkedCase[]>()
  const add = (form: string, made: Omit<WorkedCase, 'surroundings'>, surroundings: Record<string, Json>) =>
    found.set(form, [...(found.get(form) ?? []), { ...made, surroundings: surroundingsOf(surroundings) }])
  for (const { form, name, surroundings, answers, expects } of whole.values()) {
    add(form, { name, answers, expects }, surroundings)
  }
  for (const [file, content] of read) {
    if (whole.has(file)) continue
    const { form, base, cases } = parsed(file, changedCases, content)
    const from = whole.get(base)
    if (from?.form !== form) throw new Error(`${file}: there is no case «${base}» of the form ${form}.`)
    for (const change of cases) {
      const answers = record(merged(from.answers, change.answers))
      const warnings = change.expects.warnings ?? from.expects.warnings
      const expects = { ...change.expects, ...(warnings && { warnings }) }
      add(form, { name: change.name, answers, expects }, record(merged(from.surroundings, change.surroundings)))
    }
  }
  return found
}

const texts = z.record(z.string(), z.string())
const surroundings: z.ZodType<Surroundings> = z.strictObject({
  round: z.strictObject({ year: z.int(), deadline: z.iso.datetime() }),
  agency: z.strictObject({ name: z.string(), contact: texts }),
  recipient: z.strictObject({
    name: z.string(),
    shortName: z.string(),
    orgNumber: z.string().exactOptional(),
    code: z.string().exactOptional(),
    county: z.string().exactOptional(),
    contact: texts,
  }),
  officer: z
    .strictObject({
      name: z.string(),
      email: z.string(),
      title: z.string().exactOptional(),
      phone: z.string().exactOptional(),
    })
    .exactOptional(),
  award: z.strictObject({
    kronor: z.int().exactOptional(),
    posts: z.int().exactOptional(),
    caseNumber: z.string().exactOptional(),
  }),
  rates: z.record(z.string(), z.int()),
  previous: z.strictObject({ year: z.int(), answers: patch }).exactOptional(),
  districts: z
    .array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        received: z.int(),
        reported: z.boolean(),
        used: z.int().exactOptional(),
        accrued: z.int().exactOptional(),
        planned: z.int().exactOptional(),
        explanation: z.string().exactOptional(),
      }),
    )
    .exactOptional(),
})

function surroundingsOf(source: Record<string, Json>): Surroundings {
  return surroundings.parse(source)
}

/** What the case holds once an officer has opened it and typed the answers. */
function draftOf(form: CompiledForm, { answers, surroundings }: WorkedCase, context: FormContext): Draft {
  const prefilled = prefill(form, surroundings, context)
  const draft: Record<string, Json> = { ...prefilled }
  for (const [key, answer] of Object.entries(answers)) {
    if (key.startsWith('explain:')) {
      draft[key] = answer
      continue
    }
    const question = form.questions.get(key)
    if (!question) throw new Error(`${form.definition.id} has no question «${key}».`)
    if (question.locked && key in prefilled) continue
    const typed = form.kind(key).read(answer, question)
    if (typed !== undefined) draft[key] = typed
  }
  return draft
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

/** The issues as they are written in a case: one for each question and check, messages only where one is expected. */
function issuesOf(judgement: Judgement, severity: 'error' | 'warning', wanted: readonly z.output<typeof issue>[]) {
  const found = new Map<string, z.output<typeof issue>>()
  for (const each of judgement.issues.filter((candidate) => candidate.severity === severity)) {
    const key = `${each.question} ${each.check ?? ''}`
    if (found.has(key)) continue
    const expected = wanted.find(({ question, check }) => question === each.question && check === each.check)
    found.set(key, {
      question: each.question,
      ...(each.check === undefined ? {} : { check: each.check }),
      ...(expected && expected.message === undefined ? {} : { message: plain(each.message) }),
      explained: each.explanation !== undefined,
    })
  }
  return [...found.values()]
}

/** Everything that is said to the one who fills in. */
function textsOf({ pages, issues }: Judgement): readonly string[] {
  const onPages = pages.flatMap(({ title, lead, text, more, questions }) => [
    title,
    lead,
    text,
    more?.title,
    more?.text,
    ...questions
      .filter(({ visible }) => visible)
      .flatMap(({ label, help, group, source, more }) => [label, help, group, source, more?.title, more?.text]),
  ])
  return [...onPages, ...issues.map(({ message }) => message)].filter((text) => text !== undefined)
}

/** A file that cannot be read stops the tests of its own programme alone. */
function readProgramme(programme: string) {
  try {
    return { forms: formsOf(programme), cases: casesOf(programme) }
  } catch (error) {
    return { error }
  }
}

test('there are programmes', () => {
  expect(programmes).not.toEqual([])
})

describe.each(programmes)('%s', (programme) => {
  const read = readProgramme(programme)
  if ('error' in read) {
    test('its files can be read', () => {
      throw read.error
    })
    return
  }
  const { forms, cases } = read

  test('every case belongs to a form of the folder, and every form has cases', () => {
    expect(forms.map(({ definition }) => definition.programme)).toEqual(forms.map(() => programme))
    expect([...cases.keys()].sort()).toEqual(forms.map(({ definition }) => definition.id).sort())
  })

  describe.each(forms.map((form) => [form.definition.id, form] as const))('%s', (id, form) => {
    test('a case breaks every check and leaves every question of a condition unanswered', () => {
      const broken = (cases.get(id) ?? []).flatMap(({ expects }) => [...expects.errors, ...(expects.warnings ?? [])])
      const checks = form.definition.checks.filter((check) => {
        const anyOf = new RegExp(`^${check.id.replaceAll(/\$[A-Za-z0-9]+?(?=\$|$)/g, '.+')}$`)
        return !broken.some((issue) => issue.check !== undefined && anyOf.test(issue.check))
      })
      expect(checks.map((check) => check.id)).toEqual([])
      // What is computed is never missing.
      const conditional = [...form.questions.values()].filter(
        ({ visible, optional, value }) => visible && optional !== true && value === undefined,
      )
      expect(
        conditional.map((question) => question.id).filter((id) => !broken.some(({ question }) => question === id)),
      ).toEqual([])
    })

    test.each(cases.get(id) ?? [])('$name', (worked) => {
      const { surroundings, expects } = worked
      const code = surroundings.recipient.code
      const context = (language: (typeof languages)[number]): FormContext => ({
        language,
        register,
        ...(code === undefined ? {} : { recipientCode: code }),
      })
      const draft = draftOf(form, worked, context('sv'))
      const judgement = judge(form, draft, surroundings, context('sv'))
      expect(issuesOf(judgement, 'error', expects.errors)).toEqual(expects.errors)
      const warnings = expects.warnings ?? issuesOf(judgement, 'warning', []).filter(({ explained }) => explained)
      expect(issuesOf(judgement, 'warning', warnings)).toEqual(warnings)
      const unexplained = warnings.some(({ explained }) => explained === false)
      const complete = expects.complete ?? (expects.errors.length === 0 && !unexplained)
      expect(judgement.complete, 'complete').toBe(complete)
      if (expects.pages !== undefined) expect(judgement.pages).toHaveLength(expects.pages)
      for (const [question, value] of Object.entries(expects.values)) {
        expect({ [question]: judgement.values[question] ?? null }).toEqual({ [question]: value })
      }
      const asked = judgement.pages.flatMap(({ questions }) => questions.filter(({ visible }) => visible))
      for (const question of expects.notAsked) {
        expect(form.questions.has(question)).toBe(true)
        expect(asked.map((each) => each.question.id)).not.toContain(question)
        expect(judgement.values).not.toHaveProperty(question)
      }

      // The same in every language: nothing but words differs, and no live value is missing from them.
      for (const language of languages) {
        const same = judge(form, draft, surroundings, context(language))
        expect(same.values).toEqual(judgement.values)
        expect(same.issues.map(({ id }) => id)).toEqual(judgement.issues.map(({ id }) => id))
        for (const text of textsOf(same)) expect(text).not.toMatch(/(^|\s)–(\s|$)|undefined|[{}$]/)
      }
    })
  })
})
