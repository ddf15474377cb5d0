import type { SheetShape } from '~/kinds/sheet'
import { meaningOf } from './cell-text'
import type { FileRow } from './file-rows'
import { keyOf, type SheetRow } from './sheet-rows'

/**
 * Finds the stored rows that rows without a key mean: those that say the same in every cell, else those that alone have
 * the same words in the first column. They get the ids of what they mean.
 */
export function matchRows(
  shape: SheetShape,
  stored: readonly SheetRow[],
  read: readonly FileRow[],
): readonly FileRow[] {
  const known = new Set(stored.map(keyOf))
  const claimed = new Set(read.map(keyOf).filter((key) => known.has(key)))
  const ids = new Map<string, string>()
  const current = (row: FileRow): FileRow => ({
    ...row,
    parent: row.level === 0 ? '' : (ids.get(row.parent) ?? row.parent),
    id: ids.get(keyOf(row)) ?? row.id,
  })
  const match = (level: number, saying: (row: SheetRow) => string | undefined, isUnique: boolean) => {
    const open = grouped(
      stored.filter((row) => row.level === level && !claimed.has(keyOf(row))),
      saying,
    )
    const free = grouped(
      read.filter((row) => row.level === level && !ids.has(keyOf(row)) && !known.has(keyOf(current(row)))),
      (row) => saying(current(row)),
    )
    for (const [said, rows] of free) {
      const candidates = open.get(said) ?? []
      if (isUnique && (rows.length > 1 || candidates.length > 1)) continue
      for (const [place, row] of rows.entries()) {
        const found = candidates[place]
        if (!found) break
        claimed.add(keyOf(found))
        ids.set(keyOf(row), found.id)
      }
    }
  }
  for (const [level, { given }] of shape.levels.entries()) {
    if (given) continue
    const own = [...shape.columns.entries()].filter(([, column]) => column.level === level)
    const meaning = (row: SheetRow, [at, column]: (typeof own)[number]) => meaningOf(column, row.cells.get(at) ?? '')
    const [first] = own
    match(level, (row) => JSON.stringify([row.parent, ...own.map((each) => meaning(row, each))]), false)
    if (first) match(level, (row) => withParent(row, meaning(row, first)), true)
  }
  return read.map(current)
}

const withParent = ({ parent }: SheetRow, said: string) => (said === '' ? undefined : JSON.stringify([parent, said]))

function grouped<Row extends SheetRow>(rows: readonly Row[], saying: (row: Row) => string | undefined) {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const said = saying(row)
    if (said !== undefined) groups.set(said, [...(groups.get(said) ?? []), row])
  }
  return groups
}
