import { type CellStates, noCellStates, readsRow } from './cell-conditions'
import type { Question } from './definition'
import type { Program, Words } from './expression'
import { isList, isObject, type Json } from './json'
import type { FormKinds, TableRow } from './kind-port'
import type { Report } from './problems'
import { type Scope, scopeOfRow, type Vocabulary } from './scope'
import { rowType, type ValueType } from './value-type'
import type { Bridge } from './values'

interface ColumnConditions {
  readonly id: string
  /** Whether the cell is there, as its row stands. */
  readonly visible?: Program | undefined
  /** Whether it need not be filled in. */
  readonly optional?: Program | undefined
}

/**
 * A column whose cells are computed or asked only in some rows, or that holds a table with such columns. In the order
 * of the table.
 */
type ComputedColumn = ColumnConditions &
  (
    | {
        readonly program: Program
        readonly bridge: Bridge
        /** The typed of the column's kind for a canonical value. */
        readonly typed: (value: Json) => Json | undefined
      }
    | { readonly inner: ComputedColumns }
    | { readonly asked: true }
  )

/** The computed columns of one table. */
export interface ComputedColumns {
  readonly row: Bridge
  readonly type: ValueType
  readonly columns: readonly ComputedColumn[]
}

/** What the expressions of cells are compiled with: a value for its bridge, or a condition. */
interface CompileCell {
  value(words: Words, source: string, bridge: Bridge, place: string): Program | undefined
  condition(words: Words, source: string, place: string): Program | undefined
}

interface Column {
  readonly id: string
  readonly kind: string
  readonly value?: string
  readonly visible?: string
  /** The condition under which it need not be filled in. */
  readonly optionalWhen?: string
  readonly options: Question['options']
}

/** Compiles the computed columns of a table; undefined where a question has none. */
export class CellCompiler {
  readonly #vocabulary: Vocabulary
  readonly #kinds: FormKinds
  readonly #compile: CompileCell
  readonly #report: Report

  constructor(vocabulary: Vocabulary, kinds: FormKinds, compile: CompileCell, report: Report) {
    this.#vocabulary = vocabulary
    this.#kinds = kinds
    this.#compile = compile
    this.#report = report
  }

  table(question: Question, type: ValueType, place: string): ComputedColumns | undefined {
    const compiled = this.#columns(question.options, type, `${place}.options`)
    for (const { program } of compiled ? programsIn(compiled) : []) {
      if (!program.reads.some((read) => read.question === question.id)) continue
      this.#report(
        place,
        `«${program.source}» reads «a.${question.id}», the table that it stands in. A cell reads «row», and «outer» in a table within a row.`,
      )
    }
    return compiled
  }

  #columns(options: unknown, type: ValueType, place: string, outer?: Around): ComputedColumns | undefined {
    const row = rowType(type)
    const columns = columnsOf(options)
    if (!row || !columns.some(hasComputed)) return undefined
    const words = this.#vocabulary.rowWords(row, outer?.row)
    const made = columns.flatMap((column, index): readonly ComputedColumn[] => {
      const at = `${place}.columns.${column.id}`
      const later = new Set(
        columns
          .slice(index)
          .filter(({ value, options }) => value !== undefined || columnsOf(options).some((inner) => inner.value))
          .map(({ id }) => id),
      )
      const cell = row.fields[column.id]
      if (!cell) return []
      const conditions = this.#conditions(column, words, at, later, outer !== undefined)
      if (column.value === undefined) {
        const inner = this.#columns(column.options, cell, `${at}.options`, { row, later })
        if (inner) return [{ ...conditions, inner }]
        return conditions.visible || conditions.optional ? [{ ...conditions, asked: true }] : []
      }
      const bridge = this.#vocabulary.bridge(cell)
      const program = this.#compile.value(words, column.value, bridge, `${at}.value`)
      const kind = this.#kinds(column.kind)
      if (!program || !kind) return []
      this.#refuseLater(program, later, outer?.later, `${at}.value`)
      const question = { id: column.id, kind: column.kind, label: { sv: '', en: '' }, options: column.options }
      const asked = { ...question, optional: true, locked: false }
      return [{ ...conditions, program, bridge, typed: (value) => kind.read(asPosted(value), asked) }]
    })
    return { row: this.#vocabulary.bridge(row), type: row, columns: made }
  }

  #conditions(
    column: Column,
    words: Words,
    place: string,
    later: ReadonlySet<string>,
    isInner: boolean,
  ): ColumnConditions {
    const { id, visible, optionalWhen } = column
    const ofRow = visible !== undefined && readsRow(visible) ? visible : undefined
    if (ofRow !== undefined && isInner) {
      this.#report(`${place}.visible`, 'In a table within a row, a column is there in every row, or in none.')
    }
    const compiled = {
      visible: ofRow === undefined ? undefined : this.#compile.condition(words, ofRow, `${place}.visible`),
      optional:
        optionalWhen === undefined ? undefined : this.#compile.condition(words, optionalWhen, `${place}.optional`),
    }
    for (const [name, program] of Object.entries(compiled)) {
      if (program) this.#refuseLater(program, later, undefined, `${place}.${name}`)
    }
    return { id, ...compiled }
  }

  #refuseLater(
    program: Program,
    later: ReadonlySet<string>,
    outer: ReadonlySet<string> | undefined,
    place: string,
  ): void {
    for (const { of, path } of program.rowReads) {
      const [read = ''] = path
      const notYet = of === 'row' ? later : outer
      if (notYet?.has(read)) this.#report(place, `«${of}.${read}» is computed too: put its column before this one.`)
    }
  }
}

interface Around {
  readonly row: ValueType
  /** Columns that have no value yet. */
  readonly later: ReadonlySet<string>
}

const asPosted = (value: Json) => (typeof value === 'object' ? undefined : value)

/** Has something that is found out row by row. */
const hasComputed = (column: Column): boolean => hasOwn(column) || columnsOf(column.options).some(hasOwn)

const hasOwn = ({ value, visible, optionalWhen }: Column): boolean =>
  value !== undefined || optionalWhen !== undefined || (visible !== undefined && readsRow(visible))

function columnsOf(options: unknown): readonly Column[] {
  const columns: unknown = typeof options === 'object' && options !== null ? Reflect.get(options, 'columns') : undefined
  return Array.isArray(columns) ? columns.filter(isColumn) : []
}

const isColumn = (column: unknown): column is Column =>
  typeof column === 'object' && column !== null && 'id' in column && 'kind' in column && 'options' in column

/** Every expression of the computed columns. */
export function programsIn({ columns }: ComputedColumns): readonly { readonly program: Program }[] {
  return columns.flatMap((column) => {
    const conditions = [column.visible, column.optional].flatMap((program) => (program ? [{ program }] : []))
    if ('inner' in column) return [...conditions, ...programsIn(column.inner)]
    return 'program' in column ? [...conditions, column] : conditions
  })
}

/** What a table holds, for its cells to be computed. */
interface Computable {
  /** The rows as the kind names them, and what can be read of them: in the same order, or by id. */
  readonly rows: readonly TableRow[]
  readonly value: Json | undefined
  readonly typed: Json
}

/** What a reading knows that a table does not. */
interface Readings {
  /** Nothing that a cell reads is typed wrongly. */
  canRead(program: Program, path: readonly string[]): boolean
  /** A row with the rows that it chooses. */
  seen(type: ValueType, row: Json): Json
}

/** The typed of a table, and what can be read of it, with the computed cells. */
export function withComputed(
  { row: bridge, type, columns }: ComputedColumns,
  { rows, value, typed }: Computable,
  scope: Scope,
  by: Readings,
  path: readonly string[] = [],
  outer?: unknown,
): Pick<Computable, 'typed' | 'value'> & CellStates {
  if (!isObject(typed)) return { typed, value, ...noCellStates }
  const hidden: (readonly string[])[] = []
  const optional: (readonly string[])[] = []
  const values = new Map<string, Json>()
  const made: Record<string, Json> = { ...typed }
  for (const [index, { id, inside }] of rows.entries()) {
    const before = (isList(value) ? value[index] : isObject(value) ? value[id] : undefined) ?? {}
    const known: Record<string, Json> = isObject(before) ? { ...before } : {}
    const cells = typed[id]
    const own: Record<string, Json> = isObject(cells) ? { ...cells } : {}
    for (const column of columns) {
      const here = [...path, id, column.id]
      const holds = (program: Program) =>
        by.canRead(program, [...path, id]) &&
        program.evaluate(scopeOfRow(scope, bridge.toField(by.seen(type, known)), outer)) === true
      if (column.visible && !holds(column.visible)) {
        hidden.push(here)
        delete known[column.id]
        if ('program' in column) delete own[column.id]
        continue
      }
      if (column.optional && holds(column.optional)) optional.push(here)
      if ('asked' in column) continue
      if ('inner' in column) {
        const inTable = own[column.id]
        if (inTable === undefined) continue
        const below = { rows: inside[column.id] ?? [], value: known[column.id], typed: inTable }
        const row = bridge.toField(by.seen(type, known))
        const table = withComputed(column.inner, below, scope, by, here, row)
        own[column.id] = table.typed
        optional.push(...table.optional)
        if (table.value !== undefined) known[column.id] = table.value
        continue
      }
      delete own[column.id]
      if (!by.canRead(column.program, [...path, id])) continue
      const value = column.bridge.fromCel(
        column.program.evaluate(scopeOfRow(scope, bridge.toField(by.seen(type, known)), outer)),
      )
      const cell = value === undefined ? undefined : column.typed(value)
      if (value === undefined || cell === undefined) continue
      known[column.id] = value
      own[column.id] = cell
    }
    if (Object.keys(own).length > 0) made[id] = own
    values.set(id, known)
  }
  const whole = isList(value) ? [...values.values()] : Object.fromEntries(values)
  return { typed: made, value: whole, hidden, optional }
}

/** The computed cells by the names of their fields: «areas.r1.cost» → as it is written. */
export function computedFields(
  { columns }: ComputedColumns,
  typed: Json | undefined,
  name: string,
): readonly (readonly [string, string])[] {
  if (!isObject(typed)) return []
  return Object.entries(typed).flatMap(([id, row]) =>
    columns.flatMap((column) => {
      const cell = isObject(row) ? row[column.id] : undefined
      const field = `${name}.${id}.${column.id}`
      if ('inner' in column) return computedFields(column.inner, cell, field)
      if ('asked' in column) return []
      return [[field, typeof cell === 'string' ? cell : ''] as const]
    }),
  )
}
