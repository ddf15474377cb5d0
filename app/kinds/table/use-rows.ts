import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { type Fields, fieldsOf, putBack, rowsEvent } from '../put-back'
import { goneKey, newRow, placeKey, type TableOptions } from './columns'
import { filledRows, placeOf, type RowTyped, type TableTyped } from './rows'

/** A row on the page. */
export interface PageRow {
  /** Stays the same while the page is open. */
  readonly key: string
  /** As it is posted. */
  readonly id: string
  /** Where it stands among the others; undefined for a row that has no id of its own yet. */
  readonly place: number | undefined
  readonly typed: RowTyped | undefined
  /** Removed, and not yet forgotten: it can come back. */
  readonly gone: boolean
}

export interface RowActs {
  add(): void
  remove(key: string): void
  bringBack(key: string): void
  copy(key: string): void
  /** One step up (-1) or down (1). */
  move(key: string, by: -1 | 1): void
}

const blankRow = (number: number): PageRow => ({
  key: `${newRow}${number}`,
  id: `${newRow}${number}`,
  place: undefined,
  typed: undefined,
  gone: false,
})

function rowsAtFirst(options: TableOptions, typed: TableTyped | undefined): readonly PageRow[] {
  if (options.fixedRows) {
    return options.fixedRows.map(({ id, subtotal }, index) => {
      const row = typed?.[id] ?? undefined
      return { key: id, id, place: subtotal ? undefined : index + 1, typed: row, gone: false }
    })
  }
  const filled = filledRows(options, typed).map(
    ([id, row]): PageRow => ({ key: id, id, place: placeOf(row), typed: row, gone: false }),
  )
  const blank = Math.max(options.minRows - filled.length, filled.length === 0 ? 1 : 0)
  return [...filled, ...Array.from({ length: blank }, (_, index) => blankRow(index))]
}

/** An id that no other officer's row has. */
function freshId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  return `n${[...bytes].map((byte) => byte.toString(36).padStart(2, '0')).join('')}`
}

const lastPlace = (rows: readonly PageRow[]) => rows.reduce((last, { place }) => Math.max(last, place ?? 0), 0)

const freshRow = (rows: readonly PageRow[], id = freshId()): PageRow => ({
  key: id,
  id,
  place: lastPlace(rows) + 1,
  typed: undefined,
  gone: false,
})

/** Gives the row at an index a place between its neighbours; where there is none left, every row a new one. */
function withPlaceAt(rows: readonly PageRow[], index: number): readonly PageRow[] {
  const before = rows[index - 1]?.place ?? 0
  const after = rows[index + 1]?.place ?? before + 2
  const place = (before + after) / 2
  if (place <= before || place >= after) return rows.map((row, at) => ({ ...row, place: at + 1 }))
  return rows.map((row, at) => (at === index ? { ...row, place } : row))
}

/** What script does with the rows of a table. Whoever saves the form hears of every change. */
export function useRows(
  name: string,
  options: TableOptions,
  typed: TableTyped | undefined,
  group: RefObject<HTMLElement>,
): { readonly rows: readonly PageRow[]; readonly acts: RowActs; readonly changes: number } {
  const [rows, setRows] = useState(() => rowsAtFirst(options, typed))
  const [changes, setChanges] = useState(0)
  const after = useRef<(() => void)[]>([])
  const isFixed = options.fixedRows !== undefined

  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of the rows
  useEffect(() => {
    if (changes === 0) return
    for (const act of after.current.splice(0)) act()
    group.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [changes])

  // Rows that wait to be filled in get ids of their own, so that two officers' first rows are two rows.
  useEffect(() => {
    if (isFixed) return
    setRows((old) => {
      const made: PageRow[] = []
      for (const row of old) made.push(row.place === undefined ? { ...freshRow(made), key: row.key } : row)
      return made
    })
  }, [isFixed])

  useEffect(() => {
    const form = group.current?.closest('form')
    if (!form || isFixed) return
    const make = (event: Event) => {
      const wanted = rowIds(name, fieldsOf(event))
      const missing = wanted.filter(({ id }) => document.getElementById(`${name}.${id}`) === null)
      if (missing.length === 0) return
      event.preventDefault()
      setRows((old) => {
        const known = new Set(old.map(({ id }) => id))
        const made = [...old]
        for (const { id, gone } of missing) if (!known.has(id)) made.push({ ...freshRow(made, id), gone })
        return made
      })
    }
    form.addEventListener(rowsEvent, make)
    return () => form.removeEventListener(rowsEvent, make)
  }, [group, isFixed, name])

  const change = useCallback((edit: (rows: readonly PageRow[]) => readonly PageRow[], then?: () => void) => {
    if (then) after.current.push(then)
    setRows(edit)
    setChanges((count) => count + 1)
  }, [])

  const acts = useRef<RowActs>({
    add() {
      const id = freshId()
      change(
        (old) => [...old, freshRow(old, id)],
        () => focusIn(rowElement(group.current, id)),
      )
    },
    remove(key) {
      change((old) => old.map((row) => (row.key === key ? { ...row, gone: true } : row)))
    },
    bringBack(key) {
      change(
        (old) => old.map((row) => (row.key === key ? { ...row, gone: false } : row)),
        () => focusIn(rowElement(group.current, key)),
      )
    },
    copy(key) {
      const id = freshId()
      change(
        (old) => {
          const index = old.findIndex((row) => row.key === key)
          const copied = [...old.slice(0, index + 1), freshRow(old, id), ...old.slice(index + 1)]
          return withPlaceAt(copied, index + 1)
        },
        () => copyFields(key, id, group.current),
      )
    },
    move(key, by) {
      change((old) => {
        const from = old.findIndex((row) => row.key === key)
        const to = nextVisible(old, from, by)
        const row = old[from]
        if (to === undefined || !row) return old
        const others = old.filter((_, index) => index !== from)
        return withPlaceAt([...others.slice(0, to), row, ...others.slice(to)], to)
      })
    },
  })
  return { rows, acts: acts.current, changes }
}

function nextVisible(rows: readonly PageRow[], from: number, by: -1 | 1): number | undefined {
  for (let to = from + by; to >= 0 && to < rows.length; to += by) if (!rows[to]?.gone) return to
  return undefined
}

/** The rows of a table among posted fields. */
function rowIds(name: string, fields: Fields): readonly { readonly id: string; readonly gone: boolean }[] {
  const rows = new Map<string, boolean>()
  for (const [field] of fields) {
    if (!field.startsWith(`${name}.`)) continue
    const [id = '', key] = field.slice(name.length + 1).split('.')
    if (key === placeKey && !rows.has(id)) rows.set(id, false)
    if (key === goneKey) rows.set(id, true)
  }
  return [...rows].map(([id, gone]) => ({ id, gone }))
}

const rowElement = (group: HTMLElement | null, key: string) =>
  group?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null

function focusIn(row: HTMLElement | null): void {
  row?.querySelector<HTMLElement>('input:not([type="hidden"]), select, textarea')?.focus()
}

/** Types what stands in a row into another one. */
function copyFields(from: string, to: string, group: HTMLElement | null): void {
  const form = group?.closest('form')
  const source = rowElement(group, from)
  const target = rowElement(group, to)
  if (!form || !source || !target) return
  const prefix = `${source.id}.`
  const own = [...new FormData(form)].flatMap(([field, value]): [string, string][] =>
    field.startsWith(prefix) && typeof value === 'string' && field !== `${prefix}${placeKey}`
      ? [[`${target.id}.${field.slice(prefix.length)}`, value]]
      : [],
  )
  const done = () => {
    focusIn(target)
    target.dispatchEvent(new Event('input', { bubbles: true }))
  }
  putBack(form, own, done, target)
}
