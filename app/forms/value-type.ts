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
  /** A row of one of these tables; once the form is known, an object of what they have in common. */
  | { readonly type: 'chosen'; readonly of: readonly string[] }
  | { readonly type: 'list'; readonly of: ValueType }
  /** With `rows`, the fields are rows of one shape, and expressions see those that are there as the list `rows`, too. */
  | {
      readonly type: 'object'
      readonly fields: Readonly<Record<string, ValueType>>
      readonly rows?: true
      /** What stands in a row that is chosen. */
      readonly chosen?: true
    }

/** From a day to another, both included: expressions know it as `period`. */
export const periodType = {
  type: 'object',
  fields: { from: { type: 'date' }, to: { type: 'date' } },
} as const satisfies ValueType

/** Whether an answer holds files, itself or in its rows. */
export function holdsFiles(type: ValueType): boolean {
  if (type.type === 'list') return holdsFiles(type.of)
  return type.type === 'object' && (Object.hasOwn(type.fields, 'sha256') || Object.values(type.fields).some(holdsFiles))
}

/** The type of a cell: below an object, member by member. Undefined where there is none. */
export function typeAt(type: ValueType | undefined, path: readonly string[]): ValueType | undefined {
  return path.reduce<ValueType | undefined>((at, step) => {
    if (at?.type !== 'object') return undefined
    if (Object.hasOwn(at.fields, step)) return at.fields[step]
    const row = step === 'rows' ? rowType(at) : undefined
    return row && { type: 'list', of: row }
  }, type)
}

/** The shape of one row of a table: of a list of objects, or of an object whose fields are rows. */
export function rowType(type: ValueType | undefined): Extract<ValueType, { type: 'object' }> | undefined {
  if (type?.type === 'list') return type.of.type === 'object' ? type.of : undefined
  if (type?.type !== 'object' || !type.rows) return undefined
  const [row] = Object.values(type.fields)
  return row?.type === 'object' ? row : undefined
}

/** The type of a cell by its columns alone, whatever the rows: «cost», or «activities.cost» of a table in the rows. */
export function cellType(type: ValueType | undefined, columns: readonly string[]): ValueType | undefined {
  return columns.reduce<ValueType | undefined>((at, column) => {
    const row = rowType(at)
    return row && Object.hasOwn(row.fields, column) ? row.fields[column] : undefined
  }, type)
}
