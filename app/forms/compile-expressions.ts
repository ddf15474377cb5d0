import type { CompiledCheck, CompiledPage, CompiledQuestion, Place } from './compiled-form'
import type { Check, Page } from './definition'
import { compileExpression, type Program, type Read, type Words } from './expression'
import type { PlacedText } from './local-texts'
import { circles } from './order'
import { ExpressionProblem, type Report } from './problems'
import type { Vocabulary } from './scope'
import { compileTemplate, isTemplate, type Template } from './template'
import { typeAt } from './value-type'
import type { Bridge } from './values'

/** A question whose kind and options are right. */
export type Known = Pick<CompiledQuestion, 'question' | 'kind' | 'type' | 'page'>

/** Type-checks the expressions of one form. Reports what is wrong with each, and goes on. */
export class ExpressionCompiler {
  readonly #vocabulary: Vocabulary
  readonly #broken: ReadonlySet<string>
  readonly #report: Report

  /** @param broken questions that have no type, since their kind or options are wrong: nothing is said of what reads them */
  constructor(vocabulary: Vocabulary, broken: ReadonlySet<string>, report: Report) {
    this.#vocabulary = vocabulary
    this.#broken = broken
    this.#report = report
  }

  page(page: Page): CompiledPage {
    return { page, visible: this.#condition(page.visible, `pages.${page.id}.visible`) }
  }

  question(known: Known): CompiledQuestion {
    const { question, page } = known
    const place = `pages.${page.id}.questions.${question.id}`
    const bridge = this.#vocabulary.answers.get(question.id)
    if (!bridge) throw new RangeError(`The question «${question.id}» has no type.`)
    const { words, wordsWithoutAnswers } = this.#vocabulary
    return {
      ...known,
      bridge,
      visible: this.#condition(question.visible, `${place}.visible`),
      optional:
        typeof question.optional === 'boolean'
          ? question.optional
          : (this.#condition(question.optional, `${place}.optional`) ?? false),
      value: this.#answer(words, question.value, bridge, `${place}.value`),
      prefill: this.#answer(wordsWithoutAnswers, question.prefill, bridge, `${place}.prefill`),
    }
  }

  /** Undefined when something in it is wrong. */
  check(check: Check, questions: ReadonlyMap<string, CompiledQuestion>): CompiledCheck | undefined {
    const place = `checks.${check.id}`
    const when = this.#condition(check.when, `${place}.when`)
    const holds = this.#condition(check.holds, `${place}.holds`)
    const at = check.at.map((field, index) => this.#place(field, `${place}.at.${index}`, questions))
    const [first, ...others] = at.filter((each) => each !== undefined)
    if (!holds || !first) return undefined
    return { check, when, holds, at: [first, ...others], reads: [...holds.reads, ...(when?.reads ?? [])] }
  }

  templates(texts: readonly PlacedText[]): ReadonlyMap<string, Template> {
    const templates = new Map<string, Template>()
    for (const { place, text } of texts) {
      for (const [language, source] of Object.entries(text)) {
        if (!isTemplate(source) || templates.has(source)) continue
        const template = this.#try(`${place}.${language}`, source, () =>
          compileTemplate(this.#vocabulary.words, source),
        )
        if (template) templates.set(source, template)
      }
    }
    return templates
  }

  #condition(source: string | undefined, place: string): Program | undefined {
    const program = this.#program(this.#vocabulary.words, source, place)
    if (program && program.type !== 'bool') {
      this.#report(place, `«${program.source}» is ${program.type}; a condition must be bool.`)
    }
    return program
  }

  #answer(words: Words, source: string | undefined, bridge: Bridge, place: string): Program | undefined {
    const program = this.#program(words, source, place)
    if (program && !bridge.accepts(program.type)) {
      this.#report(place, `«${program.source}» is ${program.type}; this kind of question needs ${bridge.field}.`)
    }
    return program
  }

  #program(words: Words, source: string | undefined, place: string): Program | undefined {
    if (source === undefined) return undefined
    return this.#try(place, source, () => compileExpression(words, source))
  }

  #try<Result>(place: string, source: string, compile: () => Result): Result | undefined {
    try {
      return compile()
    } catch (error) {
      if (!(error instanceof ExpressionProblem)) throw error
      const readsBroken = [...this.#broken].some((id) => new RegExp(`\\ba\\s*\\.\\s*${id}\\b`).test(source))
      if (!readsBroken) this.#report(place, error.message)
      return undefined
    }
  }

  #place(field: string, place: string, questions: ReadonlyMap<string, CompiledQuestion>): Place | undefined {
    const [question = '', ...path] = field.split('.')
    const known = questions.get(question)
    if (!known) {
      if (!this.#broken.has(question)) this.#report(place, `There is no question «${question}».`)
      return undefined
    }
    if (!typeAt(known.type, path)) {
      this.#report(place, `The question «${question}» has no cell «${path.join('.')}».`)
      return undefined
    }
    return { question, path, field }
  }
}

/** Reports conditions and computed values that go round in a circle. */
export function refuseCircles(
  questions: ReadonlyMap<string, CompiledQuestion>,
  pages: ReadonlyMap<string, CompiledPage>,
  report: Report,
): void {
  const ids = (reads: readonly Read[] | undefined) => (reads ?? []).map(({ question }) => question)
  const graph = new Map<string, ReadonlySet<string>>()
  for (const [id, { visible, value, page }] of questions) {
    const shown = pages.get(page.id)?.visible
    graph.set(id, new Set([...ids(visible?.reads), ...ids(value?.reads), ...ids(shown?.reads)]))
  }
  for (const circle of circles(graph)) {
    const [first = ''] = circle
    const { page, value } = questions.get(first) ?? {}
    const way = [...circle, first].map((id) => `«${id}»`).join(' → ')
    report(
      `pages.${page?.id}.questions.${first}.${value ? 'value' : 'visible'}`,
      `It depends on itself: ${way}. (A question on a page that is not always shown depends on what shows the page.)`,
    )
  }
}
