import type { CompiledForm } from '~/forms/compile'
import { type Display, filesOf } from '~/forms/display'
import type { Json } from '~/forms/json'
import type { Issue, JudgedPage, JudgedQuestion, Judgement, PageState } from '~/forms/judgement'
import type { Context, FormContext } from '~/forms/kind-port'
import { readablePrevious } from '~/forms/readable-previous'
import { withRowsOf } from '~/forms/row-choices'
import type { Surroundings } from '~/forms/surroundings'
import { resolveText } from '~/forms/texts'
import { kindOf } from '~/kinds/registry.server'
import { figureChange } from '../diff/figure-change'
import { isTable } from '../sheet/compare-file'

/** One question as the browser gets it: every text resolved in one language, nothing but JSON. */
export interface StepQuestion {
  readonly id: string
  readonly kind: string
  readonly number?: string | undefined
  readonly label: string
  readonly help?: string | undefined
  readonly more?: { readonly title: string; readonly text: string } | undefined
  readonly group?: string | undefined
  readonly source?: string | undefined
  readonly follows?: string | undefined
  readonly visible: boolean
  /** Ids of options that are not shown. */
  readonly notOffered: readonly string[]
  readonly optional: boolean
  /** Cannot be typed: prefilled and locked, or computed. Shown as `display`. */
  readonly fixed?: { readonly by: 'locked' | 'computed'; readonly display: Display } | undefined
  readonly options: Json
  /** Rows and columns that are not there as the answers stand (app/forms/parts.ts). */
  readonly hidden: readonly string[]
  readonly typed?: Json | undefined
  readonly previous?: Display | undefined
  /** How a figure has moved since: «+25 (+41 %)», as it was saved. */
  readonly previousChange?: string | undefined
  /** Nobody has answered yet, and last year's answer, or its files, can be used again. */
  readonly again?: 'answer' | 'files' | undefined
  /** Stands in rows, and can be filled in with Excel. */
  readonly sheet?: true | undefined
  /** What the field suggests while one types; absent for nearly all. */
  readonly suggestions?: readonly string[] | undefined
  readonly issues: readonly StepIssue[]
}

export interface StepIssue {
  readonly id: string
  readonly severity: 'error' | 'warning'
  /** Field names that are marked; the first is where the error links to. */
  readonly at: readonly string[]
  readonly path: readonly string[]
  readonly question: string
  readonly message: string
  readonly check?: string | undefined
  readonly explanation?: string | undefined
}

/** A page to fill in. */
export interface Step {
  readonly id: string
  readonly number?: string | undefined
  /** For the recipient alone: never handed in. */
  readonly internal: boolean
  readonly title: string
  readonly lead?: string | undefined
  readonly text?: string | undefined
  readonly more?: { readonly title: string; readonly text: string } | undefined
  readonly questions: readonly StepQuestion[]
  /** Errors, missing answers among them, that link to this page. */
  readonly issues: readonly StepIssue[]
  readonly position: number
  readonly states: readonly PageState[]
  readonly previousPage?: string | undefined
  readonly nextPage?: string | undefined
  readonly previousYear?: number | undefined
}

/** The page of a judged form, ready for the browser. Undefined when it is not there, or hidden. */
export function toStep(
  form: CompiledForm,
  judgement: Judgement,
  pageId: string,
  surroundings: Surroundings,
  context: FormContext,
): Step | undefined {
  const position = judgement.pages.findIndex(({ page }) => page.id === pageId)
  const judged = judgement.pages[position]
  if (!judged) return undefined
  const view = new StepView(form, judgement, surroundings, context)
  const { page } = judged
  const before = judgement.pages[position - 1]?.page.id
  const after = judgement.pages[position + 1]?.page.id
  return {
    id: page.id,
    title: judged.title,
    internal: page.internal ?? false,
    questions: judged.questions.map((question) => view.question(question)),
    issues: judged.issues.map(toStepIssue),
    position: position + 1,
    states: judgement.pages.map(({ state }) => state),
    ...texts(judged),
    ...(before ? { previousPage: before } : {}),
    ...(after ? { nextPage: after } : {}),
    ...(surroundings.previous ? { previousYear: surroundings.previous.year } : {}),
  }
}

function texts({ page, lead, text, more }: JudgedPage) {
  return {
    ...(page.number ? { number: page.number } : {}),
    ...(lead ? { lead } : {}),
    ...(text ? { text } : {}),
    ...(more ? { more } : {}),
  }
}

export function toStepIssue(issue: Issue): StepIssue {
  const { id, severity, at, path, question, message, check, explanation } = issue
  return {
    id,
    severity,
    at,
    path,
    question,
    message,
    ...(check ? { check } : {}),
    ...(explanation ? { explanation } : {}),
  }
}

class StepView {
  readonly #context: Context
  constructor(
    readonly form: CompiledForm,
    readonly judgement: Judgement,
    readonly surroundings: Surroundings,
    context: FormContext,
  ) {
    const scope = { surroundings, values: judgement.values }
    this.#context = { ...context, text: (text) => resolveText(form, text, context.language, scope) }
  }

  question(judged: JudgedQuestion): StepQuestion {
    const { question, typed, value, label, help, more, group, source } = judged
    const fixed = judged.computed ? 'computed' : judged.locked ? 'locked' : undefined
    const kind = this.form.kind(question.id)
    const display: Display = value === undefined ? { type: 'empty' } : kind.display(question, value, this.#context)
    const suggestions = fixed ? [] : (kindOf(question.kind)?.suggestions(this.#context) ?? [])
    return {
      id: question.id,
      kind: question.kind,
      label,
      visible: judged.visible,
      optional: judged.optional,
      options: this.#resolved(this.#options(question)),
      hidden: judged.hidden,
      notOffered: judged.notOffered,
      issues: judged.issues.map(toStepIssue),
      ...(question.number ? { number: question.number } : {}),
      ...(help ? { help } : {}),
      ...(more ? { more } : {}),
      ...(group ? { group } : {}),
      ...(source ? { source } : {}),
      ...(question.follows ? { follows: question.follows } : {}),
      ...(fixed ? { fixed: { by: fixed, display } } : {}),
      ...(typed === undefined ? {} : { typed }),
      ...this.previous(judged, fixed !== undefined),
      ...(suggestions.length > 0 ? { suggestions } : {}),
      ...(!fixed && this.#isTable(question) ? { sheet: true } : {}),
    }
  }

  /** Last year's answer, where this year's definition can still show it, how far a figure has moved since, and whether it can be used again. */
  previous({ question, typed, value, visible }: JudgedQuestion, fixed: boolean) {
    const previous = readablePrevious(this.form, question.id, this.surroundings, this.#context)
    if (!previous) return {}
    const display = this.form.kind(question.id).display(question, previous.value, this.#context)
    const change = figureChange(previous.value, value, this.#context.language)
    const what = filesOf(display).length > 0 ? 'files' : 'answer'
    const again = visible && !fixed && typed === undefined ? what : undefined
    return { previous: display, ...(change ? { previousChange: change } : {}), ...(again ? { again } : {}) } as const
  }

  /** All that the question has, also what is not there just now, and the rows that can be chosen. */
  #options({ id, options }: JudgedQuestion['question']): unknown {
    const whole = this.form.questions.get(id)?.options
    return whole && this.form.compiled.questions.get(id)?.tables.length ? withRowsOf(whole, options) : whole
  }

  #isTable(question: JudgedQuestion['question']): boolean {
    const shape = kindOf(question.kind)?.sheet(question, this.#context)
    return shape !== undefined && isTable(shape)
  }

  /** Options with the texts of this language resolved, live values and all. */
  #resolved(options: unknown): Json {
    if (Array.isArray(options)) return options.map((each) => this.#resolved(each))
    if (typeof options !== 'object' || options === null) {
      return typeof options === 'string' || typeof options === 'number' || typeof options === 'boolean' ? options : null
    }
    if ('sv' in options && 'en' in options && typeof options.sv === 'string' && typeof options.en === 'string') {
      const text = this.#context.text({ sv: options.sv, en: options.en })
      return { sv: text, en: text }
    }
    return Object.fromEntries(
      Object.entries(options)
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => [key, this.#resolved(value)]),
    )
  }
}
