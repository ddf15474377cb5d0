import { readNumber } from '~/kinds/numbers'
import { type Cell, textOf } from '~/platform/spreadsheet/sheet'
import { isOrgNumber, type RecipientIndex } from '../register/recipients'
import { type ColumnRole, type Columns, roleOf } from './columns'

/** How many rows are enough to know a column. */
const enough = 400

interface Column {
  readonly at: number
  readonly heading: string
  /** Role of the heading's words. */
  readonly role: ColumnRole | undefined
  /** The part of the filled cells, 0 to 1, that are … */
  readonly numbers: number
  readonly codes: number
  readonly names: number
  readonly amounts: number
}

/** Which column holds what, by its heading and by what stands in it; null where nothing speaks for one. */
export function guessColumns(
  header: readonly Cell[],
  body: readonly (readonly Cell[])[],
  index: RecipientIndex,
  year: number,
): Columns {
  const rows = body.slice(0, enough)
  const width = Math.max(header.length, ...rows.map((row) => row.length), 0)
  const columns = Array.from({ length: width }, (_, at) => look(at, header, rows, index))
  const taken = new Set<number>()
  const take = (fits: (column: Column) => number): number | null => {
    const [best] = columns
      .filter(({ at }) => !taken.has(at))
      .map((column) => ({ at: column.at, score: fits(column) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.at - b.at)
    if (!best) return null
    taken.add(best.at)
    return best.at
  }
  const headed = (role: ColumnRole) => (column: Column) => (column.role === role ? 1 : 0)
  const orgNumber = take(({ numbers }) => (numbers > 0.5 ? numbers : 0))
  const name = take(({ names, role }) => (names > 0.3 ? names + (role === 'name' ? 1 : 0) : 0))
  const code = take(({ codes, role }) => (codes > 0.6 && role !== 'kronor' ? codes : 0))
  const caseNumber = take(headed('caseNumber'))
  const posts = take(headed('posts'))
  const kronor = takeAmounts(columns, taken, year)
  return {
    orgNumber: orgNumber ?? take(headed('orgNumber')),
    name: name ?? take(headed('name')) ?? take(({ amounts, heading }) => (amounts === 0 && heading === '' ? 1 : 0)),
    code: code ?? take(headed('code')),
    kronor,
    posts,
    caseNumber,
    note: take(headed('note')),
  }
}

/**
 * The column of amounts. Last year's may stand beside this year's: then the heading with the round's year wins, and where
 * none has it, nothing is guessed.
 */
function takeAmounts(columns: readonly Column[], taken: Set<number>, year: number): number | null {
  const free = columns.filter(({ at, amounts }) => !taken.has(at) && amounts > 0.5)
  const named = columns.filter(({ at, role }) => !taken.has(at) && role === 'kronor')
  const filled = named.filter(({ amounts }) => amounts > 0.5)
  const among = [filled, free, named].find(({ length }) => length > 0) ?? []
  const ofYear = among.filter(({ heading }) => heading.includes(String(year)))
  const [only, another] = ofYear.length > 0 ? ofYear : among
  if (!only || another) return null
  taken.add(only.at)
  return only.at
}

function look(at: number, header: readonly Cell[], rows: readonly (readonly Cell[])[], index: RecipientIndex): Column {
  const cells = rows.map((row) => textOf(row[at])).filter((text) => text !== '')
  const part = (is: (text: string) => boolean) => (cells.length === 0 ? 0 : cells.filter(is).length / cells.length)
  const heading = textOf(header[at])
  return {
    at,
    heading,
    role: roleOf(heading),
    numbers: part(isOrgNumber),
    codes: part((text) => index.byCode(text) !== undefined),
    names: part((text) => !/^\d+$/.test(text) && index.byName(text) !== undefined),
    amounts: part((text) => !isOrgNumber(text) && readNumber(text, 'thousands') !== undefined),
  }
}
