import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { Question } from '~/forms/definition'
import type { Blank, Display, FileValue } from '~/forms/display'
import type { Json } from '~/forms/json'
import type { Context, MergeUnit, Posted, TableRow } from '~/forms/kind-port'
import type { Language, LocalText } from '~/forms/text'
import type { ValueType } from '~/forms/value-type'
import type { SheetShape } from './sheet'

export type { Context, Posted, Register, RegisterEntry, TableRow } from '~/forms/kind-port'

/** One column of an export. `of` gives null where there is nothing to say. */
export interface Column<Value> {
  /** Unique within the question: '' for a single column, else e.g. «total.women». */
  readonly id: string
  readonly label: string
  /** `money`: whole kronor */
  readonly type: 'text' | 'integer' | 'decimal' | 'money' | 'boolean' | 'date'
  of(value: Value): string | number | boolean | null
}

/**
 * Everything the portal needs to know about one kind of question. All members required: a missing summary must not
 * be silent.
 *
 * - `Options`: what a definition may say beside the members that every question has.
 * - `Typed`: what was typed, kept as typed, plain JSON. Never rejects anything.
 * - `Value`: the canonical value (docs/canonical-record.md), plain JSON.
 */
export interface FieldKind<Options, Typed extends Json, Value extends Json> {
  readonly name: string
  readonly options: z.ZodType<Options>
  /** What expressions see. */
  type(options: Options): ValueType
  /** Reads a post or an answers file, also without script. Understands a canonical value too: read(value) is a Typed that gives the value back. Undefined: nothing was typed. */
  read(posted: Posted, question: Question<Options>): Typed | undefined
  /** Typed → value, forgiving («1 127 386,50 kr»), and back; every issue names the remedy in the context's language. */
  schema(question: Question<Options>, context: Context): z.ZodType<Value, Typed>
  /**
   * What can be read of a Typed that the schema refuses, shaped like a Value: a table without its bad cells, so that
   * expressions see the good ones. Undefined where nothing can be read; always so for a kind with a single answer.
   */
  partial(question: Question<Options>, typed: Typed, context: Context): Json | undefined
  /** The issue when a question that must be answered has no Typed at all. */
  missing(question: Question<Options>, context: Context): string
  readonly merge: MergeUnit
  /**
   * The rows of a table, for rules that are judged row by row: those that the form gives, or those that officers have
   * added, in the order in which the value, or what `partial` makes of it, lists them.
   */
  rows(question: Question<Options>, typed: Typed): readonly TableRow[]
  /** What the place is called that a path below the question leads to («Rad 3, Belopp»); '' where there is but one. */
  nameOf(question: Question<Options>, path: readonly string[], typed: Typed, context: Context): string
  display(question: Question<Options>, value: Value, context: Context): Display
  /** What was typed: what can be read as its value is shown, the rest as it stands. For drafts, right or wrong. */
  displayTyped(question: Question<Options>, typed: Typed, context: Context): Display
  /** The unanswered question on paper: what the printed empty form offers to write in or to tick, with every option. */
  blank(question: Question<Options>, context: Context): Blank
  /** What a field may suggest while one types in it; empty for nearly all. Goes to the browser with the page. */
  suggestions(context: Context): readonly string[]
  columns(question: Question<Options>, context: Context): readonly Column<Value>[]
  /** How the answer stands in a spreadsheet that officers fill in: its fields (`fields`) in cells, which `read` reads back. */
  sheet(question: Question<Options>, context: Context): SheetShape
  /** A valid value: feeds contract tests, seed and browser tests. */
  example(question: Question<Options>, context: Context): Value
  /** Posted names → text, for a browser test or a form without script to type `typed` in: [name below the question's id, text] pairs. */
  fields(question: Question<Options>, typed: Typed): readonly (readonly [string, string])[]
}

/** A kind whose options, typed and value are its own business. */
export type AnyKind = FieldKind<unknown, Json, Json>

/** The kinds by name: handed to a kind that holds other questions, which never imports them. */
export interface KindLookup {
  (name: string): AnyKind | undefined
  /** All that there are. */
  readonly names: () => readonly string[]
}

/**
 * An issue of one question, for its input. `path` below the question's id: [] is the question itself. An issue that marks
 * several fields comes once per field, its words at the first; an empty message only marks the field as invalid.
 */
export interface InputIssue {
  readonly path: readonly string[]
  readonly message: string
}

/**
 * What the input of a kind gets: texts resolved, nothing of zod, nothing of the portal. It renders real fields named
 * `name` or `name.<path>` that post without script.
 */
export interface InputProps<Options, Typed extends Json> {
  readonly name: string
  readonly label: string
  readonly help?: string
  readonly optional: boolean
  readonly options: Options
  /** Rows and columns that are not there just now, by name («rows.supervisor»): kept in the page, not shown. */
  readonly hidden: ReadonlySet<string>
  readonly language: Language
  readonly typed: Typed | undefined
  readonly issues: readonly InputIssue[]
  /** Last year's answer, where there is one. */
  readonly previous?: Display
  readonly previousYear?: number
  /** How a figure has moved since: «+25 (+41 %)». */
  readonly previousChange?: string
  /** Resolves a text of the options. */
  text(text: LocalText): string
  /** What the kind suggests. */
  readonly suggestions: readonly string[]
  /** Where files of this question are taken from and removed; for attachments, and what holds them. */
  readonly files?: { readonly href: (file: FileValue) => string; readonly removeHref: (file: FileValue) => string }
  /** In a cell of a table, whose headings say the rest: the label is for those who do not see them, and space is short. */
  readonly compact?: boolean
  /** The inputs of other kinds, for an input that holds other questions. */
  readonly inputOf?: InputLookup
  /** Id of a datalist on the page that suggests texts. */
  readonly list?: string
}

/** A method's parameters may be narrower than a function's: every input knows its own options and typed. */
interface Inputs {
  render(props: InputProps<unknown, Json>): ReactNode
}

/** The input of a kind whose options and typed are its own business. */
export type AnyInput = Inputs['render']

/** The inputs by their kind's name. */
export type InputLookup = (kind: string) => AnyInput | undefined
