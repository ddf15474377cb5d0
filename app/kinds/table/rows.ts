import type { Json } from '~/forms/json'
import { placeKey, type TableOptions } from './columns'

/** Column id → the cell's typed; empty cells are absent. Of an added row also its place among the others. */
export type RowTyped = { readonly [column: string]: Json }
/** Row id → row; null: the row has been removed, or emptied. */
export type TableTyped = { readonly [row: string]: RowTyped | null }

/** What is typed in a row, without its place. */
const isBlank = (row: RowTyped): boolean => Object.keys(row).every((key) => key === placeKey)

/** The rows in which something is typed, in order. */
export function filledRows(
  { fixedRows }: TableOptions,
  typed: TableTyped | undefined,
): readonly (readonly [id: string, row: RowTyped])[] {
  if (typed === undefined) return []
  if (fixedRows) {
    return fixedRows.flatMap(({ id }) => {
      const row = Object.hasOwn(typed, id) ? typed[id] : undefined
      return row && !isBlank(row) ? [[id, row] as const] : []
    })
  }
  return Object.entries(typed)
    .filter((entry): entry is [string, RowTyped] => entry[1] !== null && !isBlank(entry[1]))
    .sort(([one, a], [other, b]) => placeOf(a) - placeOf(b) || (one < other ? -1 : 1))
}

/** Where an added row stands among the others. */
export const placeOf = (row: RowTyped): number => {
  const place = row[placeKey]
  return typeof place === 'number' ? place : Number.MAX_SAFE_INTEGER
}
