import { type RefObject, useEffect, useState } from 'react'
import { goneKey, innerOf, isHiddenCell, type TableOptions } from './columns'
import { computedEvent } from './computed-cell'
import type { RowTyped, TableTyped } from './rows'
import { filledRows } from './rows'
import { type Numbers, sumColumns, unitsOf } from './sums'

const pause = 120

/** The numbers of the summed columns as they are typed, row by row. */
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
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setNumbers(numbersOnPage(name, options, element)), pause)
    }
    // Text may have been put back into the fields before script began.
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

function numbersOnPage(name: string, options: TableOptions, group: HTMLElement): Numbers {
  const columns = new Map(sumColumns(options).map(({ key, figures }) => [key, figures]))
  const start = name.length + 1
  const gone = new Set<string>()
  const cells: (readonly [path: string[], text: string])[] = []
  for (const field of group.querySelectorAll('input')) {
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
