import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CompiledForm, FormProblems, parseForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import type { Json } from '~/forms/json'
import { judge } from '~/forms/judge'
import type { Judgement } from '~/forms/judgement'
import type { FormContext } from '~/forms/kind-port'
import { didYouMean } from '~/forms/nearest'
import { prefill } from '~/forms/prefill'
import { languages } from '~/forms/text'
import { registerOf } from '~/kinds/register'
import { kindOf } from '~/kinds/registry.server'
import { municipalities } from '~/platform/municipalities.server'
import { casesOf, type ExpectedIssue, guide, type WorkedCase } from './worked-cases'

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
function issuesOf(judgement: Judgement, severity: 'error' | 'warning', wanted: readonly ExpectedIssue[]) {
  const found = new Map<string, ExpectedIssue>()
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
    return { forms: formsOf(programme), cases: casesOf(folder, programme) }
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
      const unbroken = checks.map((check) => check.id)
      expect(
        unbroken,
        `No case breaks ${unbroken.join(', ')}. For each of these checks, add one whose answers break it, and which "expects" it among its "errors" or "warnings", to the "cases" ${where}`,
      ).toEqual([])
      // What is computed is never missing.
      const conditional = [...form.questions.values()].filter(
        ({ visible, optional, value }) => visible && optional !== true && value === undefined,
      )
      const answered = conditional
        .map((question) => question.id)
        .filter((id) => !broken.some(({ question }) => question === id))
      expect(
        answered,
        `No case leaves ${answered.join(', ')} unanswered. For each of these questions with a condition, add one in which it is asked and its answer is null, and which "expects" an error of it, to the "cases" ${where}`,
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
