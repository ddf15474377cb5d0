/** A file that belongs to an answer. `size` in bytes, `type` a media type, `sha256` of the bytes in hex. */
export interface FileValue {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
}

export interface DisplayColumn {
  readonly label: string
  readonly numeric: boolean
  /** Adds up the columns before it. */
  readonly sum?: true | undefined
}

export interface DisplayRow {
  readonly id: string
  readonly label: string
  readonly cells: readonly string[]
  /** A total or another row that is to stand out. */
  readonly strong?: boolean | undefined
}

/**
 * How an answer is shown, in one language, whatever its kind. The summary, the reviewer's screen, the PDF and the
 * difference each hold one exhaustive switch over it.
 */
export type Display =
  | { readonly type: 'empty' }
  /** `numeric`: a number or a code, of which the signatory is told in one line when it is not last year's. A text may hold line breaks. */
  | { readonly type: 'text'; readonly text: string; readonly numeric?: boolean | undefined }
  | { readonly type: 'lines'; readonly lines: readonly string[]; readonly ordered?: boolean | undefined }
  /** The first column holds the rows' labels; `corner` is its heading. */
  | {
      readonly type: 'table'
      readonly corner: string
      readonly columns: readonly DisplayColumn[]
      readonly rows: readonly DisplayRow[]
      /** Those that its cells name, in order. */
      readonly files?: readonly FileValue[] | undefined
    }
  | { readonly type: 'file'; readonly files: readonly FileValue[] }

/**
 * How a question that nobody has answered stands on paper, to be filled in by hand: the printed empty form holds the
 * one switch over it.
 */
export type Blank =
  /** Ruled lines to write on; `unit` stands after a single one («kr»). */
  | { readonly type: 'lines'; readonly count: number; readonly unit?: string }
  /** Boxes to tick. `several`: more than one may be ticked. `note`: stands above them. `other`: a last box with a line to write on. */
  | {
      readonly type: 'boxes'
      readonly options: readonly string[]
      readonly several: boolean
      readonly note?: string
      readonly other?: string
    }
  /** Empty cells to write a figure in, or to tick. */
  | {
      readonly type: 'table'
      readonly corner: string
      readonly columns: readonly string[]
      readonly rows: readonly string[]
      /** The rows are numbered, for want of names. */
      readonly numbered?: boolean
      readonly tick: boolean
    }

/** The files that belong to what is shown, in order. */
export function filesOf(display: Display): readonly FileValue[] {
  return display.type === 'file' || display.type === 'table' ? (display.files ?? []) : []
}
