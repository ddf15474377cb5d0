import { checkIssues } from './check-issues'
import type { CompiledForm } from './compiled-form'
import type { Page, Question } from './definition'
import type { Draft } from './draft'
import { type Json, sameJson } from './json'
import type { Issue, JudgedPage, JudgedQuestion, Judgement, PageState } from './judgement'
import type { FormContext } from './kind-port'
import type { Reading } from './reading'
import type { Surroundings } from './surroundings'
import { withReading } from './with-reading'

/**
 * Judges a whole draft: what is visible, answered, readable, missing and wrong, in the context's language. Never throws
 * for what was typed.
 */
export function judge(form: CompiledForm, draft: Draft, surroundings: Surroundings, context: FormContext): Judgement {
  return withReading(form, draft, surroundings, context, (reading) => {
    const issues = inOrder(form, [...answerIssues(reading), ...checkIssues(reading)])
    const marking = byQuestion(issues)
    const pages = form.pages
      .filter((page) => reading.isPageVisible(page.id))
      .map((page) => judgedPage(reading, page, issues, marking))
    return {
      pages,
      values: valuesOf(reading),
      issues,
      explanations: Object.fromEntries(
        issues.flatMap(({ check, explanation }) => (check && explanation !== undefined ? [[check, explanation]] : [])),
      ),
      complete: issues.every(isSettled),
    }
  })
}

/** Whether an issue stands in nobody's way: a warning that is explained. */
export const isSettled = (issue: Issue): boolean => issue.severity === 'warning' && issue.explanation !== undefined

function valuesOf(reading: Reading): Readonly<Record<string, Json>> {
  const values: Record<string, Json> = {}
  for (const id of reading.form.questions.keys()) {
    const { value } = reading.answer(id)
    if (value !== undefined) values[id] = value
  }
  return values
}

function answerIssues(reading: Reading): Issue[] {
  const { form, context } = reading
  const issues: Issue[] = []
  for (const [id, { kind, page, value }] of form.compiled.questions) {
    const answer = reading.answer(id)
    const question = reading.asked(id)
    const add = (path: readonly string[], message: string, missing: boolean) => {
      const field = [id, ...path].join('.')
      const at = [field]
      const sort = missing ? 'missing' : 'unreadable'
      issues.push({
        id: `${field}:${sort}`,
        severity: 'error',
        page: page.id,
        question: id,
        path,
        at,
        message,
        missing,
      })
    }
    for (const { path, message, missing } of answer.refusals) add(path, message, missing)
    const isAsked = answer.status === 'notAnswered' && !value
    if (isAsked && !reading.isOptional(id)) {
      add([], question.missing ? reading.text(question.missing) : kind.missing(question, context), true)
    }
  }
  return issues
}

/** The order of the form, and of the questions' own issues before those of the checks. Ids become unique. */
function inOrder(form: CompiledForm, issues: readonly Issue[]): readonly Issue[] {
  const order = new Map([...form.questions.keys()].map((id, index) => [id, index]))
  const sorted = [...issues].sort((one, other) => (order.get(one.question) ?? 0) - (order.get(other.question) ?? 0))
  const seen = new Map<string, number>()
  return sorted.map((issue) => {
    const count = (seen.get(issue.id) ?? 0) + 1
    seen.set(issue.id, count)
    return count === 1 ? issue : { ...issue, id: `${issue.id}:${count}` }
  })
}

function byQuestion(issues: readonly Issue[]): ReadonlyMap<string, readonly Issue[]> {
  const marking = new Map<string, Issue[]>()
  for (const issue of issues) {
    for (const id of new Set(issue.at.map((field) => field.split('.')[0] ?? field))) {
      const known = marking.get(id)
      if (known) known.push(issue)
      else marking.set(id, [issue])
    }
  }
  return marking
}

function judgedPage(
  reading: Reading,
  page: Page,
  all: readonly Issue[],
  marking: ReadonlyMap<string, readonly Issue[]>,
): JudgedPage {
  const questions = page.questions.map((question) => judgedQuestion(reading, question, marking.get(question.id) ?? []))
  const issues = all.filter((issue) => issue.page === page.id)
  return {
    page,
    title: reading.text(page.title),
    ...(page.lead ? { lead: reading.text(page.lead) } : {}),
    ...(page.text ? { text: reading.text(page.text) } : {}),
    ...(page.more ? { more: { title: reading.text(page.more.title), text: reading.text(page.more.text) } } : {}),
    questions,
    state: stateOf(reading, questions, issues),
    issues,
  }
}

function judgedQuestion(reading: Reading, question: Question, issues: readonly Issue[]): JudgedQuestion {
  const { status, typed, value } = reading.answer(question.id)
  const { help, more, group, source } = question
  return {
    question: reading.asked(question.id),
    hidden: [...reading.hiddenParts(question.id), ...reading.hiddenCells(question.id)],
    status,
    visible: reading.isVisible(question.id),
    locked: reading.isLocked(question.id),
    computed: question.value !== undefined,
    optional: reading.isOptional(question.id),
    notOffered: reading.notOffered(question.id),
    ...(typed === undefined ? {} : { typed }),
    ...(value === undefined ? {} : { value }),
    issues,
    label: reading.text(question.label),
    ...(help ? { help: reading.text(help) } : {}),
    ...(more ? { more: { title: reading.text(more.title), text: reading.text(more.text) } } : {}),
    ...(group ? { group: reading.text(group) } : {}),
    ...(source ? { source: reading.text(source) } : {}),
  }
}

function stateOf(reading: Reading, questions: readonly JudgedQuestion[], issues: readonly Issue[]): PageState {
  const open = issues.filter((issue) => !isSettled(issue))
  if (open.some(({ missing }) => !missing)) return 'needsCorrecting'
  const asked = questions.filter(({ visible, computed, locked }) => visible && !computed && !locked)
  if (open.length > 0) return asked.some((each) => isWorkedOn(reading, each)) ? 'started' : 'notStarted'
  const isUntouched = asked.every(({ optional, typed }) => optional && typed === undefined)
  return isUntouched && asked.length > 0 ? 'optional' : 'done'
}

/** Somebody has typed something; what was filled in when the case was opened does not count. */
function isWorkedOn(reading: Reading, { question, typed }: JudgedQuestion): boolean {
  const own = reading.draft[question.id]
  if (typed === undefined || own === undefined || own === null) return false
  const prefilled = reading.prefilled(question.id)
  return prefilled === undefined || !sameJson(own, reading.form.kind(question.id).read(prefilled, question))
}
