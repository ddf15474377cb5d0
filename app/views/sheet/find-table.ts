import type { SheetShape } from '~/kinds/sheet'
import { type Cell, isEmptyRow, type Sheet, textOf } from '~/platform/spreadsheet/sheet'
import { typedText } from './cell-text'
import { idsIn, originOf, type SheetLine } from './row-key'

/** A line as a file has it. */
export interface FileLine extends SheetLine {
  /** In the file, from 1. */
  readonly row: number
}

/** A table found in a file. */
export interface FoundTable {
  readonly lines: readonly FileLine[]
  /** Place among the shape's columns → place in the file, from 0; undefined: the file does not have the column. */
  readonly places: readonly (number | undefined)[]
  /** The shape in the language of the file's headings. */
  readonly shape: SheetShape
  /** Headings that are not the table's. */
  readonly unknown: readonly string[]
  /** The revision from which the file was made, where it was made here. */
  readonly revision: number | undefined
}

const plain = (text: string) =>
  text
    .replace(/[\s*:]+/g, ' ')
    .trim()
    .toLocaleLowerCase('sv')

/** Headings are looked for in the first rows: titles may stand above them. */
const mostAbove = 20

/**
 * Finds a table in the sheets of a file by its headings, in any language; without headings, where it is as wide as the
 * table is. Undefined where there is none.
 *
 * @param shapes the same table in each language
 */
export function findTable(
  sheets: readonly Sheet[],
  shapes: readonly SheetShape[],
  of: { readonly caseId: string; readonly question: string },
): FoundTable | undefined {
  let best: { sheet: Sheet; at: number; shape: SheetShape; score: number } | undefined
  for (const sheet of sheets) {
    for (const [at, row] of sheet.rows.slice(0, mostAbove).entries()) {
      for (const shape of shapes) {
        const score = placesOf(row, shape).filter((place) => place !== undefined).length
        if (score > (best?.score ?? 0)) best = { sheet, at, shape, score }
      }
    }
  }
  return best ? headed(best.sheet, best.at, best.shape, of) : bare(sheets, shapes[0])
}

/** Where each column of the shape stands in a row of headings. */
function placesOf(headings: readonly Cell[], { columns }: SheetShape): readonly (number | undefined)[] {
  const taken = new Set<number>()
  return columns.map(({ label }) => {
    const wanted = plain(label)
    const place = headings.findIndex((cell, at) => !taken.has(at) && plain(textOf(cell)) === wanted)
    if (place < 0) return undefined
    taken.add(place)
    return place
  })
}

function headed(
  { rows }: Sheet,
  at: number,
  shape: SheetShape,
  of: { readonly caseId: string; readonly question: string },
): FoundTable {
  const headings = rows[at] ?? []
  const places = placesOf(headings, shape)
  const keyAt = headings.findIndex((cell) => originOf(textOf(cell)))
  const origin = originOf(textOf(headings[keyAt]))
  const isOurs = origin?.isOf(of.caseId, of.question) ?? false
  const lines = rows.slice(at + 1).flatMap((row, below): FileLine[] => {
    const cells = places.map((place) => (place === undefined ? '' : typedText(row[place])))
    const key = idsIn(origin ? textOf(row[keyAt]) : '', shape.levels.length)
    // Another case's rows are not the rows of this one that happen to be called the same; they still tell what belongs together.
    const ids = isOurs ? key : key.map((id) => id && `f${id}`.slice(0, 31))
    // A row of which only the key is left has been emptied.
    return cells.every((cell) => cell === '') && isEmptyRow(row.filter((_, place) => place !== keyAt))
      ? []
      : [{ ids, cells, row: at + below + 2 }]
  })
  const unknown = headings.flatMap((cell, place) =>
    textOf(cell) === '' || place === keyAt || places.includes(place) ? [] : [textOf(cell)],
  )
  return { lines, places, shape, unknown, revision: isOurs ? origin?.revision : undefined }
}

/** A block of cells without headings: as wide as the table, with or without the names of the rows. */
function bare(sheets: readonly Sheet[], shape: SheetShape | undefined): FoundTable | undefined {
  const [sheet] = sheets
  if (!sheet || !shape || sheets.length > 1) return undefined
  const width = Math.max(...sheet.rows.map((row) => row.findLastIndex((cell) => textOf(cell) !== '') + 1))
  const { columns } = shape
  const offset = width === columns.length ? 0 : width === columns.length - 1 && columns[0]?.names ? 1 : undefined
  if (offset === undefined) return undefined
  const places = columns.map((_, at) => (at < offset ? undefined : at - offset))
  const given = offset === 1 ? shape.levels[0]?.given : undefined
  const filled = sheet.rows.flatMap((row, at) => (isEmptyRow(row) ? [] : [{ row, at }]))
  // Without names, the rows are told by their order.
  if (given && filled.length !== given.length) return undefined
  const lines = filled.map(({ row, at }, place): FileLine => {
    const cells = places.map((from) => (from === undefined ? '' : typedText(row[from])))
    const ids = shape.levels.map((_, level) => (level === 0 ? (given?.[place]?.id ?? '') : ''))
    return { ids, cells, row: at + 1 }
  })
  return { lines, places, shape, unknown: [], revision: undefined }
}
