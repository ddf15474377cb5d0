import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type CompiledForm, FormProblems, parseForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { judge } from '~/forms/judge'
import type { Judgement } from '~/forms/judgement'
import type { FormContext } from '~/forms/kind-port'
import { didYouMean } from '~/forms/nearest'
import { prefill } from '~/forms/prefill'
import { inWords, refusals } from '~/forms/schema-words'
import type { Surroundings } from '~/forms/surroundings'
import { writtenSurroundings } from '~/forms/surroundings-schema'
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

/** The same before its surroundings are read. */
type Given = Omit<WorkedCase, 'surroundings'> & { readonly surroundings: Json }

const folder = import.meta.dirname
const guide = 'docs/form-language.md, «Worked cases».'
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

/** The cases of a programme by form id. */
function casesOf(programme: string): ReadonlyMap<string, readonly WorkedCase[]> {
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
  expect(programmes, 'app/programmes has no folder of a grant').not.toEqual([])
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

  test('every form says the name of the folder as its programme', () => {
    for (const { definition } of forms) {
      const wrong = `The form «${definition.id}» says «programme: ${definition.programme}», but lies in app/programmes/${programme}. Make them the same.`
      expect(definition.programme, wrong).toBe(programme)
    }
  })

  test('every case belongs to a form of the folder, and every form has cases', () => {
    const ids = forms.map(({ definition }) => definition.id)
    for (const id of ids) {
      expect([...cases.keys()], `Add a whole case, with "form": "${id}", to ${programme}/cases: ${guide}`).toContain(id)
    }
    for (const id of cases.keys()) {
      const wrong = `A case in ${programme}/cases has "form": "${id}", which is no form of the folder.${didYouMean(id, ids)}`
      expect(ids, wrong).toContain(id)
    }
  })

  describe.each(forms.map((form) => [form.definition.id, form] as const))('%s', (id, form) => {
    test('a case breaks every check and leaves every question of a condition unanswered', () => {
      const broken = (cases.get(id) ?? []).flatMap(({ expects }) => [...expects.errors, ...(expects.warnings ?? [])])
      const where = `of a file with "base" in ${programme}/cases; ${guide}`
      const checks = form.definition.checks.filter((check) => {
        const anyOf = new RegExp(`^${check.id.replaceAll(/\$[A-Za-z0-9]+?(?=\$|$)/g, '.+')}$`)
        return !broken.some((issue) => issue.check !== undefined && anyOf.test(issue.check))
      })
      expect(
        checks.map((check) => check.id),
        `No case breaks these checks. For each, add one whose answers do, and which "expects" it among its "errors" or "warnings", to the "cases" ${where}`,
      ).toEqual([])
      // What is computed is never missing.
      const conditional = [...form.questions.values()].filter(
        ({ visible, optional, value }) => visible && optional !== true && value === undefined,
      )
      expect(
        conditional.map((question) => question.id).filter((id) => !broken.some(({ question }) => question === id)),
        `No case leaves these questions, which have a condition, unanswered while they are asked. For each, add one that takes the answer away with null, and "expects" an error of it, to the "cases" ${where}`,
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
