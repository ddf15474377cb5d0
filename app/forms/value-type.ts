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
  | { readonly type: 'string' }
  /** ISO date (2021-01-22), seen as a string: comparison works. */
  | { readonly type: 'date' }
  | { readonly type: 'list'; readonly of: ValueType }
  | { readonly type: 'object'; readonly fields: Readonly<Record<string, ValueType>> }
