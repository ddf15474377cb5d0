import { Environment } from '@marcbachmann/cel-js'
import { registerDateFunctions } from './date-functions'
import type { Rate } from './definition'
import type { Words } from './expression'
import { dateInSweden } from './format'
import { registerFunctions } from './functions'
import type { Json } from './json'
import { previousAnswer } from './previous-answers'
import { categoriesOf, type RatesRoot, rateId, ratesRoot } from './rates'
import { questionsAt, type RepeatedPages, repeatedTypes, repeatedValue } from './repeated-pages'
import { seeingRows } from './row-choices'
import { surroundingShapes } from './surrounding-shapes'
import type { Surroundings } from './surroundings'
import { periodType, typeAt, type ValueType } from './value-type'
import { type Bridge, Bridges } from './values'

/** Where expressions get the answers from: question id → CEL value. */
export interface AnswerSource {
  cel(question: string): unknown
  /** The canonical value, where there is one. */
  value(question: string): Json | undefined
}

/** What an expression is evaluated with. Everything in it is made when it is first read. */
export interface Scope {
  readonly a: unknown
  readonly round: unknown
  readonly agency: unknown
  readonly recipient: unknown
  readonly officer: unknown
  readonly award: unknown
  readonly rates: unknown
  readonly previous: unknown
  readonly districts: unknown
  /** The row that a rule is judged for, and the one that it stands in; only where there are rows. */
  readonly row?: unknown
  readonly outer?: unknown
}

/** The same, for one row. */
export function scopeOfRow(scope: Scope, row: unknown, outer?: unknown): Scope {
  return new RowScope(scope, row, outer)
}

class RowScope implements Scope {
  readonly #scope: Scope
  readonly row: unknown
  readonly outer: unknown
  constructor(scope: Scope, row: unknown, outer: unknown) {
    this.#scope = scope
    this.row = row
    this.outer = outer
  }
  get a() {
    return this.#scope.a
  }
  get round() {
    return this.#scope.round
  }
  get agency() {
    return this.#scope.agency
  }
  get recipient() {
    return this.#scope.recipient
  }
  get officer() {
    return this.#scope.officer
  }
  get award() {
    return this.#scope.award
  }
  get rates() {
    return this.#scope.rates
  }
  get previous() {
    return this.#scope.previous
  }
  get districts() {
    return this.#scope.districts
  }
}

/** The words of one form's expressions: their types, and how their values are made. */
export interface Vocabulary {
  readonly words: Words
  /** Without the answers of the form: for prefilled values, which are written before there are any. */
  readonly wordsWithoutAnswers: Words
  /** With `row` beside the answers, and `outer` where the rows stand in the rows of another table. */
  rowWords(row: ValueType, outer?: ValueType): Words
  /** The bridge of a cell, or of the row of a table. */
  bridge(type: ValueType): Bridge
  /** The bridge of each question. */
  readonly answers: ReadonlyMap<string, Bridge>
  /** An answer as expressions see it, with the rows that it chooses. */
  seen(question: string, json: Json | undefined, answerTo: (question: string) => Json | undefined): unknown
  scope(surroundings: Surroundings, answers: AnswerSource): Scope
}

// An expression is a line or two; whatever needs more is better said as a computed question.
const limits = { maxAstNodes: 400, maxDepth: 40, maxListElements: 200, maxMapEntries: 60, maxCallArguments: 6 }

interface Special {
  readonly repeated: RepeatedPages
  /** Question id → the id that it had before. */
  readonly was: ReadonlyMap<string, string>
}

/** @param questions question id → what expressions see of it */
export function vocabularyOf(
  questions: ReadonlyMap<string, ValueType>,
  rates: readonly Rate[],
  { repeated, was }: Special,
): Vocabulary {
  const base = new Environment({ enableOptionalTypes: true, limits })
  registerFunctions(base)
  const bridges = new Bridges(base)
  registerDateFunctions(base, bridges.of(periodType, 'period'))
  const amounts = ratesRoot(base, rates)
  const roots = Object.entries(surroundingShapes).map(([name, shape]) => [name, bridges.of(shape, name)] as const)
  const answers = new Map([...questions].map(([id, type]) => [id, bridges.of(type, `a.${id}`)]))
  const seen: Vocabulary['seen'] = (id, json, answerTo) => {
    const type = questions.get(id)
    return answers.get(id)?.toField(type && seeingRows(type, json, answerTo))
  }
  const together = repeatedTypes(repeated, questions)
  const pages = new Map([...together].map(([id, type]) => [id, bridges.of(type, `a.${id}`)]))
  const classOfAnswers = () => answersClass(answers, repeated, pages)
  const previousAnswers = classOfAnswers()
  const previous = class {
    readonly year: unknown
    readonly a: unknown
    constructor(surroundings: Surroundings) {
      const { previous } = surroundings
      this.year = bridges.of({ type: 'int' }, 'int').toField(previous?.year)
      const value = (id: string) => previous && previousAnswer(previous.answers, id, was.get(id))
      this.a = new previousAnswers({ value, cel: (id) => seen(id, value(id), value) })
    }
  }
  const fields = Object.fromEntries([...answers, ...pages].map(([id, bridge]) => [id, bridge.field]))
  base.registerType('previous.answers', { ctor: previousAnswers, fields })
  base.registerType('previous', { ctor: previous, fields: { year: 'optional<int>', a: 'previous.answers' } })
  const answerNames = Object.keys(fields)
  const members = new Map([
    ['answers', answerNames],
    ['previous.answers', answerNames],
    ['previous', ['year', 'a']],
    ['rates', rates.map(rateId)],
  ])
  const membersOf: Words['membersOf'] = (type) => members.get(type) ?? bridges.membersOf(type)
  for (const [name, bridge] of roots) base.registerVariable(name, bridge.type)
  base.registerVariable('previous', 'previous')
  base.registerVariable('rates', amounts.type)

  const formAnswers = classOfAnswers()
  const environment = base.clone()
  environment.registerType('answers', { ctor: formAnswers, fields })
  environment.registerVariable('a', 'answers')
  const scopeClass = scopeClassOf(new Map(roots), amounts, formAnswers, previous)
  const typeOf: Words['typeOf'] = ([root, question = '', ...path]) =>
    root === 'a' ? typeAt(questions.get(question) ?? together.get(question), path) : undefined
  const resolve: Words['resolve'] = ({ question, path }) => questionsAt(repeated, question, path)
  const categories = categoriesOf(rates)
  return {
    words: { environment, typeOf, membersOf, resolve, categories },
    rowWords(row, outer) {
      const withRow = environment.clone()
      const bound = { row, outer }
      for (const [name, type] of Object.entries(bound)) {
        if (type) withRow.registerVariable(name, bridges.of(type, name).type)
      }
      return {
        environment: withRow,
        membersOf,
        resolve,
        categories,
        typeOf: ([root = '', ...path]) =>
          root === 'row' || root === 'outer' ? typeAt(bound[root], path) : typeOf([root, ...path]),
      }
    },
    bridge: (type) => bridges.of(type, 'row'),
    wordsWithoutAnswers: { environment: base.clone(), typeOf: () => undefined, membersOf, resolve, categories },
    answers,
    seen,
    scope: (surroundings, source) => new scopeClass(surroundings, source),
  }
}

// A question could be called «source», but not this.
const from = Symbol('source')

/** A class whose getters ask the source: an answer is read and converted only when an expression wants it. */
function answersClass(
  answers: ReadonlyMap<string, Bridge>,
  repeated: RepeatedPages,
  pages: ReadonlyMap<string, Bridge>,
) {
  const ctor = class {
    readonly [from]: AnswerSource
    constructor(source: AnswerSource) {
      this[from] = source
    }
  }
  for (const id of answers.keys()) {
    Object.defineProperty(ctor.prototype, id, {
      get(this: { readonly [from]: AnswerSource }) {
        return this[from].cel(id)
      },
    })
  }
  for (const [id, page] of repeated) {
    Object.defineProperty(ctor.prototype, id, {
      get(this: { readonly [from]: AnswerSource }) {
        return pages.get(id)?.toField(repeatedValue(page, (question) => this[from].value(question)))
      },
    })
  }
  return ctor
}

function scopeClassOf(
  roots: ReadonlyMap<string, Bridge>,
  rates: RatesRoot,
  answers: new (source: AnswerSource) => object,
  previous: new (surroundings: Surroundings) => object,
) {
  return class implements Scope {
    readonly #surroundings: Surroundings
    readonly #made = new Map<string, unknown>()
    readonly a: unknown
    constructor(surroundings: Surroundings, source: AnswerSource) {
      this.#surroundings = surroundings
      this.a = new answers(source)
    }

    #root(name: string, json: () => unknown): unknown {
      const made = this.#made.get(name)
      if (made !== undefined) return made
      const value = roots.get(name)?.toField(json())
      this.#made.set(name, value)
      return value
    }

    get round() {
      return this.#root('round', () => ({
        ...this.#surroundings.round,
        deadline: dateInSweden(this.#surroundings.round.deadline),
      }))
    }
    get agency() {
      return this.#root('agency', () => this.#surroundings.agency)
    }
    get recipient() {
      return this.#root('recipient', () => this.#surroundings.recipient)
    }
    get officer() {
      return this.#root('officer', () => this.#surroundings.officer ?? {})
    }
    get award() {
      return this.#root('award', () => this.#surroundings.award)
    }
    get rates() {
      const made = this.#made.get('rates') ?? rates.of(this.#surroundings)
      this.#made.set('rates', made)
      return made
    }
    get districts() {
      return this.#root('districts', () => this.#surroundings.districts)
    }
    get previous() {
      const made = this.#made.get('previous') ?? new previous(this.#surroundings)
      this.#made.set('previous', made)
      return made
    }
  }
}
