import type { SheetShape } from '~/kinds/sheet'
import { isSame } from './cell-text'
import type { FileRow } from './file-rows'
import { isShown, keyOf, type SheetRow } from './sheet-rows'

/** A cell that is not as it was. */
export interface CellChange {
  /** Place among the shape's columns. */
  readonly column: number
  /** '' where there is nothing. */
  readonly before: string
  readonly after: string
}

/** A row that is not as it was. */
export interface RowChange {
  readonly what: 'added' | 'changed' | 'removed'
  readonly row: SheetRow
  /** In the file, from 1; undefined for a removed row. */
  readonly line: number | undefined
  readonly cells: readonly CellChange[]
}

/** What a file makes of a table. */
export interface Comparison {
  readonly changes: readonly RowChange[]
  readonly unchanged: number
  /** Rows that are in both stand in another order. */
  readonly moved: boolean
  /** The rows as they would be. */
  readonly rows: readonly SheetRow[]
}

export interface Compare {
  readonly shape: SheetShape
  /** As they are stored. */
  readonly stored: readonly SheetRow[]
  /** As they were when the file was made; undefined where nobody knows. */
  readonly base: readonly SheetRow[] | undefined
  readonly read: readonly FileRow[]
  /** Whether the file has a column. A column that it does not have stays as it is. */
  has(column: number): boolean
  /** Rows that are not in the file stay. */
  readonly keepMissing: boolean
}

/**
 * What would change. What the file only has as it was made, and somebody has changed since, stays as it is stored; so
 * do rows that the form gives and the file does not name, and rows within those that are not there now.
 */
export function compareRows(compare: Compare): Comparison {
  const { shape, stored, read } = compare
  const storedBy = byKey(stored)
  const base = compare.base && byKey(compare.base)
  const readKeys = new Set(read.map(keyOf))
  const changes: RowChange[] = []
  const rows: SheetRow[] = []
  for (const row of read) {
    const key = keyOf(row)
    const [before, was] = [storedBy.get(key), base?.get(key)]
    // Somebody has taken the row away, and the file says nothing new of it.
    if (!before && was && [...shape.columns.keys()].every((at) => !compare.has(at) || sameCell(shape, at, row, was)))
      continue
    const next = { ...row, hidden: before?.hidden ?? [], cells: mergedCells(compare, row, before, was) }
    rows.push(next)
    const cells = cellChanges(shape, before, next)
    // A given row that nothing stood in is no new row.
    const what = before ? 'changed' : 'added'
    if (cells.length > 0) changes.push({ what, row: next, line: row.line, cells })
    else if (!before) changes.push({ what, row: next, line: row.line, cells })
  }
  const gone = new Set<string>()
  for (const row of stored) {
    const key = keyOf(row)
    if (readKeys.has(key)) continue
    const isGiven = shape.levels[row.level]?.given !== undefined
    const parentGone = row.level > 0 && gone.has(row.parent)
    const isNew = base !== undefined && !base.has(key)
    if (!parentGone && (isGiven || isNew || compare.keepMissing || !isShown(shape, row))) continue
    gone.add(key)
    changes.push({ what: 'removed', row, line: undefined, cells: cellChanges(shape, row, undefined) })
  }
  const result = withKept(stored, rows, gone, readKeys)
  const changed = new Set(changes.map(({ row }) => keyOf(row)))
  return {
    changes,
    rows: result,
    unchanged: result.filter((row) => isShown(shape, row) && !changed.has(keyOf(row))).length,
    moved: isMoved(stored, result),
  }
}

const byKey = (rows: readonly SheetRow[]) => new Map(rows.map((row) => [keyOf(row), row]))

function sameCell(
  { columns }: SheetShape,
  at: number,
  one: SheetRow | undefined,
  other: SheetRow | undefined,
): boolean {
  const column = columns[at]
  return !column || isSame(column, one?.cells.get(at) ?? '', other?.cells.get(at) ?? '')
}

/** The cells of a row that was read, those that say nothing new as they are stored. */
function mergedCells(
  { shape, has }: Compare,
  row: SheetRow,
  before: SheetRow | undefined,
  was: SheetRow | undefined,
): ReadonlyMap<number, string> {
  const cells = new Map<number, string>()
  for (const [at, column] of shape.columns.entries()) {
    if (column.level !== row.level || column.names) continue
    const isOld = before && (!has(at) || sameCell(shape, at, row, before) || (was && sameCell(shape, at, row, was)))
    const text = (isOld ? before : row).cells.get(at)
    if (text !== undefined) cells.set(at, text)
  }
  return cells
}

function cellChanges(shape: SheetShape, before: SheetRow | undefined, after: SheetRow | undefined): CellChange[] {
  const level = (after ?? before)?.level
  return [...shape.columns.entries()].flatMap(([at, column]) => {
    if (column.level !== level || column.names || sameCell(shape, at, before, after)) return []
    return [{ column: at, before: before?.cells.get(at) ?? '', after: after?.cells.get(at) ?? '' }]
  })
}

/** The rows with those that stay although the file does not name them: after the row that they stood after. */
function withKept(
  stored: readonly SheetRow[],
  rows: readonly SheetRow[],
  gone: ReadonlySet<string>,
  readKeys: ReadonlySet<string>,
): readonly SheetRow[] {
  const result = [...rows]
  let last = -1
  for (const row of stored) {
    const key = keyOf(row)
    const at = result.findIndex((each) => keyOf(each) === key)
    if (at >= 0) last = at
    // What was read and left out again has been taken away by somebody else.
    else if (!gone.has(key) && !readKeys.has(key)) result.splice(++last, 0, row)
  }
  return result
}

function isMoved(stored: readonly SheetRow[], rows: readonly SheetRow[]): boolean {
  const [before, after] = [stored.map(keyOf), rows.map(keyOf)]
  const [inBefore, inAfter] = [new Set(before), new Set(after)]
  const kept = after.filter((key) => inBefore.has(key))
  return before.filter((key) => inAfter.has(key)).some((key, place) => key !== kept[place])
}
