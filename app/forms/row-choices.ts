import { z } from 'zod'
import type { CompiledQuestion } from './compiled-form'
import { localText, type Page, type Question } from './definition'
import { isList, isObject, type Json, member } from './json'
import type { Context } from './kind-port'
import { didYouMean } from './nearest'
import type { Report } from './problems'
import type { LocalText } from './text'
import { rowType, type ValueType } from './value-type'

// Which row of a table is chosen: typed as «plan.n1f4», the row's own id; kept as its table and its place there, since
// a record lists rows without ids, with what the row was called.

/** A row that can be chosen now. */
export interface ChoosableRow {
  /** As it is typed: «plan.n1f4» */
  readonly id: string
  /** Its place in the record: «r2», or the id of a row that the form gives. */
  readonly place: string
  /** «Satsning 2: Fältarbete», in the language of the reader. */
  readonly label: string
  /** What stands in it, whatever the language; '' where there is nothing. */
  readonly words: string
}

/** A table that rows are chosen from. */
export interface ChoosableTable {
  readonly id: string
  readonly label: LocalText
  readonly rowLabel?: LocalText | undefined
  readonly fixedRows?: readonly { readonly id: string; readonly label: LocalText }[] | undefined
}

type Known = Pick<CompiledQuestion, 'question' | 'kind' | 'type' | 'page' | 'tables'>
type Tables = ReadonlyMap<string, Pick<Known, 'question' | 'type'>>

/** The tables that a type chooses rows from, wherever in it. */
export function tablesOf(type: ValueType): readonly string[] {
  if (type.type === 'chosen') return type.of
  if (type.type === 'list') return tablesOf(type.of)
  return type.type === 'object' ? Object.values(type.fields).flatMap(tablesOf) : []
}

/**
 * The type with what is known of the rows that are chosen: the cells that all their tables have alike, and «rowId»,
 * which tells one row from another.
 */
function withChosenRows(type: ValueType, tables: Tables): ValueType {
  if (type.type === 'list') return { ...type, of: withChosenRows(type.of, tables) }
  if (type.type === 'object') {
    const fields = Object.entries(type.fields).map(([id, field]) => [id, withChosenRows(field, tables)] as const)
    return { ...type, fields: Object.fromEntries(fields) }
  }
  if (type.type !== 'chosen') return type
  const rows = type.of.flatMap((id) => rowType(tables.get(id)?.type) ?? [])
  const [first, ...others] = rows
  const shared = Object.entries(first?.fields ?? {}).filter(
    ([id, field]) =>
      field.type !== 'object' &&
      field.type !== 'list' &&
      others.every(({ fields }) => JSON.stringify(fields[id]) === JSON.stringify(field)),
  )
  return { type: 'object', fields: { ...Object.fromEntries(shared), rowId: { type: 'string' } }, chosen: true }
}

/** Where options choose rows: those of the question itself, or of its columns. */
function withEach(options: Question['options'], change: (options: object, column: string) => object): object {
  const { columns } = options
  if (!Array.isArray(columns)) return change(options, '')
  return {
    ...options,
    columns: columns.map((column: unknown) =>
      isColumn(column) ? { ...column, options: change(column.options, column.id) } : column,
    ),
  }
}

const isColumn = (
  column: unknown,
): column is { readonly id: string; readonly kind: string; readonly options: object } =>
  typeof column === 'object' &&
  column !== null &&
  'kind' in column &&
  column.kind === 'row-choice' &&
  'id' in column &&
  typeof column.id === 'string' &&
  'options' in column &&
  typeof column.options === 'object'

/** The question with what is to be known of the tables that it chooses from. */
function knowingTables(question: Question, tables: Tables): Question {
  const known = (id: string): ChoosableTable[] => {
    const table = tables.get(id)?.question
    return table ? [{ ...namesOf(table.options), id, label: table.label }] : []
  }
  const change = (options: object) => ({ ...options, tables: ofOptions(options).flatMap(known) })
  return { ...question, options: { ...withEach(question.options, change) } }
}

const naming = z.object({
  rowLabel: localText.optional(),
  fixedRows: z.array(z.object({ id: z.string(), label: localText })).optional(),
})

/** What names the rows of a table: its columns and their conditions are none of the question's that chooses among them. */
const namesOf = (options: Question['options']) => naming.safeParse(options).data

/** The question with the rows that can be chosen now. */
export function offeringRows(
  question: Question,
  rowsOf: (table: string) => readonly ChoosableRow[],
  { text }: Pick<Context, 'text'>,
): Question {
  const change = (options: object) => {
    const tables = 'tables' in options && Array.isArray(options.tables) ? options.tables.filter(isChoosable) : []
    const rows = tables.flatMap((table) => {
      // Where several tables are chosen from, the row says which it stands in.
      const from = tables.length > 1 ? `${text(table.label)}, ` : ''
      return rowsOf(table.id).map((row) => ({ ...row, label: `${from}${row.label}` }))
    })
    return { ...options, rows }
  }
  return { ...question, options: { ...withEach(question.options, change) } }
}

const isChoosable = (table: unknown): table is ChoosableTable =>
  typeof table === 'object' && table !== null && 'id' in table && 'label' in table

/** The rows that `offered` can choose, for the same question before anything was left out of it. */
export function withRowsOf(options: Question['options'], offered: Question['options']): object {
  const rows = (from: unknown): unknown =>
    typeof from === 'object' && from !== null ? Reflect.get(from, 'rows') : undefined
  const columns: unknown[] = Array.isArray(offered.columns) ? offered.columns : []
  const same = (id: string) => columns.filter(isColumn).find((column) => column.id === id)?.options
  return withEach(options, (each, column) => ({ ...each, rows: rows(column === '' ? offered : same(column)) }))
}

const ofOptions = (options: object): readonly string[] =>
  'of' in options && Array.isArray(options.of) ? options.of.filter((id) => typeof id === 'string') : []

/** Lets the questions that choose rows know the tables that they choose from. */
export function withRowChoices(
  known: ReadonlyMap<string, Known>,
  broken: ReadonlySet<string>,
  pages: readonly Page[],
  report: Report,
): { readonly known: ReadonlyMap<string, Known>; readonly pages: readonly Page[] } {
  if ([...known.values()].every(({ tables }) => tables.length === 0)) return { known, pages }
  const placeOf = new Map(pages.map(({ id }, place) => [id, place]))
  const types = new Map<string, ValueType>()
  const questions = new Map<string, Question>()
  for (const [id, { question, type, tables, page }] of known) {
    if (tables.length === 0) continue
    const place = `pages.${page.id}.questions.${id}.options`
    if (tables.includes(id)) report(place, 'A table cannot choose among its own rows.')
    for (const table of tables) {
      const chosenFrom = known.get(table)
      const isTable = chosenFrom?.question.kind === 'table'
      if (!isTable && !broken.has(table)) {
        const all = [...known].flatMap(([id, { question }]) => (question.kind === 'table' ? [id] : []))
        report(place, `There is no table «${table}» whose rows could be chosen.${didYouMean(table, all)}`)
      }
      // What can be chosen is what has been saved: on the same page it would not be there until the page is loaded again.
      if (isTable && table !== id && (placeOf.get(chosenFrom.page.id) ?? 0) >= (placeOf.get(page.id) ?? 0))
        report(
          place,
          `Rows of «${table}» can be chosen on a later page only: move this question, or the table.`,
          'publishing',
        )
    }
    types.set(id, withChosenRows(type, known))
    questions.set(id, knowingTables(question, known))
  }
  const whole = pages.map((page) => ({
    ...page,
    questions: page.questions.map((question) => questions.get(question.id) ?? question),
  }))
  const pageOf = new Map(whole.map((page) => [page.id, page]))
  const all = [...known].map(
    ([id, each]) =>
      [
        id,
        {
          ...each,
          type: types.get(id) ?? each.type,
          question: questions.get(id) ?? each.question,
          page: pageOf.get(each.page.id) ?? each.page,
        },
      ] as const,
  )
  return { known: new Map(all), pages: whole }
}

/** An answer as expressions see it: in place of each chosen row, what stands in it. */
export function seeingRows(
  type: ValueType,
  json: Json | undefined,
  answerTo: (table: string) => Json | undefined,
): Json | undefined {
  if (json === undefined || !hasChosen(type)) return json
  if (type.type === 'list') return isList(json) ? json.map((each) => seeingRows(type.of, each, answerTo) ?? null) : json
  if (type.type !== 'object' || !isObject(json)) return json
  if (!type.chosen) {
    const fields = Object.entries(json).flatMap(([id, part]) => {
      const field = type.fields[id]
      const seen = field ? seeingRows(field, part, answerTo) : part
      return seen === undefined ? [] : [[id, seen] as const]
    })
    return Object.fromEntries(fields)
  }
  const { table, row } = json
  if (typeof table !== 'string' || typeof row !== 'string') return {}
  const rows = answerTo(table)
  const found = isList(rows) ? rows[Number(row.slice(1)) - 1] : member(rows, row)
  return { ...(isObject(found) ? found : {}), rowId: `${table}.${row}` }
}

const hasChosen = (type: ValueType): boolean =>
  type.type === 'list'
    ? hasChosen(type.of)
    : type.type === 'object' && (type.chosen === true || Object.values(type.fields).some(hasChosen))
