/** A cell as it stands in a list: its text, or the number that a spreadsheet holds. Empty is ''. */
export type Cell = string | number

/** One sheet of a list. A row's place is its place in the file: the first is row 1 for people. */
export interface Sheet {
  /** '' where the format has no names */
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
}

/** What a person reads in a cell: one kind of space, none around. */
export const textOf = (cell: Cell | undefined): string =>
  cell === undefined ? '' : String(cell).replace(/\s+/g, ' ').trim()

export const isEmptyRow = (row: readonly Cell[]): boolean => row.every((cell) => textOf(cell) === '')

/** The filled cells of a row, for people. */
export const rowText = (row: readonly Cell[]): string =>
  row
    .map(textOf)
    .filter((text) => text !== '')
    .join(' · ')
