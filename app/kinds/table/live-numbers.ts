import { type RefObject, useEffect, useState } from 'react'
import { goneKey, innerOf, isHiddenCell, type TableOptions } from './columns'
import { computedEvent } from './computed-cell'
import type { RowTyped, TableTyped } from './rows'
import { filledRows } from './rows'
import { type Numbers, sumColumns, unitsOf } from './sums'

const pause = 120

/**
 * The numbers of the summed columns as they are typed, row by row: after a key only its row is read again. For sums that
 * stand in `TableNumbers`, so that the rows need not hear of them.
 */
export function useNumbers(
  name: string,
  options: TableOptions,
  typed: TableTyped | undefined,
  group: RefObject<HTMLElement>,
  changes: number,
  hidden: ReadonlySet<string>,
): Numbers {
  const [numbers, setNumbers] = useState(() => numbersOfTyped(options, typed, hidden))
  // biome-ignore lint/correctness/useExhaustiveDependencies: also after every change of the rows, and of what is there
  useEffect(() => {
    const element = group.current
    if (!element || sumColumns(options).length === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // All of them at first: text may have been put back into the fields before script began.
    let wanted: Set<Element> | 'all' = 'all'
    const look = () => {
      const rows = wanted
      wanted = new Set()
      if (rows === 'all') return setNumbers(numbersIn(name, options, element))
      const read = [...rows].map((row) => [row.id.slice(name.length + 1), numbersIn(name, options, row)] as const)
      setNumbers((old) => new Map([...old, ...read.map(([id, row]) => [id, row.get(id) ?? nothing] as const)]))
    }
    const later = ({ target }: Partial<Event> = {}) => {
      const row = target instanceof Element ? rowOf(target, name) : undefined
      if (!row) wanted = 'all'
      else if (wanted !== 'all') wanted.add(row)
      clearTimeout(timer)
      timer = setTimeout(look, pause)
    }
    later()
    element.addEventListener('input', later)
    element.addEventListener(computedEvent, later)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('input', later)
      element.removeEventListener(computedEvent, later)
    }
  }, [group, name, options, changes, hidden])
  return numbers
}

const nothing: ReadonlyMap<string, number> = new Map()

/** The row of the table in which something stands. */
function rowOf(element: Element, name: string): Element | undefined {
  const row = element.closest('[data-row]')
  if (!row) return undefined
  return row.id.startsWith(`${name}.`) && !row.id.slice(name.length + 1).includes('.')
    ? row
    : row.parentElement
      ? rowOf(row.parentElement, name)
      : undefined
}

function numbersOfTyped(options: TableOptions, typed: TableTyped | undefined, hidden: ReadonlySet<string>): Numbers {
  const columns = sumColumns(options)
  return new Map(
    filledRows(options, typed).map(([id, row]) => [
      id,
      new Map(
        columns.flatMap(({ key, figures }) => {
          const column = options.columns.find((each) => each.id === key)
          if (column && isHiddenCell(hidden, id, column)) return []
          const known = textsAt(options, row, key).flatMap((text) => unitsOf(text, figures) ?? [])
          return known.length === 0 ? [] : [[key, known.reduce((sum, each) => sum + each, 0)] as const]
        }),
      ),
    ]),
  )
}

/** What is typed in a column of a row; in one of a table within the row, in all its rows. */
function textsAt(options: TableOptions, row: RowTyped, key: string): readonly string[] {
  const [id = '', ...below] = key.split('.')
  const column = options.columns.find((each) => each.id === id)
  const inner = column && innerOf(column)
  const cell = row[id]
  if (!inner) return typeof cell === 'string' ? [cell] : []
  return filledRows(inner, asTable(cell)).flatMap(([, each]) => textsAt(inner, each, below.join('.')))
}

function asTable(cell: RowTyped[string] | undefined): TableTyped {
  return isMembers(cell) ? cell : {}
}

const isMembers = (cell: unknown): cell is TableTyped =>
  typeof cell === 'object' && cell !== null && !Array.isArray(cell)

/** What stands in the fields of a table, or of one of its rows. */
function numbersIn(name: string, options: TableOptions, within: Element): Numbers {
  const columns = new Map(sumColumns(options).map(({ key, figures }) => [key, figures]))
  const start = name.length + 1
  const gone = new Set<string>()
  const cells: (readonly [path: string[], text: string])[] = []
  for (const field of within.querySelectorAll('input')) {
    // What is not there just now keeps its fields, and counts nowhere.
    if (!field.name.startsWith(`${name}.`) || (field.type !== 'hidden' && field.closest('[hidden]'))) continue
    const path = field.name.slice(start).split('.')
    if (path.at(-1) === goneKey) gone.add(path.slice(0, -1).join('.'))
    else cells.push([path, field.value])
  }
  const numbers = new Map<string, Map<string, number>>()
  for (const [[row = '', column = '', innerRow, innerColumn], text] of cells) {
    const key = innerColumn === undefined ? column : `${column}.${innerColumn}`
    const figures = columns.get(key)
    if (!figures || gone.has(row) || gone.has([row, column, innerRow].join('.'))) continue
    const units = unitsOf(text, figures)
    if (units === undefined) continue
    const known = numbers.get(row) ?? new Map<string, number>()
    known.set(key, (known.get(key) ?? 0) + units)
    numbers.set(row, known)
  }
  return numbers
}
