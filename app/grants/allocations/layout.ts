import { readNumber } from '~/kinds/numbers'
import { type Cell, isEmptyRow, rowText, type Sheet, textOf } from '~/platform/spreadsheet/sheet'
import type { RecipientIndex } from '../register/recipients'
import { readKronor, type Unit, unitIn } from './amounts'
import { type Columns, roleOf } from './columns'
import { guessColumns } from './guess-columns'

/** What somebody has said about a list; what is left out is guessed. Rows and columns are counted from 0, null is none. */
export interface Choices {
  readonly header?: number | null
  readonly sum?: number | null
  readonly columns?: Readonly<Partial<Columns>>
  readonly unit?: Unit
}

/** `subtotal`: the sum of the rows since the one before · `aside`: a heading or remark among the rows. */
export type RowKind = 'blank' | 'title' | 'header' | 'row' | 'subtotal' | 'sum' | 'aside'

/** What a list was taken for. */
export interface Layout {
  readonly header: number | null
  readonly columns: Columns
  readonly unit: Unit
  /** One for each row of the sheet. */
  readonly kinds: readonly RowKind[]
}

/** Headings are looked for no further down. */
const headingsWithin = 30

/**
 * Finds titles, headings, rows and sums in a sheet.
 *
 * @param year of the round: among columns for several years, its own holds the amounts
 */
export function layOut({ rows }: Sheet, index: RecipientIndex, year: number, choices: Choices = {}): Layout {
  const header = choices.header === undefined ? findHeader(rows, index) : choices.header
  const body = rows.slice(header === null ? 0 : header + 1)
  const columns = {
    ...guessColumns(header === null ? [] : (rows[header] ?? []), body, index, year),
    ...choices.columns,
  }
  const unit = choices.unit ?? unitOf(rows, header, columns)
  return { header, columns, unit, kinds: new Reading(rows, header, columns, unit, index).kinds(choices.sum) }
}

/** The row with most words that head a column; a title has one filled cell, and a row of the list has figures. */
function findHeader(rows: Sheet['rows'], index: RecipientIndex): number | null {
  const heads = (cell: Cell) => roleOf(textOf(cell)) !== undefined && index.byName(textOf(cell)) === undefined
  const isFigure = (cell: Cell) =>
    readNumber(textOf(cell), 'thousands') !== undefined && !/^(19|20)\d\d$/.test(textOf(cell))
  const scores = rows
    .slice(0, headingsWithin)
    .map((row) =>
      row.filter((cell) => textOf(cell) !== '').length > 1 && !row.some(isFigure) ? row.filter(heads).length : 0,
    )
  const best = Math.max(...scores, 0)
  return best === 0 ? null : scores.indexOf(best)
}

/** Thousands or millions, where the heading of the amounts or the title says so. */
function unitOf(rows: Sheet['rows'], header: number | null, columns: Columns): Unit {
  const heading = header === null || columns.kronor === null ? '' : textOf(rows[header]?.[columns.kronor])
  const titles = rows.slice(0, header ?? 3).filter((row) => row.filter((cell) => textOf(cell) !== '').length === 1)
  return [heading, ...titles.map(rowText)].map(unitIn).find((unit) => unit !== 1) ?? 1
}

const isSumWord = (cell: Cell) =>
  /^(summa|s:a|totalt?|totalsumma|sum|samtliga|hela (länet|landet|riket)|riket)(?!\p{L})/iu.test(textOf(cell))

/** One sheet with its columns known. */
class Reading {
  readonly #rows: Sheet['rows']
  readonly #header: number | null
  readonly #columns: Columns
  readonly #unit: Unit
  readonly #index: RecipientIndex

  constructor(rows: Sheet['rows'], header: number | null, columns: Columns, unit: Unit, index: RecipientIndex) {
    this.#rows = rows
    this.#header = header
    this.#columns = columns
    this.#unit = unit
    this.#index = index
  }

  kinds(chosenSum: number | null | undefined): RowKind[] {
    const kinds = this.#rows.map((row, at) => this.#kindOf(row, at))
    // Without a heading, titles are what stands before the first row.
    const first = this.#header === null ? kinds.indexOf('row') : 0
    const begun = kinds.map((kind, at) => (kind === 'aside' && at < first ? 'title' : kind))
    const sum = chosenSum === undefined ? this.#findSum(begun) : chosenSum
    return begun.map((kind, at) =>
      at === sum ? 'sum' : kind === 'sum' ? (chosenSum === null ? 'aside' : 'subtotal') : kind,
    )
  }

  #kindOf(row: readonly Cell[], at: number): RowKind {
    if (isEmptyRow(row)) return 'blank'
    if (at === this.#header) return 'header'
    if (this.#header !== null && at < this.#header) return 'title'
    const names = this.#names(row)
    if (row.some(isSumWord) && !names.some((text) => this.#index.byName(text))) return 'sum'
    // A heading or a remark: words, and neither money nor anybody that money could go to.
    return this.#amount(row) === '' && !names.some((text) => this.#isKnown(text)) ? 'aside' : 'row'
  }

  /** The last sum is the whole list's; those before it are sums of parts. A nameless last row that adds up is a sum, too. */
  #findSum(kinds: readonly RowKind[]): number | null {
    const marked = kinds.flatMap((kind, at) => (kind === 'sum' ? [at] : []))
    const sumOf = (from: number, to: number) =>
      kinds.reduce((sum, kind, at) => (kind === 'row' && at > from && at < to ? sum + this.#value(at) : sum), 0)
    const last = marked.at(-1)
    if (last === undefined) {
      const row = kinds.lastIndexOf('row')
      const isNameless = row > 0 && this.#names(this.#rows[row] ?? []).length === 0
      return isNameless && this.#value(row) > 0 && this.#value(row) === sumOf(-1, row) ? row : null
    }
    const before = marked.at(-2)
    // Parts with sums of their own and no grand total: the last sum is that of the last part.
    const isPart = before !== undefined && this.#value(last) === sumOf(before, last)
    return isPart && this.#value(last) !== sumOf(-1, last) ? null : last
  }

  #cell(row: readonly Cell[], column: number | null): Cell | undefined {
    return column === null ? undefined : row[column]
  }

  #amount(row: readonly Cell[]): string {
    return textOf(this.#cell(row, this.#columns.kronor))
  }

  #value(at: number): number {
    const read = readKronor(this.#cell(this.#rows[at] ?? [], this.#columns.kronor), this.#unit)
    return read.type === 'kronor' ? read.kronor : 0
  }

  #names(row: readonly Cell[]): readonly string[] {
    const { name, orgNumber, code } = this.#columns
    return [name, orgNumber, code].map((column) => textOf(this.#cell(row, column))).filter((text) => text !== '')
  }

  #isKnown(text: string): boolean {
    const { byName, byNumber, byCode } = this.#index
    return Boolean(byName(text) ?? byNumber(text) ?? byCode(text))
  }
}
