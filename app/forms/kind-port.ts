import type { z } from 'zod'
import type { Question } from './definition'
import type { Display, FileValue } from './display'
import type { Json } from './json'
import type { ConditionalOption } from './offered-options'
import type { Language, LocalText } from './text'
import type { ValueType } from './value-type'

/**
 * What a browser posted for one question, names unfolded («a.b[0]» → { a: { b: [..] } }), or what an answers file
 * holds for it (typed text or a canonical value). A file part has been stored before and arrives as its FileValue.
 */
export type Posted =
  | string
  | number
  | boolean
  | null
  | undefined
  | FileValue
  | readonly Posted[]
  | { readonly [key: string]: Posted }

export interface RegisterEntry {
  readonly code: string
  readonly name: string
  readonly shortName: string
}

/** The register of municipalities, as a form and its kinds see it. */
export interface Register {
  readonly all: readonly RegisterEntry[]
  /** By code, full name, short name or «Stockholms stad», without regard to case. */
  find(text: string): RegisterEntry | undefined
  /** The entry whose name is nearest to a misspelt one, or undefined when none is near. */
  nearest(text: string): RegisterEntry | undefined
}

/** What a judgement needs beside the form, the draft and the surroundings. */
export interface FormContext {
  readonly language: Language
  readonly register: Register
  /** The recipient's own municipality code, if it has one. */
  readonly recipientCode?: string | undefined
  /** The only questions whose answers may be told, in texts and by checks, to somebody who sees no more of the case; absent where everything may. */
  readonly told?: ReadonlySet<string> | undefined
}

/** What a kind may know besides its own question. Pure: no clock, no database. */
export interface Context extends FormContext {
  /** A text of the form in this language, live values filled in. */
  text(text: LocalText): string
  /** Whether an option of a question can be chosen in this case; absent where nothing is judged, only shown. */
  readonly isOffered?: ((questionId: string, option: ConditionalOption) => boolean) | undefined
}

/** A row of a table: the id that stays with it, and by column the rows inside it. */
export interface TableRow {
  readonly id: string
  readonly inside: Readonly<Record<string, readonly TableRow[]>>
}

/**
 * The smallest thing that two officers can change at once. `row` and `cell`: Typed is an object keyed by row id, and by
 * column id in it. `rows`: the same, for rows that come and go: a row that a post does not name is left as it is, null
 * takes one away. `append`: a post only adds (files); removal is an act of its own.
 */
export type MergeUnit = 'question' | 'row' | 'rows' | 'cell' | 'append'

/**
 * The part of a kind (kinds/contract.ts, where the members are explained) that the form language needs. Options, typed
 * and value are the kind's own business here. `app/kinds` hands its kinds in through `FormKinds`.
 */
export interface FormKind {
  readonly name: string
  readonly options: z.ZodType
  type(options: unknown): ValueType
  read(posted: Posted, question: Question<unknown>): Json | undefined
  schema(question: Question<unknown>, context: Context): z.ZodType<Json>
  partial(question: Question<unknown>, typed: Json, context: Context): Json | undefined
  missing(question: Question<unknown>, context: Context): string
  readonly merge: MergeUnit
  rows(question: Question<unknown>, typed: Json): readonly TableRow[]
  nameOf(question: Question<unknown>, path: readonly string[], typed: Json, context: Context): string
  display(question: Question<unknown>, value: Json, context: Context): Display
}

/** The kinds by name; undefined for one that does not exist. */
export interface FormKinds {
  (name: string): FormKind | undefined
  /** All that there are. */
  readonly names: () => readonly string[]
}
