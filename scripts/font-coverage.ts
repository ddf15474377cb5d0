/**
 * Writes app/kinds/coverage.ts: the characters that every face of the documents' font can set, read from the
 * fonts' own character maps. Run: npx tsx scripts/font-coverage.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'

/** The faces that a document may use. */
const faces = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold']
const folder = new URL('../node_modules/@expo-google-fonts/source-sans-3/', import.meta.url)
const target = new URL('../app/kinds/coverage.ts', import.meta.url)

/** The offset of a table in a TrueType file. */
function tableOffset(font: DataView, wanted: string): number {
  for (let table = 0; table < font.getUint16(4); table++) {
    const entry = 12 + table * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((place) => font.getUint8(entry + place)))
    if (tag === wanted) return font.getUint32(entry + 8)
  }
  throw new Error(`The font has no ${wanted} table.`)
}

/** The code points of a format 4 map (the basic plane in segments). */
function* segmentedPoints(font: DataView, at: number): Generator<number> {
  const size = font.getUint16(at + 6)
  for (let segment = 0; segment < size; segment += 2) {
    const end = font.getUint16(at + 14 + segment)
    const start = font.getUint16(at + 16 + size + segment)
    const delta = font.getUint16(at + 16 + 2 * size + segment)
    const rangeAt = at + 16 + 3 * size + segment
    const range = font.getUint16(rangeAt)
    for (let point = start; point <= end && point < 0xffff; point++) {
      const glyph = range === 0 ? (point + delta) & 0xffff : font.getUint16(rangeAt + range + (point - start) * 2)
      if (glyph !== 0) yield point
    }
  }
}

/** The code points of a format 12 map (groups in all planes). */
function* groupedPoints(font: DataView, at: number): Generator<number> {
  for (let group = 0; group < font.getUint32(at + 12); group++) {
    const entry = at + 16 + group * 12
    for (let point = font.getUint32(entry); point <= font.getUint32(entry + 4); point++) yield point
  }
}

/** Every code point that a font maps to a glyph. */
function coveredPoints(face: string): Set<number> {
  const bytes = readFileSync(new URL(`${face}/SourceSans3_${face}.ttf`, folder))
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const map = tableOffset(font, 'cmap')
  const points = new Set<number>()
  for (let table = 0; table < font.getUint16(map + 2); table++) {
    const platform = font.getUint16(map + 4 + table * 8)
    const at = map + font.getUint32(map + 8 + table * 8)
    const format = font.getUint16(at)
    if (platform !== 0 && platform !== 3) continue
    if (format === 4) for (const point of segmentedPoints(font, at)) points.add(point)
    if (format === 12) for (const point of groupedPoints(font, at)) points.add(point)
  }
  return points
}

/** Joins points that follow each other to [first, last] pairs. */
function rangesOf(points: readonly number[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const point of points) {
    const last = ranges.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else ranges.push([point, point])
  }
  return ranges
}

/** The ranges of code points that all faces cover, controls left out. */
export function coverage(): [number, number][] {
  const [first, ...others] = faces.map(coveredPoints)
  const common = [...(first ?? [])].filter((point) => others.every((points) => points.has(point)))
  const printable = common.filter((point) => point >= 0x20 && (point < 0x7f || point > 0x9f))
  return rangesOf(printable.sort((a, b) => a - b))
}

/** The text of the generated module. */
export function coverageModule(): string {
  const hex = (point: number) => `0x${point.toString(16).padStart(4, '0')}`
  const lines: string[] = []
  for (const [first, last] of coverage()) {
    const pair = `${hex(first)}, ${hex(last)}`
    const line = lines.at(-1)
    if (line !== undefined && line.length + pair.length + 6 < 118) lines[lines.length - 1] = `${line} ${pair},`
    else lines.push(`  ${pair},`)
  }
  return `// Made by scripts/font-coverage.ts from the fonts of the documents. Do not edit.

/** What Source Sans 3 can set in every face that documents use: first, last, first, last … */
// biome-ignore format: a table
export const coverage: readonly number[] = [
${lines.join('\n')}
]
`
}

if (process.argv[1] === new URL(import.meta.url).pathname) writeFileSync(target, coverageModule())
