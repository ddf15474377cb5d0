import { sha256Hex } from '~/forms/canonical'
import { isObject, type Json } from '~/forms/json'
import type { KindLookup, Posted, TableRow } from '../contract'
import { isList, isObject as isPostedObject, partOf, textOf } from '../posted'
import { actKey, cellQuestion, goneKey, newRow, placeKey, type TableOptions } from './columns'
import { filledRows, placeOf, type RowTyped, type TableTyped } from './rows'

const idPattern = /^[a-z][A-Za-z0-9]{0,30}$/
const newPattern = new RegExp(`^${newRow}\\d+$`)

/**
 * Reads the posted rows, or a canonical value. Rows keep the order in which they come; one without an id of its own
 * gets one from what is in it, so that the same post twice is the same row, and two officers' rows are two.
 */
export function readTable(posted: Posted, options: TableOptions, kinds: KindLookup): TableTyped | undefined {
  const rows = new Map<string, RowTyped | null>()
  if (options.fixedRows) {
    for (const { id, subtotal } of options.fixedRows) {
      const part = partOf(posted, id)
      if (!isPostedObject(part) || subtotal) continue
      const cells = readCells(part, options, kinds)
      if (Object.keys(cells).length > 0) rows.set(id, cells)
      // On the page, and empty.
      else if (textOf(partOf(part, placeKey)) !== undefined) rows.set(id, null)
    }
  } else if (isList(posted)) {
    let place = 0
    for (const part of posted) {
      const cells = isPostedObject(part) ? readCells(part, options, kinds) : {}
      if (Object.keys(cells).length === 0) continue
      place += 1
      rows.set(`r${place}`, { [placeKey]: place, ...cells })
    }
  } else if (isPostedObject(posted)) {
    let before = 0
    for (const [key, part] of Object.entries(posted)) {
      if (!idPattern.test(key) || !isPostedObject(part)) continue
      const cells = textOf(part[goneKey]) === undefined ? readCells(part, options, kinds) : {}
      const isNew = newPattern.test(key)
      if (Object.keys(cells).length === 0) {
        if (!isNew && (textOf(part[placeKey]) ?? textOf(part[goneKey])) !== undefined) rows.set(key, null)
        continue
      }
      const place = Number(textOf(part[placeKey]) ?? Number.NaN)
      before = Number.isFinite(place) && place > before ? place : Math.floor(before) + 1
      rows.set(isNew ? freeId(cells, rows) : key, { [placeKey]: before, ...cells })
    }
    const act = /^(remove|copy|up|down):(.+)$/.exec(textOf(posted[actKey]) ?? '')
    if (act) change(rows, act[1] ?? '', act[2] ?? '')
  }
  return rows.size === 0 ? undefined : Object.fromEntries(rows)
}

function readCells(part: Posted, { columns }: TableOptions, kinds: KindLookup): Record<string, Json> {
  const cells: Record<string, Json> = {}
  for (const column of columns) {
    const cell = partOf(part, column.id)
    if (cell === undefined || column.value !== undefined) continue
    const read = kinds(column.kind)?.read(cell, cellQuestion(column))
    const typed = column.nested ? withoutRemoved(read) : read
    if (typed !== undefined) cells[column.id] = typed
  }
  return cells
}

/** A table within a row is merged whole, so that what is removed from it need not be remembered. */
function withoutRemoved(typed: Json | undefined): Json | undefined {
  if (!isObject(typed)) return typed
  const left = Object.entries(typed).filter(([, row]) => row !== null)
  return left.length === 0 ? undefined : Object.fromEntries(left)
}

/** An id that says what is in the row, and that no other row has. */
function freeId(cells: RowTyped, taken: ReadonlyMap<string, unknown>): string {
  for (let count = 0; ; count++) {
    const id = `n${sha256Hex(JSON.stringify([cells, count])).slice(0, 12)}`
    if (!taken.has(id)) return id
  }
}

/** What a button did where there is no script. */
function change(rows: Map<string, RowTyped | null>, act: string, id: string): void {
  const row = rows.get(id)
  if (!row) return
  const order = [...rows].flatMap(([key, each]) => (each ? [[key, each] as const] : []))
  const at = order.findIndex(([key]) => key === id)
  const [, next] = order[at + 1] ?? []
  if (act === 'remove') rows.set(id, null)
  if (act === 'copy') {
    const { [placeKey]: _, ...cells } = row
    const place = next ? (placeOf(row) + placeOf(next)) / 2 : placeOf(row) + 1
    rows.set(freeId(cells, rows), { [placeKey]: place, ...cells })
  }
  if (act === 'up' || act === 'down') {
    const [otherId, other] = order[act === 'up' ? at - 1 : at + 1] ?? []
    if (otherId === undefined || !other) return
    rows.set(id, { ...row, [placeKey]: placeOf(other) })
    rows.set(otherId, { ...other, [placeKey]: placeOf(row) })
  }
}

/** The rows, for the form language: every one that the form gives, or those that officers have filled in. */
export function tableRows(options: TableOptions, typed: TableTyped, kinds: KindLookup): readonly TableRow[] {
  const nested = options.columns.filter((column) => column.nested)
  const rows = options.fixedRows
    ?.filter(({ subtotal }) => !subtotal)
    .map(({ id }): readonly [string, RowTyped] => [id, typed[id] ?? {}])
  return (rows ?? filledRows(options, typed)).map(([id, row]) => ({
    id,
    inside: Object.fromEntries(
      nested.map((column) => {
        const cell = row[column.id]
        const kind = kinds(column.kind)
        return [column.id, cell === undefined || !kind ? [] : kind.rows(cellQuestion(column), cell)]
      }),
    ),
  }))
}
