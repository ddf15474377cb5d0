/** A cell of the table, by its place: row and column count from 0. */
export interface Place {
  readonly row: number
  readonly column: number
}

const key = ({ row, column }: Place) => `input[data-row="${row}"][data-column="${column}"]`

/** The field at a place, or null outside the table. */
export const fieldAt = (table: HTMLElement, place: Place): HTMLInputElement | null => table.querySelector(key(place))

/** Where a field stands. */
export const placeOf = ({ dataset }: HTMLInputElement): Place => ({
  row: Number(dataset.row),
  column: Number(dataset.column),
})

/** Where a key leads from a field: up and down the column; Enter goes down and never sends the form. */
export function nextPlace(keyName: string, { row, column }: Place): Place | undefined {
  if (keyName === 'ArrowUp') return { row: row - 1, column }
  if (keyName === 'ArrowDown' || keyName === 'Enter') return { row: row + 1, column }
  return undefined
}

/** Rows of cells as a spreadsheet copies them: tabs between cells, a line per row. */
export function cellsOf(clipboard: string): string[][] {
  const lines = clipboard.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n')
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()))
}

/** The size of a block. */
export const sizeOf = (cells: readonly (readonly string[])[]) => ({
  rows: cells.length,
  columns: Math.max(0, ...cells.map((row) => row.length)),
})

/** Writes in a field as if it were typed: React and whoever listens to the form hear of it. */
export function write(field: HTMLInputElement, text: string): void {
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  setter?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Fills in the block from a place on; what has no room is left out. */
export function fill(table: HTMLElement, from: Place, cells: readonly (readonly string[])[]): void {
  for (const [row, texts] of cells.entries()) {
    for (const [column, text] of texts.entries()) {
      const field = fieldAt(table, { row: from.row + row, column: from.column + column })
      if (field) write(field, text)
    }
  }
}
