/**
 * What an expression sees of an answer. Scalars are `optional<…>` to the expression, since they may be unanswered;
 * objects and lists are always there (an unanswered list is empty).
 */
export type ValueType =
  | { readonly type: 'bool' }
  /** A JSON integer, seen as `int`. */
  | { readonly type: 'int' }
  /** A string with exactly `scale` decimals («2.80»), seen as `int` of the smallest unit (280). */
  | { readonly type: 'decimal'; readonly scale: number }
  /** With `oneOf`, only these: an expression that compares with anything else is refused when the form is published. */
  | { readonly type: 'string'; readonly oneOf?: readonly string[] }
  /** ISO date (2021-01-22), seen as a string: comparison works. */
  | { readonly type: 'date' }
  | { readonly type: 'list'; readonly of: ValueType }
  | { readonly type: 'object'; readonly fields: Readonly<Record<string, ValueType>> }

/** The type of a cell: below an object, member by member. Undefined where there is none. */
export function typeAt(type: ValueType | undefined, path: readonly string[]): ValueType | undefined {
  return path.reduce<ValueType | undefined>(
    (at, step) => (at?.type === 'object' && Object.hasOwn(at.fields, step) ? at.fields[step] : undefined),
    type,
  )
}
