import type { Question } from '~/forms/definition'
import type { Json } from '~/forms/json'
import type { AnyKind, Posted } from '~/kinds/contract'
import type { SheetShape } from '~/kinds/sheet'
import { fieldText, labelIn } from './cell-text'

/** A row of a table, outermost or inside another. */
export interface SheetRow {
  readonly level: number
  /** The id of the outermost row that it stands in; '' of an outermost one. */
  readonly parent: string
  readonly id: string
  /** Place among the shape's columns → what stands in the cell, as people read it. Empty cells are absent. */
  readonly cells: ReadonlyMap<number, string>
  /** Fields of the row that no column shows: its place among the others. */
  readonly hidden: readonly (readonly [string, string])[]
}

/** Tells a row from every other of its table. */
export const keyOf = ({ level, parent, id }: Pick<SheetRow, 'level' | 'parent' | 'id'>): string =>
  level === 0 ? id : `${parent}/${level}/${id}`

/** Whether a row, and the one that it stands in, is there now; what stands in one that is not is only kept. */
export const isShown = (
  { levels }: SheetShape,
  { level, parent, id }: Pick<SheetRow, 'level' | 'parent' | 'id'>,
): boolean => {
  const isThere = (at: number, row: string) => levels[at]?.given?.some((given) => given.id === row) ?? true
  return isThere(level, id) && (level === 0 || isThere(0, parent))
}

interface Growing {
  readonly level: number
  readonly parent: string
  readonly id: string
  readonly cells: Map<number, string>
  readonly hidden: (readonly [string, string])[]
}

/** The rows of an answer in order, each outermost row before those inside it; given rows are all there. */
export function rowsOf(
  shape: SheetShape,
  kind: AnyKind,
  question: Question<unknown>,
  typed: Json | undefined,
): readonly SheetRow[] {
  const rows = new Map<string, Growing>()
  const rowAt = (level: number, parent: string, id: string): Growing => {
    const row = { level, parent, id, cells: new Map<number, string>(), hidden: [] }
    const found = rows.get(keyOf(row)) ?? row
    rows.set(keyOf(row), found)
    return found
  }
  for (const { id } of shape.levels[0]?.given ?? []) rowAt(0, '', id)
  for (const [name, text] of typed === undefined ? [] : kind.fields(question, typed)) {
    const [outer = '', ...below] = name.split('.')
    rowAt(0, '', outer)
    const level = shape.levels.findIndex(({ within }) => within !== undefined && within === below[0])
    const row = level > 0 ? rowAt(level, outer, below[1] ?? '') : rowAt(0, '', outer)
    fill(row, shape, level > 0 ? below.slice(2) : below, text)
  }
  return ordered(shape, rows, rowAt)
}

function fill(row: Growing, { columns }: SheetShape, path: readonly string[], text: string): void {
  const at = columns.findIndex(
    (column) =>
      column.level === row.level &&
      !column.names &&
      column.path.every((step, place) => step === path[place]) &&
      path.length === column.path.length + (column.joined === undefined ? 0 : 1),
  )
  const column = columns[at]
  if (!column) {
    row.hidden.push([path.join('.'), text])
    return
  }
  const before = row.cells.get(at)
  const shown = labelIn(column, text)
  row.cells.set(at, before === undefined ? shown : `${before}${column.joined ?? ''}${shown}`)
}

function ordered(
  { levels }: SheetShape,
  rows: ReadonlyMap<string, Growing>,
  rowAt: (level: number, parent: string, id: string) => Growing,
): readonly SheetRow[] {
  const outer = [...rows.values()].filter(({ level }) => level === 0)
  return outer.flatMap((row): SheetRow[] => [
    row,
    ...levels.flatMap(({ given, within }, level) => {
      if (within === undefined) return []
      if (given) return given.map(({ id }) => rowAt(level, row.id, id))
      return [...rows.values()].filter((each) => each.level === level && each.parent === row.id)
    }),
  ])
}

/** What the rows post, for the kind's `read`. Ids are trusted to be names of rows. */
export function postedOf(shape: SheetShape, rows: readonly SheetRow[]): Posted {
  const top: Tree = new Map()
  for (const row of rows) {
    const within = shape.levels[row.level]?.within
    const base = within === undefined ? [row.id] : [row.parent, within, row.id]
    branch(top, base)
    for (const [name, text] of row.hidden) put(top, [...base, ...name.split('.')], text)
    for (const [at, text] of row.cells) {
      const column = shape.columns[at]
      if (!column || column.names) continue
      const value = fieldText(column, text)
      if (value.trim() !== '') put(top, [...base, ...column.path], value)
    }
  }
  return plain(top)
}

type Tree = Map<string, Tree | string>

function branch(tree: Tree, [step, ...rest]: readonly string[]): Tree {
  if (step === undefined) return tree
  const found = tree.get(step)
  const next: Tree = found instanceof Map ? found : new Map()
  // A row that is a single field stays what it is until it is filled.
  if (found === undefined) tree.set(step, next)
  return branch(next, rest)
}

function put(tree: Tree, path: readonly string[], text: string): void {
  branch(tree, path.slice(0, -1)).set(path.at(-1) ?? '', text)
}

const plain = (tree: Tree): Posted =>
  Object.fromEntries([...tree].map(([key, part]) => [key, part instanceof Map ? plain(part) : part]))
