import type { Answer } from './answer'
import type { ComputedColumns } from './computed-cells'
import { isObject, type Json } from './json'

/** What holds of single cells of a table, each by its path below the question. */
export interface CellStates {
  /** Not there as the row stands: kept as typed, never judged, not part of the answer. */
  readonly hidden: readonly (readonly string[])[]
  /** Need not be filled in as the row stands. */
  readonly optional: readonly (readonly string[])[]
}

export const noCellStates: CellStates = { hidden: [], optional: [] }

/** Whether a condition asks about the row that it stands in, and so holds cell by cell. */
export const readsRow = (source: string): boolean =>
  /(?<![\w.])(?:row|outer)\s*[.[]/.test(source.replace(/'[^']*'|"[^"]*"/g, "''"))

/** Without the cells that are not there. */
export function withoutCells(typed: Json, { hidden }: CellStates): Json {
  if (!isObject(typed) || hidden.length === 0) return typed
  const rows: Record<string, Json> = { ...typed }
  for (const [row = '', column = ''] of hidden) {
    const cells = rows[row]
    if (!isObject(cells)) continue
    const { [column]: _, ...others } = cells
    rows[row] = others
  }
  return rows
}

/** What a page has to know: «blank.why», the cell is not there unless its row is named by «shown.r1.why». */
export function hiddenCellNames(
  columns: ComputedColumns | undefined,
  { cells = noCellStates, typed }: Pick<Answer, 'cells' | 'typed'>,
): readonly string[] {
  const isHidden = new Set(cells.hidden.map((path) => path.join('.')))
  const rows = isObject(typed) ? Object.keys(typed) : []
  return (columns?.columns ?? []).flatMap((column) => {
    if (!column.visible) return []
    const shown = rows.filter((row) => !isHidden.has(`${row}.${column.id}`))
    return [`blank.${column.id}`, ...shown.map((row) => `shown.${row}.${column.id}`)]
  })
}
