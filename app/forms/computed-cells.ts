import type { Question } from './definition'
import type { Program, Words } from './expression'
import { isList, isObject, type Json } from './json'
import type { FormKinds, TableRow } from './kind-port'
import type { Report } from './problems'
import { type Scope, scopeOfRow, type Vocabulary } from './scope'
import { rowType, type ValueType } from './value-type'
import type { Bridge } from './values'

/** A column whose cells are computed, or that holds a table with such columns. In the order of the table. */
type ComputedColumn =
  | {
      readonly id: string
      readonly program: Program
      readonly bridge: Bridge
      /** The typed of the column's kind for a canonical value. */
      readonly typed: (value: Json) => Json | undefined
    }
  | { readonly id: string; readonly inner: ComputedColumns }

/** The computed columns of one table. */
export interface ComputedColumns {
  readonly row: Bridge
  readonly type: ValueType
  readonly columns: readonly ComputedColumn[]
}

type CompileCell = (words: Words, source: string, bridge: Bridge, place: string) => Program | undefined

interface Column {
  readonly id: string
  readonly kind: string
  readonly value?: string
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
          .filter(hasComputed)
          .map(({ id }) => id),
      )
      const cell = row.fields[column.id]
      if (!cell) return []
      if (column.value === undefined) {
        const inner = this.#columns(column.options, cell, `${at}.options`, { row, later })
        return inner ? [{ id: column.id, inner }] : []
      }
      const bridge = this.#vocabulary.bridge(cell)
      const program = this.#compile(words, column.value, bridge, `${at}.value`)
      const kind = this.#kinds(column.kind)
      if (!program || !kind) return []
      for (const { of, path } of program.rowReads) {
        const [read = ''] = path
        const notYet = of === 'row' ? later : outer?.later
        if (notYet?.has(read)) {
          this.#report(`${at}.value`, `«${of}.${read}» is computed too: put its column before this one.`)
        }
      }
      const question = { id: column.id, kind: column.kind, label: { sv: '', en: '' }, options: column.options }
      const asked = { ...question, optional: true, locked: false }
      return [{ id: column.id, program, bridge, typed: (value) => kind.read(asPosted(value), asked) }]
    })
    return { row: this.#vocabulary.bridge(row), type: row, columns: made }
  }
}

interface Around {
  readonly row: ValueType
  /** Columns that have no value yet. */
  readonly later: ReadonlySet<string>
}

const asPosted = (value: Json) => (typeof value === 'object' ? undefined : value)

const hasComputed = ({ value, options }: Column): boolean =>
  value !== undefined || columnsOf(options).some((column) => column.value !== undefined)

function columnsOf(options: unknown): readonly Column[] {
  const columns: unknown = typeof options === 'object' && options !== null ? Reflect.get(options, 'columns') : undefined
  return Array.isArray(columns) ? columns.filter(isColumn) : []
}

const isColumn = (column: unknown): column is Column =>
  typeof column === 'object' && column !== null && 'id' in column && 'kind' in column && 'options' in column

/** Every expression of the computed columns. */
export function programsIn({ columns }: ComputedColumns): readonly { readonly program: Program }[] {
  return columns.flatMap((column) => ('inner' in column ? programsIn(column.inner) : [column]))
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
): Pick<Computable, 'typed' | 'value'> {
  if (!isObject(typed)) return { typed, value }
  const values = new Map<string, Json>()
  const made: Record<string, Json> = { ...typed }
  for (const [index, { id, inside }] of rows.entries()) {
    const before = (isList(value) ? value[index] : isObject(value) ? value[id] : undefined) ?? {}
    const known: Record<string, Json> = isObject(before) ? { ...before } : {}
    const cells = typed[id]
    const own: Record<string, Json> = isObject(cells) ? { ...cells } : {}
    for (const column of columns) {
      if ('inner' in column) {
        const inTable = own[column.id]
        if (inTable === undefined) continue
        const below = { rows: inside[column.id] ?? [], value: known[column.id], typed: inTable }
        const at = [...path, id, column.id]
        const row = bridge.toField(by.seen(type, known))
        const table = withComputed(column.inner, below, scope, by, at, row)
        own[column.id] = table.typed
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
  return { typed: made, value: isList(value) ? [...values.values()] : Object.fromEntries(values) }
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
      return [[field, typeof cell === 'string' ? cell : ''] as const]
    }),
  )
}
