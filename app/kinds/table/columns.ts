import type { Question } from '~/forms/definition'
import type { LocalText } from '~/forms/text'

/** How a number is written: with so many decimals, as kronor or not. */
export interface Figures {
  readonly scale: number
  readonly kronor: boolean
  /** What stands after a sum, where it is something else than «kr». */
  readonly unit?: LocalText
}

export interface TableColumn {
  readonly id: string
  readonly kind: string
  readonly label: LocalText
  /** A condition: the column is there only when it holds. */
  readonly visible?: string | undefined
  /** An expression: the cells are computed (app/forms/computed-cells.ts), never typed. */
  readonly value?: string | undefined
  readonly help?: LocalText | undefined
  readonly optional: boolean
  /** A condition: a row need not have the cell while it holds. */
  readonly optionalWhen?: string | undefined
  readonly suggest: boolean
  /** Parsed by the column's kind. */
  readonly options: Readonly<Record<string, unknown>>
  /** Of a number. */
  readonly figures?: Figures | undefined
  /** Set where the column is summed. */
  readonly sum?: Figures | undefined
  readonly numeric: boolean
  /** Each row holds a table of its own in this column. */
  readonly nested: boolean
  /** Holds files: they are added by posting, and what stands there is posted again. */
  readonly files: boolean
  /** What is answered is a list: too tall for a line of cells. */
  readonly tall: boolean
}

/** A row that the form gives. */
export interface FixedRow {
  readonly id: string
  readonly label: LocalText
  readonly visible?: string | undefined
  readonly help?: LocalText | undefined
  /** Stands below the sum and is not part of it. */
  readonly memo: boolean
  /** Asks nothing: shows the sum of the rows since the last one. */
  readonly subtotal: boolean
}

export interface TableOptions {
  readonly columns: readonly TableColumn[]
  readonly rowLabel?: LocalText | undefined
  readonly minRows: number
  readonly maxRows: number
  readonly fixedRows?: readonly FixedRow[] | undefined
  readonly corner?: LocalText | undefined
  readonly sumLabel?: LocalText | undefined
}

/** The question that a column asks in each row. */
export const cellQuestion = ({ id, kind, label, optional, options }: TableColumn): Question<unknown> => ({
  id,
  kind,
  label,
  optional,
  locked: false,
  options,
})

/** The options of the table that each row holds in a column; undefined for any other column. */
export function innerOf({ nested, options }: Pick<TableColumn, 'nested' | 'options'>): TableOptions | undefined {
  return nested && isTable(options) ? options : undefined
}

const isTable = (options: object): options is TableOptions => 'columns' in options && Array.isArray(options.columns)

/** Whether a cell is not there as its row stands (the names are those of app/forms/cell-conditions.ts). */
export const isHiddenCell = (hidden: ReadonlySet<string>, row: string, { id, visible }: TableColumn): boolean =>
  visible !== undefined && hidden.has(`blank.${id}`) && !hidden.has(`shown.${row}.${id}`)

/** Where a row's place among the others is posted and kept: no column can have the name. */
export const placeKey = '_at'
/** Posted with a row that has been removed. */
export const goneKey = '_gone'
/** Posted by the buttons that change rows where there is no script: «remove:r1». */
export const actKey = '_do'
/** Begins the names of empty rows that wait to be filled in. */
export const newRow = 'new'
