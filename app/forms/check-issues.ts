import type { CompiledCheck, JudgedRows, Place } from './compiled-form'
import { explainKey } from './draft'
import { isObject, type Json, member } from './json'
import type { Issue } from './judgement'
import type { TableRow } from './kind-port'
import { placed } from './placed'
import type { Reading } from './reading'
import { type Scope, scopeOfRow } from './scope'

/** What the form's own rules find wrong. */
export function checkIssues(reading: Reading): Issue[] {
  return reading.form.compiled.checks.flatMap((compiled) => {
    if (!compiled.at.every(({ question }) => reading.isVisible(question))) return []
    if (!reading.tells([...compiled.reads, ...compiled.at])) return []
    return compiled.rows ? rowIssues(reading, compiled, compiled.rows) : wholeIssues(reading, compiled)
  })
}

/** Whether a rule that ends the form on its page is broken: the pages after it are not asked. */
export const isStopped = (reading: Reading, stops: readonly CompiledCheck[]): boolean =>
  stops.some(
    (stop) => stop.at.every(({ question }) => reading.isVisible(question)) && isBroken(reading, stop, reading.scope),
  )

function wholeIssues(reading: Reading, compiled: CompiledCheck): Issue[] {
  const { check, at: places } = compiled
  if (!isBroken(reading, compiled, reading.scope)) return []
  const [first] = places
  const issue: Issue = {
    id: `check:${check.id}`,
    severity: check.severity === 'warning' ? 'warning' : 'error',
    page: reading.form.pageOf(first.question).id,
    question: first.question,
    path: first.path,
    at: places.map(({ field }) => field),
    message: reading.text(check.text),
    // Before anything has been typed where it points, there is nothing to correct.
    missing: check.severity !== 'stop' && places.every(({ question }) => !isTouched(reading, question)),
    check: check.id,
  }
  return withExplanation(reading, compiled, issue)
}

/** One for each row that breaks the rule; a warning comes once for all, since it is explained once. */
function rowIssues(reading: Reading, compiled: CompiledCheck, rows: JudgedRows): Issue[] {
  const { check, at } = compiled
  const [first] = at
  const { question, kind } = reading.compiled(rows.question)
  const typed = reading.typedOf(rows.question)
  if (typed === undefined || !reading.canRead(compiled.reads)) return []
  const issues = rowsAt(reading, rows, kind.rows(question, typed)).flatMap((row): Issue[] => {
    const scope = scopeOfRow(reading.scope, row.row, row.outer)
    if (!canReadRow(reading, compiled, rows, row) || !isBroken(reading, compiled, scope)) return []
    const paths = at.map((place) => pathIn(place, rows, row))
    const [path = []] = paths
    return [
      {
        id: `check:${check.id}:${row.path.join('.')}`,
        severity: check.severity === 'warning' ? 'warning' : 'error',
        page: reading.form.pageOf(first.question).id,
        question: first.question,
        path,
        at: at.map((place, index) => [place.question, ...(paths[index] ?? [])].join('.')),
        message: placed(
          kind.nameOf(question, path, typed, reading.context),
          reading.text(check.text, scope, compiled.texts),
        ),
        missing: isEmpty(typed, row.path),
        check: check.id,
      },
    ]
  })
  const [one, ...others] = issues
  if (check.severity !== 'warning' || !one) return issues
  const all: Issue = {
    ...one,
    id: `check:${check.id}`,
    at: issues.flatMap((issue) => issue.at),
    message: issues.map(({ message }) => message).join('\n'),
    missing: one.missing && others.every(({ missing }) => missing),
  }
  return withExplanation(reading, compiled, all)
}

function withExplanation(reading: Reading, { check }: CompiledCheck, issue: Issue): Issue[] {
  if (check.severity !== 'warning') return [issue]
  const { words, refusals } = reading.explanation(check.id)
  const at = [explainKey(check.id)]
  const refused = refusals.map(
    (message): Issue => ({ ...issue, id: `${at[0]}:unreadable`, severity: 'error', at, message, missing: false }),
  )
  return [words === undefined ? issue : { ...issue, explanation: words }, ...refused]
}

/** A check whose conditions have no value, or read what cannot be read, is not judged. */
function isBroken(reading: Reading, { when, holds, reads }: CompiledCheck, scope: Scope): boolean {
  if (!reading.canRead(reads)) return false
  if (when && reading.holds(when, scope) !== true) return false
  return reading.holds(holds, scope) === false
}

function isTouched(reading: Reading, id: string): boolean {
  const { typed, value } = reading.answer(id)
  return typed !== undefined || value !== undefined
}

/** A row with what expressions see of it. */
interface RowAt {
  /** Below the question: [row], or [row, column, row]. */
  readonly path: readonly string[]
  readonly row: unknown
  readonly outer: unknown
}

function rowsAt(reading: Reading, { question, within }: JudgedRows, rows: readonly TableRow[]): readonly RowAt[] {
  const outer = paired(reading.answer(question).cel, rows)
  if (within === undefined) return outer.map(({ id, cel }) => ({ path: [id], row: cel, outer: undefined }))
  return outer.flatMap((each) =>
    paired(memberOf(each.cel, within), each.inside[within] ?? []).map(
      ({ id, cel }): RowAt => ({ path: [each.id, within, id], row: cel, outer: each.cel }),
    ),
  )
}

/** Rows with what expressions see of each: by place in a list, by id in an object. */
function paired(cel: unknown, rows: readonly TableRow[]): readonly (TableRow & { readonly cel: unknown })[] {
  const isList = Array.isArray(cel)
  if (isList && cel.length !== rows.length) return []
  return rows.map((row, index) => ({ ...row, cel: isList ? cel[index] : memberOf(cel, row.id) }))
}

const memberOf = (object: unknown, key: string): unknown =>
  typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined

/** Where a place of the check is: in this row, if it is a column of the rows that are judged. */
function pathIn(place: Place, { question, within }: JudgedRows, { path }: RowAt): readonly string[] {
  if (place.question !== question) return place.path
  const [row = ''] = path
  const isInner = within !== undefined && place.path[0] === within
  return isInner ? [...path, ...place.path.slice(1)] : [row, ...place.path]
}

/** Nothing that the rule reads of the row is typed wrongly. */
function canReadRow(reading: Reading, { rowReads }: CompiledCheck, rows: JudgedRows, { path }: RowAt): boolean {
  return reading.canRead(
    rowReads.map((read) => ({
      question: rows.question,
      path: [...(read.of === 'outer' ? path.slice(0, 1) : path), ...read.path],
    })),
  )
}

function isEmpty(typed: Json, path: readonly string[]): boolean {
  const row = path.reduce<Json | undefined>((at, step) => member(at, step), typed)
  return !isObject(row)
}
