import { readNumber } from '~/kinds/numbers'
import { type Cell, textOf } from '~/platform/spreadsheet/sheet'

/** What a figure in the amount column counts: kronor, thousands or millions of them. */
export const units = [1, 1_000, 1_000_000] as const
export type Unit = (typeof units)[number]

/** The most that an award can be, in kronor: what the database's integer holds. */
export const largestAward = 2_147_483_647

export type ReadKronor =
  | { readonly type: 'kronor'; readonly kronor: number }
  | { readonly type: 'missing' | 'unreadable' | 'negative' | 'fraction' | 'tooLarge' }

/** An amount of a row, exactly: «3 174 063 kr», «1.127.386», the number of a spreadsheet; «3 174,063» in thousands. */
export function readKronor(cell: Cell | undefined, unit: Unit): ReadKronor {
  const written = typeof cell === 'number' ? plainText(cell) : textOf(cell)
  if (written === '') return { type: 'missing' }
  // In millions «79.8» is no thousand; in kronor and thousands of them «1.127» is one.
  const number = readNumber(written, unit === 1_000_000 || typeof cell === 'number' ? 'decimals' : 'thousands')
  if (!number) return { type: 'unreadable' }
  if (number.negative) return { type: 'negative' }
  const places = Math.log10(unit)
  if (/[1-9]/.test(number.fraction.slice(places))) return { type: 'fraction' }
  const digits = number.whole + number.fraction.slice(0, places).padEnd(places, '0')
  const kronor = Number(digits)
  return kronor > largestAward ? { type: 'tooLarge' } : { type: 'kronor', kronor }
}

/** A spreadsheet's number as a person would write it. What a formula missed by rounding, 0,1 + 0,2, is not its fault. */
function plainText(value: number): string {
  const rounded = Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value
  return rounded.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 })
}

/** A total as it was told, and how far a sum may be from it: half of its last digit; 0 for a total in kronor. */
export interface ToldTotal {
  readonly kronor: number
  readonly within: number
}

const words: Readonly<Record<string, number>> = {
  '': 1,
  tkr: 1_000,
  kkr: 1_000,
  tusen: 1_000,
  tusental: 1_000,
  thousand: 1_000,
  miljon: 1_000_000,
  miljoner: 1_000_000,
  million: 1_000_000,
  millions: 1_000_000,
  milj: 1_000_000,
  mkr: 1_000_000,
  mnkr: 1_000_000,
  msek: 1_000_000,
  miljard: 1_000_000_000,
  miljarder: 1_000_000_000,
  mdkr: 1_000_000_000,
}

const longestTotal = 60

/** «79 789 498 kr», «79,8 miljoner», «ca 79,8 mnkr», «79 789 tkr». Undefined when it is no total. */
export function readTotal(cell: Cell | undefined, unit: Unit = 1): ToldTotal | undefined {
  if (typeof cell === 'number') {
    const read = readKronor(cell, unit)
    return read.type === 'kronor' ? { kronor: read.kronor, within: 0 } : undefined
  }
  if (textOf(cell).length > longestTotal) return undefined
  const match = /^(?:ca\.?|cirka|c:a|about)?\s*([\d\s.,\u00a0\u202f]*\d)\s*(\p{L}*)\.?\s*(?:kr|kronor|sek)?\.?$/iu.exec(
    textOf(cell),
  )
  if (!match) return undefined
  const [, figure = '', word = ''] = match
  const told = words[/^(kr|kronor|sek)$/i.test(word) ? '' : word.toLowerCase()]
  if (told === undefined) return undefined
  if (told === 1) {
    const read = readKronor(figure, unit)
    return read.type === 'kronor' ? { kronor: read.kronor, within: 0 } : undefined
  }
  const number = readNumber(figure, told === 1_000 ? 'thousands' : 'decimals')
  if (!number) return undefined
  const last = told / 10 ** number.fraction.length
  return { kronor: Math.round(Number(number.whole + number.fraction) * last), within: last / 2 }
}

/** What a heading says of its column: «Bidrag (tkr)» counts thousands. */
export function unitIn(text: string): Unit {
  if (/\b(tkr|kkr|tusental|tusen kronor|thousand)\b/i.test(text)) return 1_000
  return /\b(mnkr|mkr|msek|miljoner|millions?)\b/i.test(text) ? 1_000_000 : 1
}
