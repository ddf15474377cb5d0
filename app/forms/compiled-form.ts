import type { ComputedColumns } from './computed-cells'
import type { Check, FormDefinition, Page, Question } from './definition'
import type { Program, Read, RowRead } from './expression'
import type { FormKind } from './kind-port'
import type { OptionConditions } from './offered-options'
import type { Schemas } from './schemas'
import type { Vocabulary } from './scope'
import type { Template } from './template'
import type { ValueType } from './value-type'
import type { Bridge } from './values'

/** A question ready to be judged. */
export interface CompiledQuestion {
  readonly question: Question
  readonly kind: FormKind
  readonly type: ValueType
  readonly bridge: Bridge
  readonly page: Page
  readonly visible: Program | undefined
  readonly optional: boolean | Program
  readonly value: Program | undefined
  readonly prefill: Program | undefined
  /** Rows and columns that have a condition, by name (see `partsOf`). */
  readonly parts: ReadonlyMap<string, Program>
  /** Of a table: the columns whose cells are computed. */
  readonly cells: ComputedColumns | undefined
  /** The tables that it chooses rows from. */
  readonly tables: readonly string[]
  /** What the conditions of its options read. */
  readonly optionReads: readonly Read[]
}

export interface CompiledPage {
  readonly page: Page
  readonly visible: Program | undefined
  /** The rules of earlier pages that end the form there when they are broken. */
  readonly stops: readonly CompiledCheck[]
}

/** A question or a cell of it: «clients.total.women». */
export interface Place extends Read {
  readonly field: string
}

/** The rows that a rule is judged for: those of a table, or of a table in its rows. */
export interface JudgedRows {
  readonly question: string
  /** The column that holds the rows, where they stand in other rows. */
  readonly within: string | undefined
}

export interface CompiledCheck {
  readonly check: Check
  /** Undefined: judged once. Else once per row, and a place that begins as the rows do means the row's own. */
  readonly rows: JudgedRows | undefined
  /** Its text, by its source, where it speaks of the row that is judged. */
  readonly texts: ReadonlyMap<string, Template> | undefined
  readonly when: Program | undefined
  readonly holds: Program
  readonly at: readonly [Place, ...Place[]]
  readonly reads: readonly Read[]
  readonly rowReads: readonly RowRead[]
}

export interface Explanation {
  readonly kind: FormKind
  readonly question: Question
}

/** A definition that can be published: everything in it refers to something, and every expression has its type. */
export interface CompiledForm {
  /** As it was written, with the form language's own defaults; options as written. */
  readonly definition: FormDefinition
  /** SHA-256 of the canonical definition, hex. */
  readonly hash: string
  /** In order; the questions' options are parsed by their kinds. Use these, not the definition's. */
  readonly pages: readonly Page[]
  /** In the order of the form, options parsed. */
  readonly questions: ReadonlyMap<string, Question>
  /** Every repetition of `each` written out. */
  readonly checks: readonly Check[]
  /** The page that a question stands on. @throws RangeError for an unknown id */
  pageOf(questionId: string): Page
  /** The kind of a question. @throws RangeError for an unknown id */
  kind(questionId: string): FormKind
  /** What expressions see of a question. @throws RangeError for an unknown id */
  type(questionId: string): ValueType
  /** For app/forms alone: what judging works with. */
  readonly compiled: {
    readonly questions: ReadonlyMap<string, CompiledQuestion>
    readonly pages: ReadonlyMap<string, CompiledPage>
    readonly checks: readonly CompiledCheck[]
    readonly templates: ReadonlyMap<string, Template>
    readonly vocabulary: Vocabulary
    readonly schemas: Schemas
    /** Source → program, of the options that are not always offered. */
    readonly optionConditions: OptionConditions
    /** What an explanation of a warning is read as: a text. Undefined where there is no such kind. */
    readonly explanation: Explanation | undefined
  }
}
