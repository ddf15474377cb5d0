import type { Display } from '~/forms/display'
import type { Context, Posted } from './contract'
import { partOf, textOf } from './posted'
import type { Refusal } from './reading'
import type { Labelled } from './unique'

/** Row id → text; rows without an answer are absent. */
export type RowsTyped = { readonly [row: string]: string }

/** An object of what `of` knows of each row, or undefined when it knows nothing of any. */
export function rowsOf<Value>(rows: readonly Labelled[], of: (id: string) => Value | undefined) {
  const known = rows.flatMap(({ id }) => {
    const value = of(id)
    return value === undefined ? [] : [[id, value] as const]
  })
  return known.length === 0 ? undefined : Object.fromEntries(known)
}

/** Reads one text per row. */
export const readRows = (posted: Posted, rows: readonly Labelled[]): RowsTyped | undefined =>
  rowsOf(rows, (id) => textOf(partOf(posted, id)))

/** A refusal for each row that `of` cannot read. */
export const unreadRows = (
  rows: readonly Labelled[],
  typed: RowsTyped,
  of: (typed: string) => unknown,
  say: (row: Labelled) => string,
): Refusal[] =>
  rows
    .filter(({ id }) => {
      const text = typed[id]
      return text === undefined || of(text) === undefined
    })
    .map((row) => ({ message: say(row), path: [row.id], missing: typed[row.id] === undefined }))

interface OneColumn {
  readonly corner: string
  readonly heading: string
  readonly numeric: boolean
}

/** A table with one answer in each row. */
export const rowsTable = (
  rows: readonly Labelled[],
  { corner, heading, numeric }: OneColumn,
  { text }: Context,
  cell: (id: string) => string,
): Display => ({
  type: 'table',
  corner,
  columns: [{ label: heading, numeric }],
  rows: rows.map(({ id, label }) => ({ id, label: text(label), cells: [cell(id)] })),
})
