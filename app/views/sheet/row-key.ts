import type { SheetShape } from '~/kinds/sheet'
import { isShown, type SheetRow } from './sheet-rows'

/** Where a file comes from: which table of which case, as it was saved at which revision. */
export interface SheetOrigin {
  readonly caseId: string
  readonly question: string
  readonly revision: number
}

/** What stands over the column with the keys of the rows: a file that was made for another table is told by it. */
export const originText = ({ caseId, question, revision }: SheetOrigin): string =>
  `bidra ${question} ${caseId.slice(0, 8)} ${revision}`

export function originOf(
  text: string,
): { isOf(caseId: string, question: string): boolean; revision: number } | undefined {
  const found = /^bidra (\w+) ([0-9a-f]{8}) (\d{1,9})$/.exec(text.trim())
  if (!found) return undefined
  const [, question, start = '', revision] = found
  return { isOf: (caseId, id) => caseId.startsWith(start) && id === question, revision: Number(revision) }
}

const isId = (text: string) => /^[a-z][A-Za-z0-9]{0,30}$/.test(text)

/** The key of a line: the ids of the rows that stand in it, one per level. */
export const lineKey = (ids: readonly string[]): string => ids.join('/')

/** The ids in a key; empty ones for what is no id. */
export function idsIn(key: string, levels: number): readonly string[] {
  const parts = key.trim().split('/')
  return Array.from({ length: levels }, (_, level) => {
    const id = parts[level] ?? ''
    return isId(id) ? id : ''
  })
}

/** The column that names the given rows of a level; -1 where there is none. */
export const nameColumn = ({ columns }: SheetShape, level: number): number =>
  columns.findIndex((column) => column.level === level && column.names)

/** A line of a spreadsheet: an outermost row, or its continuation, and beside it a row of each table within it. */
export interface SheetLine {
  readonly ids: readonly string[]
  readonly cells: readonly string[]
}

/** Lays rows out in lines: the rows inside a row stand beside and below it. */
export function linesOf(shape: SheetShape, rows: readonly SheetRow[]): readonly SheetLine[] {
  const [levels, columns] = [shape.levels.length, shape.columns.length]
  const lines: { ids: string[]; cells: string[] }[] = []
  const blank = () => ({ ids: Array<string>(levels).fill(''), cells: Array<string>(columns).fill('') })
  let start = 0
  let heights: number[] = []
  for (const row of rows) {
    if (!isShown(shape, row)) continue
    if (row.level === 0) {
      start = lines.length
      heights = Array<number>(levels).fill(0)
      lines.push({ ...blank() })
    }
    const at = start + (heights[row.level] ?? 0)
    heights[row.level] = (heights[row.level] ?? 0) + 1
    while (lines.length <= at) lines.push(blank())
    const line = lines[at]
    if (!line) continue
    line.ids[0] = row.level === 0 ? row.id : row.parent
    line.ids[row.level] = row.id
    for (const [place, text] of row.cells) line.cells[place] = text
    const label = shape.levels[row.level]?.given?.find(({ id }) => id === row.id)?.label
    if (label !== undefined) line.cells[nameColumn(shape, row.level)] = label
  }
  return lines
}
