import type { CompiledForm } from './compiled-form'
import type { AnswerChangeEntry, Draft } from './draft'
import { isList, isObject, type Json, member, sameJson } from './json'
import type { Conflict } from './judgement'
import type { MergeUnit } from './kind-port'

export type { Conflict } from './judgement'

export interface Merged {
  readonly draft: Draft
  /** What differs from the current draft. */
  readonly changes: readonly AnswerChangeEntry[]
  readonly conflicts: readonly Conflict[]
}

/**
 * Merges a posted page with what others have saved since it was opened, by each kind's merge unit. What two have
 * changed differently keeps the stored value and becomes a conflict.
 *
 * @param base the draft that the page started from
 * @param current the draft as it is stored now
 * @param posted what `readPage` gave: only its keys are touched, null empties
 */
export function mergePage(form: CompiledForm, base: Draft, current: Draft, posted: Draft): Merged {
  const draft: Record<string, Json> = { ...current }
  const changes: AnswerChangeEntry[] = []
  const conflicts: Conflict[] = []
  for (const [key, typed] of Object.entries(posted)) {
    const [was, is] = [valueAt(base, key), valueAt(current, key)]
    const merged = mergeValue(unitOf(form, key), was, is, typed, (path, base, mine, theirs) =>
      conflicts.push({ key, path, base, mine, theirs }),
    )
    if (sameJson(merged, is)) continue
    if (merged === null) delete draft[key]
    else draft[key] = merged
    changes.push({ key, before: is, after: merged })
  }
  return { draft, changes, conflicts }
}

type Clash = (path: readonly string[], base: Json, mine: Json, theirs: Json) => void

/** An explanation is one text. */
const unitOf = (form: CompiledForm, key: string): MergeUnit =>
  form.questions.has(key) ? form.kind(key).merge : 'question'

function mergeValue(unit: MergeUnit, base: Json, theirs: Json, mine: Json, clash: Clash): Json {
  switch (unit) {
    case 'question':
      return mergeParts(0, [], base, theirs, mine, clash)
    case 'row':
      return mergeParts(1, [], base, theirs, mine, clash)
    case 'rows':
      return mergeParts(1, [], base, theirs, withUnposted(base, mine), clash)
    case 'cell':
      return mergeParts(2, [], base, theirs, mine, clash)
    case 'append':
      return appended(theirs, mine)
  }
}

/** Three-way, `depth` levels of members down. An object without members is nothing. */
function mergeParts(depth: number, path: readonly string[], base: Json, theirs: Json, mine: Json, clash: Clash): Json {
  if (same(mine, base) || same(mine, theirs)) return theirs
  const sides = [base, theirs, mine]
  if (depth > 0 && sides.every((side) => isObject(side) || isNothing(side))) {
    const keys = new Set(sides.flatMap((side) => (isObject(side) ? Object.keys(side) : [])))
    const parts: Record<string, Json> = {}
    for (const key of keys) {
      const [was, is, want] = [valueAt(base, key), valueAt(theirs, key), valueAt(mine, key)]
      const part = mergeParts(depth - 1, [...path, key], was, is, want, clash)
      if (part !== null) Object.defineProperty(parts, key, { value: part, enumerable: true })
    }
    return Object.keys(parts).length === 0 ? null : parts
  }
  if (same(theirs, base)) return mine
  clash(path, base, mine, theirs)
  return theirs
}

/** A page that lacks a row does not know it, or does not show it: it says nothing about it. */
const withUnposted = (base: Json, mine: Json): Json => ({
  ...(isObject(base) ? base : {}),
  ...(isObject(mine) ? mine : {}),
})

function appended(theirs: Json, mine: Json): Json {
  const stored = isList(theirs) ? theirs : []
  const posted = isList(mine) ? mine : []
  const added = posted.filter((each) => !stored.some((other) => sameJson(each, other)))
  return added.length === 0 ? theirs : [...stored, ...added]
}

const valueAt = (value: Json, key: string): Json => member(value, key) ?? null

/** An empty field, and a row of empty fields, are as good as none. */
function isNothing(value: Json): boolean {
  return value === null || value === '' || (isObject(value) && Object.values(value).every(isNothing))
}

const same = (one: Json, other: Json): boolean => sameJson(one, other) || (isNothing(one) && isNothing(other))
