import { wholeNumberOf } from '../numbers'
import type { CountTableOptions, CountTableTyped } from './kind'

/** The number in a cell, or undefined while it is empty or cannot be read. */
export const cellNumber = (typed: CountTableTyped | undefined, row: string, column: string): number | undefined =>
  wholeNumberOf(typed?.[row]?.[column])

/** The sum of what is readable, or undefined when nothing is. */
export function sumOf(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined)
  return known.length === 0 ? undefined : known.reduce((sum, number) => sum + number, 0)
}

/** How the parts of a column stand to its total. `agrees` is undefined until every cell of the column can be read. */
export interface ColumnCheck {
  readonly parts: number | undefined
  readonly total: number | undefined
  readonly agrees: boolean | undefined
}

/** Compares the rows that are no totals with the row that is, in one column. */
export function columnCheck(
  options: CountTableOptions,
  typed: CountTableTyped | undefined,
  column: string,
): ColumnCheck {
  const parts = options.rows.filter(({ total }) => !total).map(({ id }) => cellNumber(typed, id, column))
  const totalRow = options.rows.find(({ total }) => total)
  const total = totalRow && cellNumber(typed, totalRow.id, column)
  const sum = sumOf(parts)
  const complete = total !== undefined && parts.every((part) => part !== undefined)
  return { parts: sum, total, agrees: complete ? sum === total : undefined }
}
