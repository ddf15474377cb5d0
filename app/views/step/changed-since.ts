import type { Fields } from '~/kinds/put-back'

/** Name → the values that it had, for every name whose values are others now. */
export function changedSince(known: Fields, now: Fields): Readonly<Record<string, readonly string[]>> {
  const before = byName(known)
  const after = byName(now)
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !same(before.get(name), after.get(name)),
  )
  return Object.fromEntries(changed.map((name) => [name, before.get(name) ?? []]))
}

function byName(fields: Fields): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>()
  for (const [name, value] of fields) values.set(name, [...(values.get(name) ?? []), value])
  return values
}

const same = (one: readonly string[] = [], other: readonly string[] = []) =>
  one.length === other.length && one.every((value, place) => value === other[place])
