import { type ClipboardEvent, type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { cellsOf, fieldAt, fill, nextPlace, type Place, placeOf, sizeOf } from './grid'
import type { CountTableOptions, CountTableTyped } from './kind'

/** A pasted block that has no room from where it was pasted. */
export interface Overflow {
  readonly from: Place
  readonly cells: readonly (readonly string[])[]
}

const isCell = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.dataset.row !== undefined

/** What script does for the table: sums while one types, keys up and down a column, blocks from a spreadsheet. */
export function useGrid({ rows, columns }: CountTableOptions, typed: CountTableTyped | undefined) {
  const table = useRef<HTMLTableElement>(null)
  const [cells, setCells] = useState(typed)
  const [overflow, setOverflow] = useState<Overflow>()

  const note = (field: HTMLInputElement) => {
    const { row, column } = placeOf(field)
    const [rowId, columnId] = [rows[row]?.id, columns[column]?.id]
    if (rowId === undefined || columnId === undefined) return
    setCells((old) => ({ ...old, [rowId]: { ...old?.[rowId], [columnId]: field.value } }))
  }

  // Text that was put back into the fields before script began (by the browser, or from the tab's storage).
  // biome-ignore lint/correctness/useExhaustiveDependencies: once
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const field of table.current?.querySelectorAll('input') ?? []) {
        if (field.value !== field.defaultValue) note(field)
      }
    })
    return () => clearTimeout(timer)
  }, [])

  const onInput = ({ target }: FormEvent) => {
    if (isCell(target)) note(target)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isCell(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    const place = nextPlace(event.key, placeOf(event.target))
    if (!place) return
    event.preventDefault()
    const field = table.current && fieldAt(table.current, place)
    field?.focus()
    field?.select()
  }
  const onPaste = (event: ClipboardEvent) => {
    if (!isCell(event.target) || !table.current) return
    const block = cellsOf(event.clipboardData.getData('text/plain'))
    const size = sizeOf(block)
    if (size.rows * size.columns < 2) return
    event.preventDefault()
    const from = placeOf(event.target)
    const hasRoom = from.row + size.rows <= rows.length && from.column + size.columns <= columns.length
    setOverflow(hasRoom ? undefined : { from, cells: block })
    if (hasRoom) fill(table.current, from, block)
  }
  const settle = (isFilled: boolean) => {
    if (!overflow || !table.current) return
    if (isFilled) fill(table.current, overflow.from, overflow.cells)
    fieldAt(table.current, overflow.from)?.focus()
    setOverflow(undefined)
  }
  return { table, cells, overflow, settle, handlers: { onInput, onKeyDown, onPaste } }
}
