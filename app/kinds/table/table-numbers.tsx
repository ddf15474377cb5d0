import { createContext, type ReactNode, type RefObject, useContext } from 'react'
import type { TableOptions } from './columns'
import { useNumbers } from './live-numbers'
import type { TableTyped } from './rows'
import type { Numbers } from './sums'

const Current = createContext<Numbers>(new Map())

/** The numbers of the table around, as they are typed. */
export const useTableNumbers = (): Numbers => useContext(Current)

interface Props {
  readonly name: string
  readonly options: TableOptions
  readonly typed: TableTyped | undefined
  readonly group: RefObject<HTMLElement>
  /** How many times its rows have changed. */
  readonly changes: number
  readonly hidden: ReadonlySet<string>
  readonly children: ReactNode
}

/** Around a table: what adds up its numbers follows them, and nothing else is drawn again. */
export function TableNumbers({ name, options, typed, group, changes, hidden, children }: Props) {
  return (
    <Current.Provider value={useNumbers(name, options, typed, group, changes, hidden)}>{children}</Current.Provider>
  )
}
