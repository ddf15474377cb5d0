import type { Register, RegisterEntry } from './contract'

/** Text to compare: one case, one kind of space, composed letters. */
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('sv')

/** Without «kommun» or «stad» and without what Swedish letters carry: for nearness only. */
const bare = (text: string) => plain(text).replace(/ (kommun|stad)$/, '')

const cousins: Readonly<Record<string, string>> = { å: 'a', ä: 'a', ö: 'o', é: 'e', ü: 'u' }
const fold = (letter: string) => cousins[letter] ?? letter

/** What it costs to read one letter for another: a forgotten ring or dots is half a mistake. */
const swapCost = (a: string, b: string) => (a === b ? 0 : fold(a) === fold(b) ? 0.5 : 1)

/** Edit distance (insert, remove, replace, two neighbours changing places), å/ä/ö being near a/a/o. */
export function editDistance(left: string, right: string): number {
  const a = [...left]
  const b = [...right]
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const now = [row]
    for (let column = 1; column <= b.length; column++) {
      const [x, y] = [a[row - 1] ?? '', b[column - 1] ?? '']
      let best = Math.min((last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + swapCost(x, y))
      if (row > 1 && column > 1 && x === b[column - 2] && y === a[row - 2]) {
        best = Math.min(best, (before[column - 2] ?? 0) + 1)
      }
      now.push(best)
    }
    before = last
    last = now
  }
  return last[b.length] ?? 0
}

/** How far off a name may be and still be suggested: a quarter of its letters. */
const tolerance = (length: number) => Math.max(1, length / 4)

/** A register over these entries. Lookups by name forgive case and spaces; nearness forgives misspellings. */
export function registerOf(entries: readonly RegisterEntry[]): Register {
  const known = new Map<string, RegisterEntry>()
  const add = (text: string, entry: RegisterEntry) => {
    const key = plain(text)
    if (!known.has(key)) known.set(key, entry)
  }
  for (const entry of entries) {
    add(entry.code, entry)
    add(entry.name, entry)
    add(entry.shortName, entry)
  }
  // After all real names, so that a derived spelling never shadows one.
  for (const entry of entries) {
    add(`${entry.shortName} kommun`, entry)
    add(entry.name.replace(/ kommun$/, ' stad'), entry)
    add(`${entry.shortName} stad`, entry)
  }
  const names = entries.map((entry) => ({ entry, spellings: [bare(entry.shortName), bare(entry.name)] }))

  return {
    all: entries,
    find: (text) => known.get(plain(text)),
    nearest(text) {
      const wanted = bare(text)
      if (wanted === '') return undefined
      let best: RegisterEntry | undefined
      let bestDistance = Number.POSITIVE_INFINITY
      for (const { entry, spellings } of names) {
        for (const spelling of spellings) {
          if (Math.abs(spelling.length - wanted.length) > bestDistance) continue
          const distance = editDistance(wanted, spelling)
          if (distance < bestDistance && distance <= tolerance(Math.min(wanted.length, spelling.length))) {
            best = entry
            bestDistance = distance
          }
        }
      }
      return best
    },
  }
}
