import fc from 'fast-check'
import type { FormSource } from '~/forms/definition'
import type { LocalText } from '~/forms/text'
import type { ValueType } from '~/forms/value-type'
import { kindOf } from '../registry.server'
import { anyLocal } from './any-words'
import { samples } from './samples'

export type QuestionSource = NonNullable<FormSource['pages'][number]['questions']>[number]

/** What later questions know of an earlier one: where expressions find it, and what they see there. */
export interface Asked {
  readonly id: string
  readonly kind: string
  readonly type: ValueType
  /** A table whose rows can be chosen. */
  readonly isTable: boolean
}

/** The dice of one question: what it is to be is decided when the questions before it are known. */
export interface Dice {
  readonly sample: { readonly kind: string; readonly options: unknown }
  readonly label: LocalText
  readonly help: LocalText | undefined
  readonly group: LocalText | undefined
  readonly optional: 'yes' | 'no' | 'sometimes'
  readonly visible: boolean
  readonly computed: boolean
  readonly numbered: boolean
  readonly columns: readonly ColumnDice[]
  /** Which of the earlier questions is read, and which parts have conditions. */
  readonly pick: number
}

interface ColumnDice {
  readonly sample: { readonly kind: string; readonly options: unknown }
  readonly label: LocalText
  readonly optional: 'yes' | 'no' | 'sometimes'
  readonly visible: 'always' | 'row' | 'form'
  readonly sum: boolean
  readonly computed: boolean
  readonly pick: number
}

const all = Object.entries(samples).flatMap(([kind, each]) => each.map((options) => ({ kind, options })))
const standsInCell = (kind: string) => ['question', 'append'].includes(kindOf(kind)?.merge ?? '')
const inCells = all.filter(({ kind }) => standsInCell(kind))
const nested = {
  kind: 'table',
  options: { columns: [{ id: 'inner', kind: 'text', label: { sv: 'Inre', en: 'Inner' } }] },
}

const optional = fc.constantFrom('yes', 'no', 'no', 'sometimes')
const columnDice: fc.Arbitrary<ColumnDice> = fc.record({
  sample: fc.constantFrom(...inCells, nested),
  label: anyLocal,
  optional,
  visible: fc.constantFrom('always', 'always', 'row', 'form'),
  sum: fc.boolean(),
  computed: fc.boolean(),
  pick: fc.nat(1000),
})

// Every kind as often as any other, however many samples it has.
const sample = fc
  .constantFrom(...Object.keys(samples))
  .chain((kind) => fc.constantFrom(...all.filter((each) => each.kind === kind)))

export const anyDice: fc.Arbitrary<Dice> = fc.record({
  sample: fc.oneof(
    { weight: 3, arbitrary: sample },
    { weight: 1, arbitrary: sample.filter(({ kind }) => kind === 'table') },
  ),
  label: anyLocal,
  help: fc.option(anyLocal, { nil: undefined }),
  group: fc.option(anyLocal, { nil: undefined, freq: 1 }),
  optional,
  visible: fc.boolean(),
  computed: fc.integer({ min: 0, max: 3 }).map((face) => face === 0),
  numbered: fc.boolean(),
  columns: fc.array(columnDice, { maxLength: 7 }),
  pick: fc.nat(1000),
})

const picked = <Item>(items: readonly Item[], pick: number): Item | undefined => items[pick % Math.max(items.length, 1)]

/** A condition over something of that type. */
export function conditionOn(path: string, type: ValueType, pick: number): string {
  switch (type.type) {
    case 'bool':
      return `${path}.orValue(${pick % 2 === 0})`
    case 'int':
    case 'decimal':
      return `${path}.orValue(0) < ${pick}`
    case 'date':
      return `${path}.orValue('') < '2021-06-01'`
    case 'string':
      return type.oneOf ? `${path}.orValue('') != '${picked(type.oneOf, pick) ?? ''}'` : `${path}.hasValue()`
    case 'chosen':
      return `!${path}.rowId.hasValue()`
    case 'list':
      return `${path}.size() < ${pick % 4}`
    case 'object': {
      if (type.rows) return `${path}.rows.size() != ${pick % 3}`
      const field = picked(Object.entries(type.fields), pick)
      return field ? conditionOn(`${path}.${field[0]}`, field[1], pick) : 'true'
    }
  }
}

const conditionIn = (asked: readonly Asked[], pick: number): string => {
  const read = picked(asked, pick)
  return read ? conditionOn(`a.${read.id}`, read.type, pick) : `round.year > ${2000 + (pick % 40)}`
}

/** A question that compiles after those that have been asked. */
export function questionOf(id: string, dice: Dice, asked: readonly Asked[]): { source: QuestionSource; asked: Asked } {
  const options = optionsFor(dice, asked)
  const { kind } = dice.sample
  const parsed = kindOf(kind)?.options.parse(options)
  const type = kindOf(kind)?.type(parsed) ?? { type: 'string' }
  const value = dice.computed ? expressionOf(type, asked) : undefined
  const source: QuestionSource = {
    id,
    kind,
    label: dice.label,
    options: { ...options },
    ...(dice.help && { help: dice.help }),
    ...(dice.group && { group: dice.group }),
    ...(dice.numbered && { number: `${dice.pick % 20}a` }),
    ...(dice.visible && { visible: conditionIn(asked, dice.pick) }),
    ...(dice.optional !== 'no' && { optional: dice.optional === 'yes' || conditionIn(asked, dice.pick + 1) }),
    ...(value !== undefined && { value }),
  }
  return { source, asked: { id, kind, type, isTable: kind === 'table' } }
}

function optionsFor(dice: Dice, asked: readonly Asked[]): Record<string, unknown> {
  const { kind, options } = dice.sample
  const own: Record<string, unknown> = { ...Object(options) }
  const when = (place: number) =>
    (dice.pick >> place) % 3 === 0 ? { visible: conditionIn(asked, dice.pick + place) } : {}
  const conditional = (items: unknown): unknown[] =>
    Array.isArray(items) ? items.map((item: object, place) => ({ ...item, ...when(place) })) : []
  if (kind === 'row-choice') return { ...own, of: tablesOf(asked, dice.pick) }
  if (kind === 'table') return tableOptions(own, dice, asked, conditional)
  if (kind === 'choice' || kind === 'choices') return { ...own, options: conditional(own.options) }
  if (kind === 'yes-no-list' || kind === 'scale-matrix') return { ...own, rows: conditional(own.rows) }
  if (kind === 'count-table') return { ...own, rows: conditional(own.rows), columns: conditional(own.columns) }
  return own
}

/** Earlier tables; `canChoose` says whether there are any. */
function tablesOf(asked: readonly Asked[], pick: number): string[] {
  const tables = asked.filter(({ isTable }) => isTable).map(({ id }) => id)
  const first = picked(tables, pick)
  const second = picked(tables, pick + 1)
  return [...new Set([first, second].filter((id) => id !== undefined))]
}

export const canChoose = (asked: readonly Asked[]): boolean => asked.some(({ isTable }) => isTable)

/** With columns of all kinds beside those of the sample. */
function tableOptions(
  own: Record<string, unknown>,
  dice: Dice,
  asked: readonly Asked[],
  conditional: (items: unknown) => unknown[],
): Record<string, unknown> {
  const columns: Record<string, unknown>[] = []
  const types: { id: string; type: ValueType; computed: boolean }[] = []
  for (const [place, dealt] of dice.columns.entries()) {
    // A row of which nothing is there but what is computed cannot be told from none.
    const each = columns.length > 0 ? dealt : { ...dealt, visible: 'always', optional: 'no', computed: false }
    const { kind } = each.sample
    if (kind === 'row-choice' && !canChoose(asked)) continue
    // A table in the rows is a level of its own; one is enough.
    if (kind === 'table' && columns.some((column) => column.kind === 'table')) continue
    const id = `c${place}`
    const options: Record<string, unknown> = { ...Object(each.sample.options) }
    if (kind === 'row-choice') options.of = tablesOf(asked, each.pick)
    const type = kindOf(kind)?.type(kindOf(kind)?.options.parse(options)) ?? { type: 'string' }
    const left = picked(types, each.pick)
    const ints = types.filter((column) => column.type.type === 'int')
    const isNumber = type.type === 'int' || type.type === 'decimal'
    const bare = Object.fromEntries(
      Object.entries(options).filter(
        ([name]) => !['min', 'max', 'above', 'maxLength', 'maxWords', 'pattern'].includes(name),
      ),
    )
    const computed =
      each.computed && isNumber
        ? `sum([${ints.map((column) => `row.${column.id}`).join(', ')}${ints.length > 0 ? '' : '0'}])`
        : undefined
    const onRow = left ? conditionOn(`row.${left.id}`, left.type, each.pick) : 'true'
    columns.push({
      id,
      kind,
      label: each.label,
      options: computed === undefined ? options : bare,
      ...(computed !== undefined && { value: computed }),
      ...(isNumber && each.sum && { sum: true }),
      ...(type.type === 'string' && !type.oneOf && each.sum && { suggest: true }),
      ...(each.visible === 'form' && { visible: conditionIn(asked, each.pick) }),
      ...(each.visible === 'row' && left && { visible: onRow }),
      ...(each.optional === 'yes' && { optional: true }),
      ...(each.optional === 'sometimes' && computed === undefined && { optional: onRow }),
    })
    types.push({ id, type, computed: computed !== undefined })
  }
  const rows = own.fixedRows === undefined ? {} : { fixedRows: conditional(own.fixedRows) }
  // Now and then the sample's own columns.
  return columns.length === 0 ? { ...own, ...rows } : { ...own, ...rows, columns }
}

/** An expression of the type, over what has been asked; undefined where none is at hand. */
function expressionOf(type: ValueType, asked: readonly Asked[]): string | undefined {
  const same = asked.filter((each) => JSON.stringify(each.type) === JSON.stringify(type)).at(-1)
  if (same && type.type !== 'list' && type.type !== 'object') return `a.${same.id}`
  const numbers = asked.filter((each) => each.type.type === 'int' || each.type.type === 'decimal')
  if (type.type === 'int' || type.type === 'decimal') {
    return `sum([${numbers.map(({ id }) => `a.${id}`).join(', ')}${numbers.length > 0 ? '' : '7'}])`
  }
  return type.type === 'string' && !type.oneOf ? "'räknat'" : undefined
}
