import { decimalOf, formatDecimal, formatInteger } from '~/forms/format'
import type { Language, LocalText } from '~/forms/text'
import { readScaledNumber, readWholeNumber } from '../numbers'
import { type Figures, innerOf, type TableOptions } from './columns'

/** A column that is summed; of a table within the rows, with the column that it stands in. */
export interface SumColumn {
  /** «cost», «activities.cost» */
  readonly key: string
  /** «Cost», «Activities: Cost» */
  readonly label: LocalText
  readonly figures: Figures
  /** Of a table within the rows. */
  readonly isWithin: boolean
}

/** The columns that are summed, in order. */
export function sumColumns({ columns }: TableOptions): readonly SumColumn[] {
  return columns.flatMap((column): SumColumn[] => {
    const { id, label, sum } = column
    const inner = innerOf(column)
    if (inner) {
      return sumColumns(inner).map((each) => ({
        ...each,
        key: `${id}.${each.key}`,
        label: { sv: `${label.sv}: ${each.label.sv}`, en: `${label.en}: ${each.label.en}` },
        isWithin: true,
      }))
    }
    return sum ? [{ key: id, label, figures: sum, isWithin: false }] : []
  })
}

/** A number as it is typed, in its smallest unit; undefined when it is none. */
export function unitsOf(typed: string, { scale }: Figures): number | undefined {
  if (scale === 0) {
    const read = readWholeNumber(typed.replace(/\s*%$/, ''))
    return read.type === 'whole' ? read.value : undefined
  }
  const read = readScaledNumber(typed.replace(/\s*%$/, ''), scale)
  return read.type === 'scaled' ? read.units : undefined
}

/** A sum as it stands under its column. */
export function sumText(units: number, { scale, kronor, unit }: Figures, language: Language): string {
  const number = scale === 0 ? formatInteger(units, language) : formatDecimal(decimalOf(units, scale), language)
  const after = kronor ? 'kr' : unit?.[language]
  return after === undefined ? number : `${number}\u00a0${after}`
}

/** Row id → key of a summed column → its numbers, in smallest units. */
export type Numbers = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The sum over some rows; undefined where there is no number. */
export function sumOver(rows: readonly string[], numbers: Numbers, key: string): number | undefined {
  const known = rows.flatMap((row) => numbers.get(row)?.get(key) ?? [])
  return known.length === 0 ? undefined : known.reduce((sum, each) => sum + each, 0)
}

/** Whether a sum adds up more than one number. The sum of one is that number once more. */
export const addsUp = (rows: readonly string[], numbers: Numbers, key: string): boolean =>
  rows.filter((row) => numbers.get(row)?.has(key)).length > 1

/** The rows that the sum of the table adds up. */
export function summedRows({ fixedRows }: TableOptions, added: readonly string[]): readonly string[] {
  return fixedRows ? fixedRows.filter(({ memo, subtotal }) => !memo && !subtotal).map(({ id }) => id) : added
}

/** The rows that a subtotal adds up: those since the one before it. */
export function rowsOfSubtotal({ fixedRows = [] }: TableOptions, id: string): readonly string[] {
  const end = fixedRows.findIndex((row) => row.id === id)
  const start = fixedRows.slice(0, end).findLastIndex(({ subtotal }) => subtotal)
  return fixedRows
    .slice(start + 1, end)
    .filter(({ memo }) => !memo)
    .map((row) => row.id)
}
