import type { Question } from '~/forms/definition'
import type { Context } from './contract'

/** What may be chosen in a cell: as it is posted (`''`: nothing), and as people read it. */
export interface SheetChoice {
  readonly value: string
  readonly label: string
  /** What else people write for it, in small letters. */
  readonly also?: readonly string[] | undefined
}

/** A column of a spreadsheet: one field of each row. */
export interface SheetColumn {
  /** The names of the field below its row; [] where the row is a single field. With the level, unique. */
  readonly path: readonly string[]
  readonly label: string
  /** `money`: whole kronor · `decimal`: at most `scale` decimals */
  readonly type: 'text' | 'integer' | 'decimal' | 'money' | 'date' | 'choice'
  readonly scale?: number | undefined
  readonly choices?: readonly SheetChoice[] | undefined
  /** Holds several fields, numbered from 0: what stands between them in the cell. `read` understands the whole as one text. */
  readonly joined?: string | undefined
  /** What those fields may be: shown by their labels, though a spreadsheet can offer no list of several. */
  readonly parts?: readonly SheetChoice[] | undefined
  /** Which level of rows the field belongs to. */
  readonly level: number
  /** Names the rows that the form gives: shown, never read. */
  readonly names?: true | undefined
}

/** Rows of a table: the outermost are level 0; a table within its rows is a level of its own. */
export interface SheetLevel {
  /** The column of the outer table in whose cells the rows stand; undefined for the outermost. */
  readonly within?: string | undefined
  /** The rows, where the form gives them. */
  readonly given?: readonly { readonly id: string; readonly label: string }[] | undefined
}

/**
 * How an answer stands in a spreadsheet; what stands in the cells are its fields. A table has levels of rows, a single
 * answer has none and stands in the cells of a row of something else; no columns: it does not stand in one.
 */
export interface SheetShape {
  readonly levels: readonly SheetLevel[]
  readonly columns: readonly SheetColumn[]
}

/** An answer that cannot stand in cells. */
export const noSheet: SheetShape = { levels: [], columns: [] }

/** An answer in one cell. */
export const oneCell = (
  question: Pick<Question<unknown>, 'label'>,
  { text }: Pick<Context, 'text'>,
  column: Omit<SheetColumn, 'label' | 'level' | 'path'>,
): SheetShape => ({ levels: [], columns: [{ path: [], level: 0, label: text(question.label), ...column }] })

/** Yes and no in a cell. */
export const truthChoices = (yes: string, no: string): readonly SheetChoice[] => [
  { value: 'yes', label: yes, also: ['ja', 'j', 'yes', 'y', 'x', '1', 'true', 'sant'] },
  { value: 'no', label: no, also: ['nej', 'n', 'no', '0', 'false', 'falskt'] },
]

/** Rows that the form gives, and what names them. */
export const givenRows = (
  rows: readonly { readonly id: string; readonly label: string }[],
  heading: string,
  columns: readonly SheetColumn[],
): SheetShape => ({
  levels: [{ given: rows }],
  columns: [{ path: ['_name'], level: 0, label: heading, type: 'text', names: true }, ...columns],
})
