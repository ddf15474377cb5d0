import { nearest } from '~/forms/nearest'
import type { Register, RegisterEntry } from './contract'

/** Text to compare: one case, one kind of space, composed letters. */
const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim().toLocaleLowerCase('sv')

/** Without «kommun» or «stad» and without what Swedish letters carry: for nearness only. */
const bare = (text: string) => plain(text).replace(/ (kommun|stad)$/, '')

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
  const spellings = new Map<string, RegisterEntry>()
  for (const entry of entries) {
    for (const spelling of [bare(entry.shortName), bare(entry.name)]) {
      if (!spellings.has(spelling)) spellings.set(spelling, entry)
    }
  }

  return {
    all: entries,
    find: (text) => known.get(plain(text)),
    nearest: (text) => spellings.get(nearest(bare(text), spellings.keys()) ?? ''),
  }
}
