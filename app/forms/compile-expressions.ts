import { readsRow } from './cell-conditions'
import type { CompiledCheck, CompiledPage, CompiledQuestion, Place } from './compiled-form'
import { CellCompiler, programsIn } from './computed-cells'
import type { Check, Page, Question } from './definition'
import { compileExpression, type Program, type Read, type Words } from './expression'
import type { FormKinds } from './kind-port'
import type { PlacedText } from './local-texts'
import { didYouMean } from './nearest'
import { conditionalOptions, conditionsOf } from './offered-options'
import { circles } from './order'
import { partsOf } from './parts'
import { ExpressionProblem, type Report } from './problems'
import type { Vocabulary } from './scope'
import { compileTemplate, isTemplate, type Template } from './template'
import { cellType, rowType, typeAt, type ValueType } from './value-type'
import type { Bridge } from './values'

/** A question whose kind and options are right. */
export type Known = Pick<CompiledQuestion, 'question' | 'kind' | 'type' | 'page' | 'tables'>

/** Type-checks the expressions of one form. Reports what is wrong with each, and goes on. */
export class ExpressionCompiler {
  readonly #vocabulary: Vocabulary
  readonly #broken: ReadonlySet<string>
  readonly #report: Report
  readonly #cells: CellCompiler
  /** Source → template, of every text that has been compiled. */
  readonly compiledTemplates = new Map<string, Template>()
  /** The same for the conditions of options. */
  readonly optionConditions = new Map<string, Program>()

  /** @param broken questions that have no type, since their kind or options are wrong: nothing is said of what reads them */
  constructor(vocabulary: Vocabulary, broken: ReadonlySet<string>, kinds: FormKinds, report: Report) {
    this.#vocabulary = vocabulary
    this.#broken = broken
    this.#report = report
    const compile: ConstructorParameters<typeof CellCompiler>[2] = {
      value: this.#answer.bind(this),
      condition: (words, source, place) => this.#condition(source, place, words),
    }
    this.#cells = new CellCompiler(vocabulary, kinds, compile, report)
  }

  page(page: Page, stops: readonly CompiledCheck[]): CompiledPage {
    return { page, stops, visible: this.#condition(page.visible, `pages.${page.id}.visible`) }
  }

  question(known: Known): CompiledQuestion {
    const { question, page } = known
    const place = `pages.${page.id}.questions.${question.id}`
    const bridge = this.#vocabulary.answers.get(question.id)
    if (!bridge) throw new RangeError(`The question «${question.id}» has no type.`)
    const { words, wordsWithoutAnswers } = this.#vocabulary
    const options = conditionalOptions(question.options).flatMap((option) =>
      conditionsOf(option).flatMap((source) => this.#optionCondition(source, `${place}.options.${option.id}`) ?? []),
    )
    return {
      ...known,
      bridge,
      visible: this.#condition(question.visible, `${place}.visible`),
      optional:
        typeof question.optional === 'boolean'
          ? question.optional
          : (this.#condition(question.optional, `${place}.optional`) ?? false),
      value: this.#answer(words, question.value, bridge, `${place}.value`),
      optionReads: options.flatMap(({ reads }) => reads),
      prefill: this.#answer(wordsWithoutAnswers, question.prefill, bridge, `${place}.prefill`),
      parts: this.#parts(question, place),
      cells: this.#cells.table(question, known.type, place),
    }
  }

  #parts(question: Question, place: string): ReadonlyMap<string, Program> {
    return new Map(
      partsOf(question.options).flatMap(({ name, visible }) => {
        // A condition on the row is that of a cell.
        if (/^columns\.[^.]+$/.test(name) && readsRow(visible)) return []
        const program = this.#condition(visible, `${place}.options.${name}.visible`)
        return program ? [[name, program] as const] : []
      }),
    )
  }

  /** Undefined when something in it is wrong. */
  check(check: Check, questions: ReadonlyMap<string, CompiledQuestion>): CompiledCheck | undefined {
    const place = `checks.${check.id}`
    const rows = this.#rows(check.rows, `${place}.rows`, questions)
    if (check.rows !== undefined && !rows) return undefined
    const words = rows?.words ?? this.#vocabulary.words
    const when = this.#condition(check.when, `${place}.when`, words)
    const holds = this.#condition(check.holds, `${place}.holds`, words)
    const at = check.at.map((field, index) =>
      this.#place(field, `${place}.at.${index}`, questions, rows?.rows.question),
    )
    const [first, ...others] = at.filter((each) => each !== undefined)
    const texts = rows && this.#rowTexts(check, words)
    if (!holds || !first) return undefined
    if (rows && first.question !== rows.rows.question) {
      this.#report(`${place}.at.0`, `The first place is one of the rows: «${check.rows}» or a column of it.`)
      return undefined
    }
    return {
      check,
      rows: rows?.rows,
      texts,
      when,
      holds,
      at: [first, ...others],
      reads: [...holds.reads, ...(when?.reads ?? [])],
      rowReads: [...holds.rowReads, ...(when?.rowReads ?? [])],
    }
  }

  /** The text of a check that is judged row by row: in another check, the same words may speak of other rows. */
  #rowTexts({ id, text }: Check, words: Words): ReadonlyMap<string, Template> {
    return new Map(
      Object.entries(text).flatMap(([language, source]) => {
        if (!isTemplate(source)) return []
        const template = this.#try(`checks.${id}.text.${language}`, source, () => compileTemplate(words, source))
        return template ? [[source, template] as const] : []
      }),
    )
  }

  /** Compiles the texts that speak of no row. */
  templates(texts: readonly PlacedText[]): void {
    for (const { place, text } of texts) {
      for (const [language, source] of Object.entries(text)) {
        if (!isTemplate(source) || this.compiledTemplates.has(source)) continue
        const template = this.#try(`${place}.${language}`, source, () =>
          compileTemplate(this.#vocabulary.words, source),
        )
        if (template) this.compiledTemplates.set(source, template)
      }
    }
  }

  #optionCondition(source: string, place: string): Program | undefined {
    const program = this.#condition(source, place)
    if (program) this.optionConditions.set(source, program)
    return program
  }

  /** The rows that a check is judged for, and the words that it is written in. */
  #rows(source: string | undefined, place: string, questions: ReadonlyMap<string, CompiledQuestion>) {
    if (source === undefined) return undefined
    const [question = '', within, ...deeper] = source.split('.')
    const table = rowType(questions.get(question)?.type)
    const inner = within === undefined ? undefined : rowType(table?.fields[within])
    if (!table || (within !== undefined && !inner) || deeper.length > 0) {
      const all = [...questions].flatMap(([id, { type }]) => (rowType(type) ? [id] : []))
      const meant = table ? '' : didYouMean(question, all)
      if (!this.#broken.has(question)) {
        this.#report(place, `«${source}» is no table, nor a table in the rows of one.${meant}`)
      }
      return undefined
    }
    const words = inner ? this.#vocabulary.rowWords(inner, table) : this.#vocabulary.rowWords(table)
    return { words, rows: { question, within } }
  }

  #condition(source: string | undefined, place: string, words = this.#vocabulary.words): Program | undefined {
    const program = this.#program(words, source, place)
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

  /** Of the table whose rows are judged, a column is a place: that of the row. */
  #place(
    field: string,
    place: string,
    questions: ReadonlyMap<string, CompiledQuestion>,
    table: string | undefined,
  ): Place | undefined {
    const [question = '', ...path] = field.split('.')
    const known = questions.get(question)
    if (!known) {
      if (!this.#broken.has(question)) {
        this.#report(
          place,
          `There is no question «${question}».${didYouMean(question, this.#vocabulary.words.membersOf('answers'))}`,
        )
      }
      return undefined
    }
    if (!(question === table ? cellType : typeAt)(known.type, path)) {
      const inRow = cellType(known.type, path) !== undefined
      const remedy = ` Say «rows: ${question}» to mark a column in each row, or «${question}» alone to mark them all.`
      this.#report(
        place,
        `The question «${question}» has no cell «${path.join('.')}».${inRow ? remedy : cellMeant(known.type, path)}`,
      )
      return undefined
    }
    return { question, path, field }
  }
}

/** The name that was meant by the first step of a path that leads nowhere. */
function cellMeant(type: ValueType, path: readonly string[]): string {
  const [step = '', ...rest] = path
  if (type.type !== 'object') return ''
  const next = typeAt(type, [step])
  return next ? cellMeant(next, rest) : didYouMean(step, Object.keys(type.fields))
}

/** Reports conditions and computed values that go round in a circle. */
export function refuseCircles(
  questions: ReadonlyMap<string, CompiledQuestion>,
  pages: ReadonlyMap<string, CompiledPage>,
  report: Report,
): void {
  const ids = (reads: readonly Read[] | undefined) => (reads ?? []).map(({ question }) => question)
  const graph = new Map<string, ReadonlySet<string>>()
  for (const [id, { visible, value, page, optionReads, parts, cells, tables }] of questions) {
    const shown = pages.get(page.id)
    const stops = (shown?.stops ?? []).flatMap(({ reads, at }) => [...reads, ...at])
    const own = [visible, value, shown?.visible, ...parts.values()].flatMap((program) => ids(program?.reads))
    const inCells = cells ? programsIn(cells).flatMap(({ program }) => ids(program.reads)) : []
    // A cell that reads its own table has been refused where it stands.
    const others = inCells.filter((read) => read !== id)
    graph.set(id, new Set([...own, ...ids(stops), ...ids(optionReads), ...tables, ...others]))
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
