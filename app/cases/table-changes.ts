import type { Language } from '~/forms/text'
import { shownText } from '~/views/sheet/cell-text'
import type { ComparedFile } from '~/views/sheet/compare-file'
import type { SheetRow } from '~/views/sheet/sheet-rows'

/** What a file would change, in words. */
export interface TableChanges {
  readonly changes: readonly {
    readonly key: string
    readonly what: 'added' | 'changed' | 'removed'
    /** What the row is called; '' where nothing in it says. */
    readonly name: string
    /** The line of the file, from 1. */
    readonly line: number | undefined
    readonly cells: readonly { readonly label: string; readonly before: string; readonly after: string }[]
  }[]
  readonly unchanged: number
  readonly moved: boolean
  readonly errors: ComparedFile['errors']
  readonly missing: number
  readonly strangers: ComparedFile['strangers']
  readonly sums: number
  readonly unknown: readonly string[]
  readonly absent: readonly string[]
  /** What is agreed to with it. */
  readonly seen: string
}

/** A comparison for people, but for `seen`. */
export function tableChanges(compared: ComparedFile, language: Language): Omit<TableChanges, 'seen'> {
  const { shape, rows, changes, unchanged, moved, errors, missing, strangers, sums, unknown, absent } = compared
  const outer = new Map(rows.filter(({ level }) => level === 0).map((row) => [row.id, row]))
  for (const { row } of changes) if (row.level === 0 && !outer.has(row.id)) outer.set(row.id, row)
  const ownName = (row: SheetRow) => {
    const given = shape.levels[row.level]?.given?.find(({ id }) => id === row.id)?.label
    const first = shape.columns.findIndex(({ level, type }) => level === row.level && type === 'text')
    return given ?? shortened(row.cells.get(first) ?? '')
  }
  const nameOf = (row: SheetRow) => {
    const above = row.level === 0 ? undefined : outer.get(row.parent)
    return [above && ownName(above), ownName(row)].filter(Boolean).join(' – ')
  }
  // What is not in the file comes last.
  const lineOf = ({ line }: (typeof changes)[number]) => line ?? Number.MAX_SAFE_INTEGER
  return {
    changes: [...changes]
      .sort((one, other) => lineOf(one) - lineOf(other))
      .map(({ what, row, line, cells }, place) => ({
        key: String(place),
        what,
        name: nameOf(row),
        line,
        cells: cells.flatMap(({ column, before, after }) => {
          const found = shape.columns[column]
          if (!found) return []
          const shown = (text: string) => shownText(found, text, language)
          return [{ label: found.label, before: shown(before), after: shown(after) }]
        }),
      })),
    unchanged,
    moved,
    errors,
    missing,
    strangers,
    sums: sums.length,
    unknown,
    absent,
  }
}

const longestName = 80
const shortened = (text: string) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestName ? `${line.slice(0, longestName - 1)}…` : line
}
