import { sha256Hex } from '~/forms/canonical'
import type { Question } from '~/forms/definition'
import { isObject, type Json, member } from '~/forms/json'
import type { Refusals } from '~/forms/refusals'
import type { AnyKind, Context } from '~/kinds/contract'
import type { SheetShape } from '~/kinds/sheet'
import type { Sheet } from '~/platform/spreadsheet/sheet'
import { type CellErrors, cellErrors } from './cell-errors'
import { type Comparison, compareRows } from './compare-rows'
import { type FileRows, fileRows } from './file-rows'
import { type FoundTable, findTable } from './find-table'
import { matchRows } from './match-rows'
import { postedOf, rowsOf } from './sheet-rows'

/** A table of a form, as a file is compared with it. */
export interface TableOfForm {
  readonly caseId: string
  readonly kind: AnyKind
  /** With the rows and columns that are there now. */
  readonly question: Question<unknown>
  /** With all of them: what stands in the others is kept. */
  readonly whole: Question<unknown>
  /** The reader's language first: headings may be in any. */
  readonly contexts: readonly [Context, ...Context[]]
  /** As it is stored. */
  readonly typed: Json | undefined
  /** As it was at a revision; undefined where nobody knows. */
  typedAt(revision: number): Promise<Json | undefined>
  /** What would be refused of it if it were this. */
  refusals(typed: Json): Refusals
}

/** What a file makes of a table, and what is wrong with it. */
export interface ComparedFile extends Comparison, CellErrors, Pick<FileRows, 'strangers' | 'sums'> {
  readonly shape: SheetShape
  /** Headings that are not the table's. */
  readonly unknown: readonly string[]
  /** The table's headings that are not in the file: their columns stay as they are. */
  readonly absent: readonly string[]
  /** The answer as it would be; null: none. */
  readonly typed: Json
}

/** Whether a kind's answers stand in rows of a spreadsheet. */
export const isTable = ({ levels }: SheetShape): boolean => levels.length > 0

/**
 * Compares a file with a table. The same file and the same table always give the same.
 *
 * @returns undefined when the table is not found in the file
 */
export async function compareFile(
  table: TableOfForm,
  sheets: readonly Sheet[],
  says: Parameters<typeof cellErrors>[1],
  keepMissing: boolean,
): Promise<ComparedFile | undefined> {
  const { kind, question, whole, contexts, caseId, typed } = table
  const shapes = contexts.map((each) => kind.sheet(question, each))
  const found = findTable(sheets, shapes, { caseId, question: question.id })
  if (!found) return undefined
  const { shape, places } = found
  const stored = rowsOf(shape, kind, whole, typed)
  const { rows: inFile, strangers, sums } = fileRows(found, freshIds(table, found))
  const read = matchRows(shape, stored, inFile)
  const was = found.revision === undefined ? undefined : await table.typedAt(found.revision)
  const compared = compareRows({
    shape,
    stored,
    base: found.revision === undefined ? undefined : rowsOf(shape, kind, whole, was),
    read,
    has: (column) => places[column] !== undefined,
    keepMissing,
  })
  const hasChanged = compared.changes.length > 0 || compared.moved
  const next = hasChanged
    ? withOthers(typed, filled(kind.read(postedOf(shape, compared.rows), whole)), shape)
    : (typed ?? null)
  const { rows, changes } = compared
  const refused = next === null ? { refusals: [], notThere: [] } : table.refusals(next)
  return {
    ...compared,
    ...cellErrors({ shape, places, rows, changes, ...refused }, says),
    strangers,
    sums,
    shape,
    unknown: found.unknown,
    absent: shape.columns.flatMap(({ label, names }, at) => (places[at] === undefined && !names ? [label] : [])),
    typed: next,
  }
}

/** Ids that say where a row comes from, so that reading a file twice makes the same rows. */
function freshIds({ question }: TableOfForm, { lines }: FoundTable) {
  const seed = sha256Hex(JSON.stringify([question.id, lines]))
  return (line: number, level: number) => `n${sha256Hex(`${seed} ${line} ${level}`).slice(0, 12)}`
}

/** What no spreadsheet can hold, files, stays in its row. */
function withOthers(before: Json | undefined, after: Json, { columns, levels }: SheetShape): Json {
  if (!isObject(before) || !isObject(after)) return after
  const held = new Set([...columns.map(({ path }) => path[0]), ...levels.map(({ within }) => within)])
  const rows = Object.entries(after).map(([id, row]) => {
    const was = member(before, id)
    if (!isObject(row) || !isObject(was)) return [id, row] as const
    const others = Object.entries(was).filter(([column]) => !held.has(column) && !Object.hasOwn(row, column))
    return [id, { ...row, ...Object.fromEntries(others) }] as const
  })
  return Object.fromEntries(rows)
}

/** Rows without anything in them are not kept. */
function filled(typed: Json | undefined): Json {
  if (!isObject(typed)) return typed ?? null
  const rows = Object.entries(typed).filter(([, row]) => row !== null)
  return rows.length === 0 ? null : Object.fromEntries(rows)
}
