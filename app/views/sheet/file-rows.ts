import { isSame, tidy } from './cell-text'
import type { FileLine, FoundTable } from './find-table'
import { nameColumn } from './row-key'
import { keyOf, type SheetRow } from './sheet-rows'

/** A row that was read from a file. */
export interface FileRow extends SheetRow {
  /** The line of the file that it stands in, from 1. */
  readonly line: number
}

/** What was read: the rows, and lines whose row the table does not have. */
export interface FileRows {
  readonly rows: readonly FileRow[]
  readonly strangers: readonly { readonly line: number; readonly name: string }[]
  /** Lines with sums, which are not read. */
  readonly sums: readonly number[]
}

/** The whole of the first cell, where officers name rows themselves. */
const onlySum = /^(?:summa|totalt?|sum|total)[: ]*$/i
const sum = /^(?:del)?(?:summa|sum|total|totalt|sub-?total)\b/i

/**
 * The rows in a file's lines. A line without keys goes to the row above it when it tells of no other; rows without an id
 * get one from `fresh`.
 */
export function fileRows(found: FoundTable, fresh: (line: number, level: number) => string): FileRows {
  const reader = new Reader(found, fresh)
  for (const line of found.lines) reader.read(line)
  return reader
}

/** Grows while its lines are read. */
interface OuterRow extends FileRow {
  readonly cells: Map<number, string>
}

class Reader implements FileRows {
  readonly rows: FileRow[] = []
  readonly strangers: { line: number; name: string }[] = []
  readonly sums: number[] = []
  readonly #seen = new Set<string>()
  readonly #outers = new Map<string, OuterRow>()
  #outer: OuterRow | undefined

  constructor(
    readonly found: FoundTable,
    readonly fresh: (line: number, level: number) => string,
  ) {}

  read(line: FileLine): void {
    const { shape } = this.found
    const outer = this.#outerOf(line)
    if (!outer) return
    for (let level = 1; level < shape.levels.length; level++) {
      const cells = this.#cells(line, level)
      if (cells.size === 0 && !line.ids[level]) continue
      const id = this.#idAt(line, level, outer.id)
      if (id !== undefined) this.#add({ level, parent: outer.id, id, cells, hidden: [], line: line.row })
    }
  }

  /** The outermost row of a line: the one above, or a new one. */
  #outerOf(line: FileLine): OuterRow | undefined {
    const key = line.ids[0] ?? ''
    const cells = this.#cells(line, 0)
    // A list may have been sorted, so that a row's lines stand apart.
    const before = key === '' ? this.#outer : this.#outers.get(key)
    if (before && this.found.shape.levels.length > 1 && this.#hasInner(line)) {
      const isSilent = cells.size === 0 && !this.#name(line, 0)
      if (before.cells.size === 0 && key !== '') for (const [at, text] of cells) before.cells.set(at, text)
      if (isSilent || this.#repeats(before, cells)) return before
    }
    const id = this.#idAt(line, 0, '')
    if (id === undefined) return undefined
    const row = { level: 0, parent: '', id, cells: new Map(cells), hidden: [], line: line.row }
    this.#add(row)
    this.#outers.set(id, row)
    this.#outer = row
    return row
  }

  #add(row: FileRow): void {
    this.#seen.add(keyOf(row))
    this.rows.push(row)
  }

  /** The id of a line's row; undefined when the table does not have it. A key that was copied with its row counts once. */
  #idAt(line: FileLine, level: number, parent: string): string | undefined {
    const given = this.found.shape.levels[level]?.given
    const key = line.ids[level] ?? ''
    const isFree = (id: string) => !this.#seen.has(keyOf({ level, parent, id }))
    if (!given && key === '' && level === 0 && onlySum.test(this.#first(line))) {
      this.sums.push(line.row)
      return undefined
    }
    if (!given) return key !== '' && isFree(key) ? key : this.fresh(line.row, level)
    const name = this.#name(line, level)
    const known = name
      ? (given.find(({ id, label }) => id === key && plain(label) === plain(name)) ??
        given.find(({ id, label }) => isFree(id) && plain(label) === plain(name)))
      : given.find(({ id }) => id === key)
    if (known && isFree(known.id)) return known.id
    if (sum.test(name)) this.sums.push(line.row)
    else this.strangers.push({ line: line.row, name })
    return undefined
  }

  #cells(line: FileLine, level: number): ReadonlyMap<number, string> {
    const { shape } = this.found
    return new Map(
      line.cells.flatMap((text, at) => {
        const column = shape.columns[at]
        return column?.level === level && !column.names && text !== '' ? [[at, tidy(column, text)] as const] : []
      }),
    )
  }

  #name(line: FileLine, level: number): string {
    return line.cells[nameColumn(this.found.shape, level)] ?? ''
  }

  /** What stands in the first column of words. */
  #first(line: FileLine): string {
    return line.cells[this.found.shape.columns.findIndex(({ type }) => type === 'text')] ?? ''
  }

  #hasInner(line: FileLine): boolean {
    return line.cells.some((text, at) => text !== '' && (this.found.shape.columns[at]?.level ?? 0) > 0)
  }

  /** Spreadsheets often say again on each line what they are about. */
  #repeats({ cells: before }: FileRow, cells: ReadonlyMap<number, string>): boolean {
    if (cells.size === 0) return false
    return [...cells].every(([at, text]) => {
      const column = this.found.shape.columns[at]
      return column !== undefined && isSame(column, before.get(at) ?? '', text)
    })
  }
}

const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLocaleLowerCase('sv')
