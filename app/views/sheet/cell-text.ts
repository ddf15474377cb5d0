import { formatDecimal, formatInteger } from '~/forms/format'
import type { Language } from '~/forms/text'
import { readNumber, readScaledNumber, readWholeNumber } from '~/kinds/numbers'
import { readDay } from '~/kinds/read-date'
import { readValue } from '~/kinds/reading'
import type { SheetChoice, SheetColumn } from '~/kinds/sheet'
import type { Cell } from '~/platform/spreadsheet/sheet'

/** A figure that was read from a file, as the page itself writes it. */
export function tidy(column: SheetColumn, text: string): string {
  const number = column.type === 'money' ? numberIn(column, text) : undefined
  return number === undefined ? text : formatInteger(number, 'sv')
}

/** What a cell says, for people. */
export function shownText(column: SheetColumn, text: string, language: Language): string {
  const number = numberIn(column, text)
  if (number === undefined) return labelIn(column, text)
  return column.type === 'decimal'
    ? formatDecimal(number.toFixed(column.scale ?? 0), language)
    : formatInteger(number, language)
}

/** The longest text that a cell of a workbook can hold. */
export const longestCell = 32_767

/** A text as a workbook can hold it: no characters that XML cannot, one kind of line break. */
export const cellText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
    .slice(0, longestCell)
    .replace(/\p{Surrogate}$/u, '')

/** What a spreadsheet's cell says, as one would type it. */
export function typedText(cell: Cell | undefined): string {
  if (cell === undefined) return ''
  if (typeof cell === 'string') return cellText(cell).trim()
  // A spreadsheet counts in binary: 0,1 + 0,2 is 0,30000000000000004.
  return String(Number(cell.toPrecision(15))).replace('.', ',')
}

const lower = (text: string) => text.trim().toLocaleLowerCase('sv')

/** The choice that a text means: by its label, what else people write for it, or its value. */
export function choiceOf({ choices }: Pick<SheetColumn, 'choices'>, text: string): SheetChoice | undefined {
  const wanted = lower(text)
  return (
    choices?.find(({ value }) => value !== '' && value === text.trim()) ??
    choices?.find(({ label }) => lower(label) === wanted) ??
    choices?.find(({ also }) => also?.includes(wanted))
  )
}

/** A field's text as people read it. */
export const labelIn = (column: SheetColumn, text: string): string =>
  choiceOf(column.parts ? { choices: column.parts } : column, text)?.label ?? text

/** A cell's text as its kind reads it. */
export function fieldText({ choices, parts, joined = '' }: SheetColumn, text: string): string {
  const value = (part: string) => choiceOf({ choices: parts ?? choices }, part)?.value ?? part
  return parts ? text.split(joined).map(value).join(joined) : choices ? value(text) : text
}

/** The number in a cell of numbers; undefined where there is none that a spreadsheet could hold exactly. */
export function numberIn({ type, scale = 0 }: SheetColumn, text: string): number | undefined {
  if (type === 'integer' || type === 'money') {
    const read = readWholeNumber(text)
    return read.type === 'whole' ? read.value : undefined
  }
  if (type !== 'decimal' || !readNumber(text, 'decimals')) return undefined
  const read = readScaledNumber(text, scale)
  return read.type === 'scaled' ? read.units / 10 ** scale : undefined
}

/** What a text in a column says, however it is written: equal texts mean the same. */
export function meaningOf(column: SheetColumn, text: string): string {
  const bare = cellText(text).trim()
  if (bare === '') return ''
  if (column.choices) {
    // «No» where that says nothing is as good as left empty.
    const choice = choiceOf(column, bare)
    return choice ? choice.value && `choice ${choice.value}` : bare
  }
  if (column.type === 'date') return dayOf(bare) ?? bare
  if (column.joined !== undefined) return parts(bare)
  const number = numberIn(column, bare)
  return number === undefined ? bare : `number ${number}`
}

/** Whether two texts in a column say the same. */
export const isSame = (column: SheetColumn, one: string, other: string): boolean =>
  one === other || meaningOf(column, one) === meaningOf(column, other)

const parts = (text: string) =>
  text
    .split(/[\n,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n')

/** The ISO day that a text means. */
export const dayOf = (text: string): string | undefined => readValue(readDay(text, 'sv'))
