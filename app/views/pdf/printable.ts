import { canBeSet } from '~/kinds/printable'

/** A text holds characters that the document's fonts lack. `place` is the label of the question or field. */
export class UnprintableText extends Error {
  constructor(
    readonly place: string,
    readonly characters: readonly string[],
  ) {
    super(`${place}: ${characters.join(' ')} cannot be printed`)
    this.name = 'UnprintableText'
  }
}

/**
 * A text as it is printed: well-formed, composed (NFC), without control and format characters; line breaks are «\n».
 * Says nothing about which characters the fonts have.
 */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, '')
}

/** The characters of a text that the document's fonts lack, each once; empty when the text can be printed. */
export function unprintable(text: string): string[] {
  return [...new Set(tidy(text))].filter((character) => character !== '\n' && !canBeSet(character.codePointAt(0) ?? 0))
}
