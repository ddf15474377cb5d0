import type { Language } from '~/forms/text'
import { coverage } from './coverage'
import { accepted, type Reading, refused } from './reading'

/** Controls but line feed, marks of format (joining, direction, soft hyphens), variants: nothing that one sees. */
const invisible = /[^\P{Cc}\n]|\p{Cf}|[\ufe00-\ufe0f]/gu
const oddSpaces = /[\u1680\u2000-\u200a\u202f\u205f\u3000]/g
const lineEnds = /\r\n?|[\u0085\u2028\u2029\v\f]/g

/** Whether every face of the documents can set the character. */
export function canBeSet(point: number): boolean {
  let [low, high] = [0, coverage.length / 2 - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    if (point < (coverage[middle * 2] ?? 0)) high = middle - 1
    else if (point > (coverage[middle * 2 + 1] ?? 0)) low = middle + 1
    else return true
  }
  return false
}

const cleaned = (text: string) =>
  text.normalize('NFC').replace(lineEnds, '\n').replace(/\t/g, ' ').replace(invisible, '').replace(oddSpaces, ' ')

/**
 * A text of several lines as it is kept: well-formed, NFC, «\n» between lines, no controls, no spaces at the ends of
 * lines, no empty lines first or last.
 */
export const cleanLines = (text: string): string =>
  cleaned(text)
    .replace(/[ \u00a0]+$/gm, '')
    .replace(/^\n+|\n+$/g, '')
    .trimEnd()

/** A text of one line as it is kept: also without runs of spaces. */
export const cleanLine = (text: string): string => cleaned(text).replace(/\n+/g, ' ').replace(/ {2,}/g, ' ').trim()

/** The characters of a clean text that the documents' font lacks, each once. */
export function unprintable(text: string): string[] {
  const odd = new Set<string>()
  for (const character of text) {
    if (character !== '\n' && !canBeSet(character.codePointAt(0) ?? 0)) odd.add(character)
  }
  return [...odd]
}

const named = (character: string) => {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return /\p{M}|\p{C}|\p{Z}/u.test(character) ? code : `”${character}” (${code})`
}

const texts = {
  sv: {
    lacks: (characters: string, several: boolean) =>
      `${several ? 'Tecknen' : 'Tecknet'} ${characters} kan inte skrivas i handlingen. Ta bort ${several ? 'dem' : 'det'} eller skriv med ord.`,
    tooLong: (over: string, most: string) => `Texten är ${over} tecken för lång. Högst ${most} tecken får plats.`,
    and: ' och ',
  },
  en: {
    lacks: (characters: string, several: boolean) =>
      `The ${several ? 'characters' : 'character'} ${characters} cannot be set in the document. Remove ${several ? 'them' : 'it'} or write in words.`,
    tooLong: (over: string, most: string) =>
      `The text is ${over} ${over === '1' ? 'character' : 'characters'} too long. There is room for ${most}.`,
    and: ' and ',
  },
}

const grouped = (number: number) => String(number).replace(/\B(?=(\d{3})+$)/g, '\u00a0')

interface TextLimits {
  readonly multiline: boolean
  /** In UTF-16 units of the clean text, as browsers count. */
  readonly maxLength: number
}

/**
 * Reads free text: cleans it, and refuses what the documents' font cannot set, naming the characters, and what is too
 * long, saying by how much. Every kind that holds free text uses this.
 */
export function readText(text: string, limits: TextLimits, language: Language, ...path: string[]): Reading<string> {
  const clean = limits.multiline ? cleanLines(text) : cleanLine(text)
  const odd = unprintable(clean)
  if (odd.length > 0) {
    const names = odd.slice(0, 5).map(named)
    const list = [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(texts[language].and)
    return refused(texts[language].lacks(list, odd.length > 1), ...path)
  }
  const over = clean.length - limits.maxLength
  return over > 0
    ? refused(texts[language].tooLong(grouped(over), grouped(limits.maxLength)), ...path)
    : accepted(clean)
}
