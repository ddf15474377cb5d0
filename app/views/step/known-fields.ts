import type { Fields } from '~/kinds/put-back'

/** What a form would post if nobody had typed in it: what the server put into its fields. Files and buttons left out. */
export function fieldsAtFirst(form: HTMLFormElement): Fields {
  return [...form.elements].flatMap((element) => valuesAtFirst(element))
}

function valuesAtFirst(element: Element): (readonly [string, string])[] {
  if (element instanceof HTMLSelectElement) {
    const options = [...element.options]
    const chosen = options.filter(({ defaultSelected }) => defaultSelected)
    const first = chosen.length > 0 || element.multiple ? chosen : options.slice(0, 1)
    return element.name ? first.map(({ value }) => [element.name, value]) : []
  }
  if (element instanceof HTMLTextAreaElement) return element.name ? [[element.name, element.defaultValue]] : []
  if (!(element instanceof HTMLInputElement) || !element.name) return []
  switch (element.type) {
    case 'file':
    case 'submit':
    case 'button':
    case 'image':
    case 'reset':
      return []
    case 'radio':
    case 'checkbox':
      return element.defaultChecked ? [[element.name, element.value]] : []
    default:
      return [[element.name, element.defaultValue]]
  }
}

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
