import type { z } from 'zod'
import { type Answer, nothing, refusalsOf } from './answer'
import { hiddenCellNames, noCellStates, withoutCells } from './cell-conditions'
import { isStopped } from './check-issues'
import { choosableRows } from './choosable-rows'
import type { CompiledForm, CompiledQuestion } from './compiled-form'
import { withComputed } from './computed-cells'
import type { Question } from './definition'
import { type Draft, explainKey } from './draft'
import type { Program, Read } from './expression'
import type { Json } from './json'
import type { Context, FormContext } from './kind-port'
import { type ConditionalOption, conditionalOptions, holdsOption, isOffered } from './offered-options'
import { optionsWithout } from './parts'
import { prefilledIn } from './prefilled'
import { offeringRows, seeingRows } from './row-choices'
import type { AnswerSource, Scope } from './scope'
import type { Surroundings } from './surroundings'
import type { LocalText } from './text'
import { textIn } from './texts'
import { Telling } from './told'
import type { ValueType } from './value-type'

/** What is asked of a question: all of it but the parts that are not there. */
interface Asked {
  readonly question: Question
  readonly empty: boolean
  readonly hidden: ReadonlySet<string>
}

/**
 * A draft being read, each question when something first asks for it: a page that is saved needs only what shows and
 * computes something on it, the judgement needs all. Valid only inside `withReading`.
 */
export class Reading implements AnswerSource {
  readonly form: CompiledForm
  readonly draft: Draft
  readonly scope: Scope
  readonly context: Context
  readonly #previous: Json | undefined
  readonly #telling: Telling | undefined
  readonly #answers = new Map<string, Answer>()
  readonly #visible = new Map<string, boolean>()
  readonly #pages = new Map<string, boolean>()
  readonly #parts = new Map<string, Asked>()

  constructor(
    form: CompiledForm,
    draft: Draft,
    surroundings: Surroundings,
    context: Context,
    told: FormContext['told'],
  ) {
    this.form = form
    this.draft = draft
    this.scope = form.compiled.vocabulary.scope(surroundings, this)
    this.context = context
    this.#previous = surroundings.previous?.answers
    this.#telling = told && new Telling(form, surroundings, told, this)
  }

  text(text: LocalText, scope = this.scope, templates = this.form.compiled.templates): string {
    return textIn(templates, text, this.context.language, this.#telling?.scopeIn(scope) ?? scope)
  }

  /** Whether a rule may be spoken of: it judges nothing that may not be told. */
  tells(reads: readonly Read[]): boolean {
    return this.#telling?.tells(reads) ?? true
  }

  holds(program: Program, scope = this.scope): boolean | undefined {
    const value = program.evaluate(scope)
    return typeof value === 'boolean' ? value : undefined
  }

  isPageVisible(id: string): boolean {
    const known = this.#pages.get(id)
    if (known !== undefined) return known
    const { visible, stops = [] } = this.form.compiled.pages.get(id) ?? {}
    const result = !isStopped(this, stops) && (visible === undefined || this.holds(visible) === true)
    this.#pages.set(id, result)
    return result
  }

  isVisible(id: string): boolean {
    const known = this.#visible.get(id)
    if (known !== undefined) return known
    const { page, visible } = this.#question(id)
    const result =
      this.isPageVisible(page.id) && (visible === undefined || this.holds(visible) === true) && !this.#asked(id).empty
    this.#visible.set(id, result)
    return result
  }

  /** The question with the rows and columns that are there as the answers stand. */
  asked(id: string): Question {
    return this.#asked(id).question
  }

  /** The names of the rows and columns that are not there (see `partsOf`). */
  hiddenParts(id: string): ReadonlySet<string> {
    return this.#asked(id).hidden
  }

  /** The same of single cells, as a page knows them. */
  hiddenCells(id: string): readonly string[] {
    return hiddenCellNames(this.#question(id).cells, this.answer(id))
  }

  isOptional(id: string): boolean {
    const { optional, value } = this.#question(id)
    if (value) return true
    return typeof optional === 'boolean' ? optional : this.holds(optional) === true
  }

  /** The canonical value that the surroundings give in advance. */
  prefilled(id: string): Json | undefined {
    return prefilledIn(this.form, id, this.scope)
  }

  /** Locked where the surroundings gave something; where they had nothing, it is typed. */
  isLocked(id: string): boolean {
    return this.#question(id).question.locked && this.prefilled(id) !== undefined
  }

  isOffered(id: string, option: ConditionalOption): boolean {
    const { optionConditions, questions } = this.form.compiled
    const was = questions.get(id)?.question.was
    const holds = (condition: string) => {
      const program = optionConditions.get(condition)
      return program && this.holds(program)
    }
    return [id, ...(was === undefined ? [] : [was])].some((each) => isOffered(each, option, this.#previous, holds))
  }

  /** The options of a question that are not to be shown: neither offered nor chosen already. */
  notOffered(id: string): readonly string[] {
    const { question } = this.#question(id)
    const typed = this.draft[id]
    return conditionalOptions(question.options)
      .filter((option) => !holdsOption(typed, option.id) && !this.isOffered(id, option))
      .map((option) => option.id)
  }

  /** The officer's words on a warning, or why they cannot be taken. */
  explanation(checkId: string): { readonly words?: string; readonly refusals: readonly string[] } {
    const typed = this.draft[explainKey(checkId)]
    if (typeof typed !== 'string' || typed.trim() === '') return { refusals: [] }
    const { explanation, schemas } = this.form.compiled
    if (!explanation) return { words: typed.trim(), refusals: [] }
    const read = schemas.of(explanation.kind, explanation.question, this.context).safeParse(typed)
    if (!read.success) return { refusals: read.error.issues.map(({ message }) => message) }
    return typeof read.data === 'string' && read.data !== '' ? { words: read.data, refusals: [] } : { refusals: [] }
  }

  cel(id: string): unknown {
    return this.answer(id).cel
  }

  value(id: string): Json | undefined {
    return this.answer(id).value
  }

  answer(id: string): Answer {
    const known = this.#answers.get(id)
    if (known) return known
    const question = this.#question(id)
    // A text in the options may read the very answer that is being read; to it, there is none yet.
    this.#answers.set(id, nothing(question, 'notAnswered', this.draft[id]))
    const answer = this.#read(id, question)
    this.#answers.set(id, answer)
    return answer
  }

  compiled(id: string): CompiledQuestion {
    return this.#question(id)
  }

  /** As typed; of what is computed, as it would be. */
  typedOf(id: string): Json | undefined {
    const { kind } = this.#question(id)
    const question = this.asked(id)
    const { typed, value } = this.answer(id)
    return typed ?? (value === undefined ? undefined : kind.read(value, question))
  }

  /** Whether what an expression reads is there to be judged: nothing that it reads is typed wrongly. */
  canRead(reads: readonly Read[]): boolean {
    return reads.every(({ question, path }) => {
      const { blocked, refusals } = this.answer(question)
      // «rows» is all rows that the form gives, not one that is called so.
      const at = path[0] === 'rows' ? [] : path
      return !blocked && !refusals.some((refusal) => !refusal.missing && overlaps(refusal.path, at))
    })
  }

  #asked(id: string): Asked {
    const known = this.#parts.get(id)
    if (known) return known
    const { question: whole, parts, tables } = this.#question(id)
    const question =
      tables.length === 0 ? whole : offeringRows(whole, (table) => choosableRows(this, table), this.context)
    const hidden = new Set([...parts].flatMap(([name, program]) => (this.holds(program) === true ? [] : [name])))
    const { options, empty } = optionsWithout(question.options, hidden)
    const asked = { question: hidden.size === 0 ? question : { ...question, options }, empty, hidden }
    this.#parts.set(id, asked)
    return asked
  }

  #question(id: string): CompiledQuestion {
    const question = this.form.compiled.questions.get(id)
    if (!question) throw new RangeError(`The form «${this.form.definition.id}» has no question «${id}».`)
    return question
  }

  #read(id: string, compiled: CompiledQuestion): Answer {
    const written = this.#typed(id, compiled)
    if (!this.isVisible(id)) return nothing(compiled, 'notAsked', written)
    if (compiled.value) return this.#computed(compiled, compiled.value)
    if (written === undefined) return nothing(compiled, 'notAnswered', undefined)
    const { kind } = compiled
    const question = this.asked(id)
    const schema =
      compiled.tables.length === 0
        ? this.form.compiled.schemas.of(kind, question, this.context, this.hiddenParts(id))
        : // The rows that it knows are those of this draft.
          kind.schema(question, this.context)
    const { typed, states } = this.#withCells(compiled, written, schema)
    const asked = withoutCells(typed, states)
    const read = schema.safeParse(asked)
    if (read.success) {
      return {
        status: 'answered',
        typed,
        value: read.data,
        refusals: [],
        cel: this.#seen(id, read.data),
        cells: states,
        blocked: false,
      }
    }
    const refusals = refusalsOf(read.error.issues, states)
    const partial = kind.partial(question, asked, this.context)
    const cel = this.#seen(id, partial)
    const answer = { typed, refusals, cel, blocked: false, cells: states }
    // Nothing but cells that need not be there: what can be read is all there is.
    if (refusals.length === 0 && partial !== undefined) return { ...answer, status: 'answered', value: partial }
    return { ...answer, status: 'unreadable', value: undefined, partial }
  }

  #seen(id: string, json: Json | undefined): unknown {
    return this.form.compiled.vocabulary.seen(id, json, (table) => this.#readable(table))
  }

  /** What can be read of an answer, whole or in part. */
  #readable(id: string): Json | undefined {
    const { value, partial } = this.answer(id)
    return value ?? partial
  }

  #withCells({ kind, cells, question: { id } }: CompiledQuestion, typed: Json, schema: z.ZodType<Json>) {
    if (!cells) return { typed, states: noCellStates }
    const question = this.asked(id)
    const wrong = (schema.safeParse(typed).error?.issues ?? []).filter(
      (issue) => !(issue.code === 'custom' && issue.params?.missing === true),
    )
    const canRead = ({ reads, rowReads }: Program, row: readonly string[]) =>
      this.canRead(reads) &&
      !rowReads.some(({ of, path }) => {
        const at = [...(of === 'row' ? row : row.slice(0, -2)), ...path.slice(0, 1)]
        return wrong.some((issue) => issue.path.length > 0 && overlaps(issue.path.map(String), at))
      })
    const table = { rows: kind.rows(question, typed), value: kind.partial(question, typed, this.context), typed }
    const seen = (type: ValueType, json: Json) => seeingRows(type, json, (id) => this.#readable(id)) ?? json
    const { typed: whole, hidden, optional } = withComputed(cells, table, this.scope, { canRead, seen })
    return { typed: whole, states: { hidden, optional } }
  }

  /** What is locked is what it was locked to, whatever the draft holds. */
  #typed(id: string, { question, kind }: CompiledQuestion): Json | undefined {
    const prefilled = question.locked ? this.prefilled(id) : undefined
    return prefilled === undefined ? (this.draft[id] ?? undefined) : kind.read(prefilled, question)
  }

  #computed(compiled: CompiledQuestion, program: Program): Answer {
    if (!this.canRead(program.reads)) return { ...nothing(compiled, 'notAnswered', undefined), blocked: true }
    const { bridge } = compiled
    const value = bridge.fromCel(program.evaluate(this.scope))
    if (value === undefined) return nothing(compiled, 'notAnswered', undefined)
    return { status: 'answered', typed: undefined, value, refusals: [], cel: bridge.toField(value), blocked: false }
  }
}

/** Whether one place is the other, or inside it. */
function overlaps(one: readonly string[], other: readonly string[]): boolean {
  return one.slice(0, other.length).every((step, index) => step === other[index])
}
