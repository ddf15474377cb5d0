import type { Refusals } from '~/forms/refusals'
import type { SheetShape } from '~/kinds/sheet'
import { choiceOf } from './cell-text'
import type { RowChange } from './compare-rows'
import { keyOf, type SheetRow } from './sheet-rows'

/** What is wrong with a cell of a file, or with the table as a whole. */
export interface CellError {
  /** «C7»; undefined: the table as a whole. */
  readonly cell: string | undefined
  /** In the file, from 1. */
  readonly line: number | undefined
  readonly message: string
}

export interface CellErrors {
  readonly errors: readonly CellError[]
  /** How many cells of new or changed rows are empty and must be filled in some time. */
  readonly missing: number
}

/** A table as a file would make it, with what is refused of it then. */
export interface Judged extends Refusals {
  readonly shape: SheetShape
  /** Place among the shape's columns → place in the file, from 0. */
  readonly places: readonly (number | undefined)[]
  readonly rows: readonly SheetRow[]
  readonly changes: readonly RowChange[]
}

/** «C» */
export function columnLetters(place: number): string {
  const rest = Math.floor(place / 26)
  return `${rest > 0 ? columnLetters(rest - 1) : ''}${String.fromCharCode(65 + (place % 26))}`
}

interface Changed {
  readonly change: RowChange
  readonly column: number
}

/**
 * What is refused in cells that a file would change; what stood there before is the page's to tell.
 *
 * @param says words of the portal for what is no answer at all
 */
export function cellErrors(
  judged: Judged,
  says: { choice(text: string, choices: readonly string[]): string; formula: string },
): CellErrors {
  const { shape, changes, places } = judged
  const changed = new Map<string, Changed>()
  const errors: CellError[] = []
  const told = new Set<string>()
  const tell = ({ change, column }: Changed, message: string) => {
    const place = places[column]
    const cell = place === undefined ? undefined : `${columnLetters(place)}${change.line ?? ''}`
    const key = `${keyOf(change.row)} ${column}`
    if (told.has(key)) return
    told.add(key)
    errors.push({ cell, line: change.line, message })
  }
  for (const change of changes) {
    if (change.what === 'removed') continue
    for (const { column, after } of change.cells) {
      const found = shape.columns[column]
      const field = found ? fieldOf(shape, change.row, column) : []
      // What stands in a cell that is not there is only kept.
      if (!found || judged.notThere.some((path) => path.every((step, place) => step === field[place]))) continue
      const at = { change, column }
      changed.set(field.join('.'), at)
      if (/^#(?:REF!|DIV\/0!|N\/A|VALUE!|NAME\?|NUM!|NULL!)$/.test(after)) tell(at, says.formula)
      else if (found.choices && after !== '' && !choiceOf(found, after))
        tell(
          at,
          says.choice(
            after,
            found.choices.map(({ label }) => label),
          ),
        )
    }
  }
  const grew = changes.some(({ what }) => what === 'added')
  let missing = 0
  for (const issue of judged.refusals) {
    if (issue.missing) {
      if (touches(changes, shape, issue.path)) missing++
      continue
    }
    const at = nearest(changed, issue.path)
    if (at) tell(at, withoutPlace(issue.message, shape.columns[at.column]?.label ?? ''))
    else if (issue.path.length === 0 && grew) errors.push({ cell: undefined, line: undefined, message: issue.message })
  }
  const order = (error: CellError) => error.line ?? 0
  return { errors: errors.sort((one, other) => order(one) - order(other)), missing }
}

/** The path of a cell's field below the question. */
export function fieldOf({ levels, columns }: SheetShape, row: SheetRow, column: number): readonly string[] {
  const within = levels[row.level]?.within
  return [...(within === undefined ? [row.id] : [row.parent, within, row.id]), ...(columns[column]?.path ?? [])]
}

/** The changed cell that an issue is about: at its path, above it, or the first below it. */
function nearest(changed: ReadonlyMap<string, Changed>, path: readonly string[]): Changed | undefined {
  for (let length = path.length; length > 0; length--) {
    const found = changed.get(path.slice(0, length).join('.'))
    if (found) return found
  }
  if (path.length === 0) return undefined
  const start = `${path.join('.')}.`
  for (const [field, found] of changed) if (field.startsWith(start)) return found
  return undefined
}

/** Whether an issue is about a row that the file changes. */
function touches(changes: readonly RowChange[], { levels }: SheetShape, path: readonly string[]): boolean {
  return changes.some(({ what, row: { level, parent, id } }) => {
    if (what === 'removed') return false
    const within = levels[level]?.within
    const base = within === undefined ? [id] : [parent, within, id]
    return base.every((step, place) => step === path[place])
  })
}

/** The message without what the cell's name says already: «Rad 3, Belopp: ». */
function withoutPlace(message: string, label: string): string {
  const place = `, ${label.replace(/: .*$/, '')}: `
  const at = message.lastIndexOf(place)
  const bare = at < 0 ? message : message.slice(at + place.length)
  return bare.charAt(0).toLocaleUpperCase('sv') + bare.slice(1)
}
