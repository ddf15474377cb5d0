import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '~/platform/root.server'

/** The fonts of every printed document, whole TTF files; nothing is ever taken from the machine. */
export const fontFiles = [
  '400Regular/SourceSans3_400Regular',
  '600SemiBold/SourceSans3_600SemiBold',
  '700Bold/SourceSans3_700Bold',
].map((name) => join('node_modules/@expo-google-fonts/source-sans-3', `${name}.ttf`))

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
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029|\v|\f/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]|\p{Cf}/gu, '')
}

/** The characters of a text that the document's fonts lack, each once; empty when the text can be printed. */
export function unprintable(text: string): string[] {
  const known = coverage()
  return [...new Set(tidy(text))].filter((character) => character !== '\n' && !known.has(character.codePointAt(0) ?? 0))
}

let covered: ReadonlySet<number> | undefined

/** The code points that every one of the fonts has. */
function coverage(): ReadonlySet<number> {
  covered ??= common(fontFiles.map((file) => characterMap(readFileSync(join(projectRoot(), file)))))
  return covered
}

function common([first, ...others]: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  return new Set([...(first ?? [])].filter((code) => others.every((other) => other.has(code))))
}

/** Reads the Unicode subtables (formats 4 and 12) of a TrueType font's cmap. */
function characterMap(font: Buffer): Set<number> {
  const codes = new Set<number>()
  const tables = font.readUInt16BE(4)
  const record = Array.from({ length: tables }, (_, i) => 12 + 16 * i).find(
    (at) => font.toString('latin1', at, at + 4) === 'cmap',
  )
  if (record === undefined) throw new Error('The font has no character map')
  const cmap = font.readUInt32BE(record + 8)
  for (let i = 0; i < font.readUInt16BE(cmap + 2); i++) {
    const table = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4)
    const format = font.readUInt16BE(table)
    if (format === 4) readSegments(font, table, codes)
    if (format === 12) readGroups(font, table, codes)
  }
  return codes
}

function readSegments(font: Buffer, table: number, codes: Set<number>): void {
  const size = font.readUInt16BE(table + 6)
  const [ends, starts, deltas, offsets] = [table + 14, table + 16 + size, table + 16 + 2 * size, table + 16 + 3 * size]
  for (let i = 0; i < size; i += 2) {
    const [start, end] = [font.readUInt16BE(starts + i), font.readUInt16BE(ends + i)]
    const offset = font.readUInt16BE(offsets + i)
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const glyph =
        offset === 0
          ? (code + font.readUInt16BE(deltas + i)) & 0xffff
          : font.readUInt16BE(offsets + i + offset + 2 * (code - start))
      if (glyph !== 0) codes.add(code)
    }
  }
}

function readGroups(font: Buffer, table: number, codes: Set<number>): void {
  for (let i = 0; i < font.readUInt32BE(table + 12); i++) {
    const group = table + 16 + 12 * i
    for (let code = font.readUInt32BE(group); code <= font.readUInt32BE(group + 4); code++) codes.add(code)
  }
}
