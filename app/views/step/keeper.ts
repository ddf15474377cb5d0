import type { Fields } from '~/kinds/put-back'

/**
 * Text that the server has not acknowledged yet, in the tab's session storage: it survives an ended session, a lost
 * network and a reload, and goes when the tab or the sign-in ends.
 */
export interface Kept {
  readonly revision: number
  /** Of what is kept: rows and questions by the name that begins their fields'. */
  readonly scopes: readonly string[]
  /** All their fields, as a form posts them; files are not kept. */
  readonly fields: Fields
  /** The same fields as the server had them, as far as the page knew. */
  readonly known: Fields
}

const prefix = 'bidra:unsaved:'

const keyOf = (userId: string, place: string) => `${prefix}${userId}:${place}`

export function keep(userId: string, place: string, kept: Kept): void {
  storage()?.setItem(keyOf(userId, place), JSON.stringify(kept))
}

export function drop(userId: string, place: string): void {
  storage()?.removeItem(keyOf(userId, place))
}

/** What is kept for this person on this page; what another person left in the tab is thrown away. */
export function take(userId: string, place: string): Kept | undefined {
  const store = storage()
  if (!store) return undefined
  for (const key of Object.keys(store)) {
    if (key.startsWith(prefix) && !key.startsWith(`${prefix}${userId}:`)) store.removeItem(key)
  }
  const text = store.getItem(keyOf(userId, place))
  if (!text) return undefined
  try {
    const kept: unknown = JSON.parse(text)
    return isKept(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

function isKept(kept: unknown): kept is Kept {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'scopes' in kept &&
    Array.isArray(kept.scopes) &&
    'fields' in kept &&
    Array.isArray(kept.fields) &&
    'known' in kept &&
    Array.isArray(kept.known) &&
    'revision' in kept
  )
}

/** Storage can be switched off; then there is nothing to keep text in. */
function storage(): Storage | undefined {
  try {
    return window.sessionStorage
  } catch {
    return undefined
  }
}
