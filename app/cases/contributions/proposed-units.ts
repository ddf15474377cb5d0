import { sha256Hex } from '~/forms/canonical'
import type { CompiledForm } from '~/forms/compile'
import type { Draft } from '~/forms/draft'
import { isObject, type Json, sameJson } from '~/forms/json'
import { mergePage } from '~/forms/merge'
import { readAt, writeAt } from '../value-path'

/** The smallest thing that can be accepted by itself: an answer, or a row of one. */
export interface ProposedUnit {
  /** «costs», «activities.r2» */
  readonly id: string
  readonly key: string
  /** [] is the whole answer, else [row]. */
  readonly path: readonly string[]
  /** The whole answer as the case has it, and as it would be with this unit taken. */
  readonly before: Json
  readonly after: Json
  /** The case has changed in the same place since the other began: taking it writes over that. */
  readonly conflict: boolean
}

export interface Proposed {
  readonly base: Draft
  /** The case's draft as it is now. */
  readonly current: Draft
  readonly proposal: Draft
  readonly questions: readonly string[]
}

/** What a proposal would change in the case, in the order of the questions. What it leaves as it was says nothing. */
export function proposedUnits(form: CompiledForm, proposed: Proposed): ProposedUnit[] {
  return proposed.questions.flatMap((key) => {
    const sides = [proposed.base, proposed.current, proposed.proposal].map((draft) => draft[key] ?? null)
    const { merge } = form.kind(key)
    const byRow = merge !== 'question' && merge !== 'append' && sides.every((side) => side === null || isObject(side))
    const rows = new Set(sides.flatMap((side) => (isObject(side) ? Object.keys(side) : [])))
    const paths: readonly (readonly string[])[] = byRow ? [...rows].map((row) => [row]) : [[]]
    return paths.flatMap((path): ProposedUnit[] => {
      const { value, conflict } = taken(form, proposed, proposed.current, key, path)
      const before = proposed.current[key] ?? null
      if (sameJson(value, before)) return []
      return [{ id: [key, ...path].join('.'), key, path, before, after: value, conflict }]
    })
  })
}

/** The case's draft with these units of a proposal taken into it. */
export function withUnits(form: CompiledForm, proposed: Proposed, units: readonly ProposedUnit[]): Draft {
  return units.reduce<Draft>((draft, { key, path }) => {
    const { value } = taken(form, proposed, draft, key, path)
    const { [key]: _, ...others } = draft
    return value === null ? others : { ...others, [key]: value }
  }, proposed.current)
}

/** Tells whether what is agreed to is what was shown. */
export const seenOf = (units: readonly ProposedUnit[]): string =>
  sha256Hex(JSON.stringify(units.map(({ id, path, before, after }) => [id, readAt(before, path), readAt(after, path)])))

/** Three ways, as when two officers have saved; in a conflict the proposal's value, since somebody has chosen it. */
function taken(
  form: CompiledForm,
  { base, proposal }: Proposed,
  current: Draft,
  key: string,
  path: readonly string[],
): { readonly value: Json; readonly conflict: boolean } {
  const [began, proposed] = [base[key] ?? null, proposal[key] ?? null]
  const [row] = path
  // A row that is not there any more has been taken away: said outright, for lists in which silence says nothing.
  const mine = row === undefined ? proposed : { ...(isObject(began) ? began : {}), [row]: readAt(proposed, [row]) }
  const merged = mergePage(form, { [key]: began }, { [key]: current[key] ?? null }, { [key]: mine })
  const value = merged.conflicts.reduce<Json>(
    (result, conflict) => writeAt(result, conflict.path, conflict.mine),
    merged.draft[key] ?? null,
  )
  return { value: isEmpty(value) ? null : value, conflict: merged.conflicts.length > 0 }
}

const isEmpty = (value: Json): boolean => isObject(value) && Object.keys(value).length === 0
