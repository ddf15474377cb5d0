import { z } from 'zod'
import type { Question } from '~/forms/definition'
import type { Blank, Display } from '~/forms/display'
import type { Json } from '~/forms/json'
import type { ValueType } from '~/forms/value-type'
import type { Column, Context, FieldKind, Posted } from './contract'
import { onePlace } from './places'
import { textOf } from './posted'
import { codecOf, type Reading } from './reading'
import { oneCell } from './sheet'

/** A single line to write on. */
export const oneLine: Blank = { type: 'lines', count: 1 }

/** What tells one kind whose answer is typed in a single field from another. */
export interface OneLine<Options, Value extends Json> {
  readonly name: string
  readonly options: z.ZodType<Options>
  /** The canonical value's shape. */
  readonly value: z.ZodType<Value, Value>
  type(options: Options): ValueType
  /**
   * What was posted, where it is a canonical value already and is typed otherwise (`encode`): the number 1127386 of an
   * answers file. Undefined for what is typed, and always where `encode` gives only the value's own text.
   */
  canonical(posted: Posted, question: Question<Options>): Value | undefined
  /**
   * How a canonical value is typed, so that `decode` reads it back; also what `read` makes of one. The value itself,
   * unless it is no text or people write it otherwise: «2,80» for "2.80".
   */
  encode(value: Value): string
  decode(typed: string, question: Question<Options>, context: Context): Reading<Value>
  missing(question: Question<Options>, context: Context): string
  display(value: Value, question: Question<Options>, context: Context): Display
  blank(question: Question<Options>, context: Context): Blank
  readonly column: Column<Value>['type']
  /** What stands in that column of an export. The value itself, unless the column wants another type: 2.8 for "2.80". */
  exported(value: Value): string | number | boolean
  example(question: Question<Options>, context: Context): Value
}

/** A kind whose answer is typed in one field named as the question. */
export function oneLineKind<Options, Value extends Json>(
  line: OneLine<Options, Value>,
): FieldKind<Options, string, Value> {
  return {
    name: line.name,
    options: line.options,
    type: (options) => line.type(options),
    read(posted, question) {
      const canonical = line.canonical(posted, question)
      return canonical === undefined ? textOf(posted) : line.encode(canonical)
    },
    schema: (question, context) =>
      codecOf(z.string(), line.value, {
        decode: (typed) => line.decode(typed, question, context),
        encode: (value) => line.encode(value),
      }),
    partial: () => undefined,
    missing: (question, context) => line.missing(question, context),
    merge: 'question',
    ...onePlace,
    display: (question, value, context) => line.display(value, question, context),
    displayTyped(question, typed, context) {
      const reading = line.decode(typed, question, context)
      return 'value' in reading ? line.display(reading.value, question, context) : { type: 'text', text: typed }
    },
    suggestions: () => [],
    blank: (question, context) => line.blank(question, context),
    columns: (question, context) => [
      { id: '', label: context.text(question.label), type: line.column, of: (value) => line.exported(value) },
    ],
    sheet: (question, context) =>
      oneCell(question, context, { type: line.column === 'boolean' ? 'text' : line.column }),
    example: (question, context) => line.example(question, context),
    fields: (_question, typed) => [['', typed]],
  }
}

/** What tells one kind whose value is the text itself from another. */
interface TextLine<Options>
  extends Pick<OneLine<Options, string>, 'name' | 'options' | 'decode' | 'missing' | 'example'> {
  /** True for numbers and codes: the signatory is told in one line when it is not last year's. Words are not. */
  readonly numeric?: boolean
}

/** The same, where the value is the text itself: numbers of accounts, addresses, names. */
export function textLineKind<Options>(line: TextLine<Options>): FieldKind<Options, string, string> {
  return oneLineKind({
    ...line,
    value: z.string(),
    canonical: () => undefined,
    type: () => ({ type: 'string' }),
    encode: (value) => value,
    display: (value) => (line.numeric ? { type: 'text', text: value, numeric: true } : { type: 'text', text: value }),
    blank: () => oneLine,
    column: 'text',
    exported: (value) => value,
  })
}
