import type { AnswerChangeEntry } from '~/forms/draft'
import { sameJson } from '~/forms/json'
import type { Change } from './history.store.server'

/** What one person changed on one page in one go: from before the first keystroke to after the last. */
export interface Sitting {
  /** The latest revision of the sitting. */
  readonly revision: number
  readonly at: Date
  readonly by: Change['by']
  readonly from?: Change['from']
  readonly page: string | null
  /** `revision` is that of the first change: what stood before it is what a restore puts back. */
  readonly entries: readonly (AnswerChangeEntry & { readonly revision: number })[]
}

const pause = 15 * 60_000

/**
 * Changes (the latest first) as people remember them. Autosave makes a change of every pause in the typing; here
 * what one person did on one page without a quarter of an hour between is one thing. What was changed and changed back
 * is left out.
 */
export function sittings(changes: readonly Change[]): Sitting[] {
  const found: { newest: Change; oldest: Change; all: Change[] }[] = []
  for (const change of changes) {
    const open = found.at(-1)
    if (open && belongs(open.oldest, change)) {
      open.oldest = change
      open.all.push(change)
    } else found.push({ newest: change, oldest: change, all: [change] })
  }
  return found.flatMap(({ newest, all }) => {
    const entries = joined(all)
    const { revision, at, by, from, page } = newest
    return entries.length === 0 ? [] : [{ revision, at, by, from, page, entries }]
  })
}

function belongs(later: Change, earlier: Change): boolean {
  return (
    later.by.id === earlier.by.id &&
    // What was accepted from somebody stands by itself.
    later.from === undefined &&
    earlier.from === undefined &&
    later.page === earlier.page &&
    earlier.page !== null &&
    later.at.getTime() - earlier.at.getTime() < pause
  )
}

function joined(latestFirst: readonly Change[]): Sitting['entries'] {
  const byKey = new Map<string, Sitting['entries'][number]>()
  for (const { revision, entries } of latestFirst) {
    for (const { key, before, after } of entries) {
      const last = byKey.get(key)
      byKey.set(key, { key, before, after: last ? last.after : after, revision })
    }
  }
  return [...byKey.values()].filter(({ before, after }) => !sameJson(before, after)).reverse()
}
