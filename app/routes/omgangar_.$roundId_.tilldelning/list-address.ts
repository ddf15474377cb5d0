import { type Unit, units } from '~/grants/allocations/amounts'
import { columnRoles } from '~/grants/allocations/columns'
import type { ListChoices } from '~/grants/allocations/judge-list'

/** What the address of a preview says; every field is the name of a field in its forms, so that it works without script. */
export interface ListAddress {
  /** The kept list. */
  readonly list: string
  /** Whose list, where the manager has several agencies. */
  readonly agency: string | null
  /** Which sheet, counted from 0. */
  readonly sheet: number
  readonly choices: ListChoices
}

/** The value that says «none» where leaving out says «guess». */
export const none = 'ingen'

export const fieldNames = {
  list: 'lista',
  agency: 'myndighet',
  sheet: 'blad',
  header: 'rubrikrad',
  sum: 'summarad',
  unit: 'enhet',
  total: 'angiven',
} as const

export const columnField = (role: string) => `kolumn-${role}`

/** Reads a preview's address; null when it names no list. Rows and columns are counted from 1 there. */
export function readAddress(query: URLSearchParams): ListAddress | null {
  const list = query.get(fieldNames.list)
  if (!list) return null
  const place = (name: string): number | null | undefined => {
    const value = query.get(name)
    if (value === none) return null
    const number = Number(value)
    return value && Number.isInteger(number) && number > 0 ? number - 1 : undefined
  }
  const unit: Unit | undefined = units.find((each) => String(each) === query.get(fieldNames.unit))
  const [header, sum] = [place(fieldNames.header), place(fieldNames.sum)]
  const columns = columnRoles.flatMap((role) => {
    const column = place(columnField(role))
    return column === undefined ? [] : [[role, column] as const]
  })
  return {
    list,
    agency: query.get(fieldNames.agency),
    sheet: place(fieldNames.sheet) ?? 0,
    choices: {
      ...(header !== undefined && { header }),
      ...(sum !== undefined && { sum }),
      ...(unit !== undefined && { unit }),
      columns: Object.fromEntries(columns),
      total: query.get(fieldNames.total) ?? '',
    },
  }
}
