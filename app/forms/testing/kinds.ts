import { z } from 'zod'
import { identifier, localText } from '../definition'
import { isObject, type Json, member } from '../json'
import type { FormKind, FormKinds, Posted, TableRow } from '../kind-port'
import type { ValueType } from '../value-type'

// Small kinds of the tests' own: the form language must not know the real ones.

const none = z.strictObject({})
const textOf = (posted: Posted): string | undefined =>
  posted === undefined || posted === null || String(posted).trim() === '' ? undefined : String(posted)

const scalar = (
  name: string,
  type: ValueType,
  schema: z.ZodType<Json>,
  show: (value: Json) => string = String,
): FormKind => ({
  name,
  options: none,
  type: () => type,
  read: (posted) => textOf(posted),
  schema: () => schema,
  partial: () => undefined,
  missing: () => 'Fill this in.',
  merge: 'question',
  rows: () => [],
  nameOf: () => '',
  display: (_question, value) => ({ type: 'text', text: show(value) }),
})

const whole = z
  .string()
  .regex(/^-?\d{1,9}$/, 'Write a whole number.')
  .transform(Number)

/** What z.ZodType says of a Typed is that it is JSON; what the schema reads is text. */
const fromText = (schema: z.ZodType<Json, string>): z.ZodType<Json> => z.json().pipe(z.string().pipe(schema))

const word = scalar('word', { type: 'string' }, fromText(z.string().transform((text) => text.trim())))
const number = scalar('number', { type: 'int' }, fromText(whole))
const date = scalar('date', { type: 'date' }, fromText(z.iso.date('Write a date.')))
const hundredths = scalar(
  'hundredths',
  { type: 'decimal', scale: 2 },
  fromText(
    z
      .string()
      .regex(/^\d+(?:[.,]\d{1,2})?$/, 'Write at most two decimals.')
      .transform((text) => Number(text.replace(',', '.')).toFixed(2)),
  ),
  (value) => String(value).replace('.', ','),
)
const flag = scalar(
  'flag',
  { type: 'bool' },
  fromText(
    z.enum(['yes', 'no', 'true', 'false'], 'Choose yes or no.').transform((text) => text === 'yes' || text === 'true'),
  ),
)

/** Counts the schemas that it makes, and asks for a live text already then. */
export const made = { labelled: 0, word: 0 }
const labelled: FormKind = {
  ...word,
  name: 'labelled',
  options: z.strictObject({ label: localText }),
  schema: (question, context) => {
    made.labelled += 1
    const label = localText.parse(member(z.json().parse(question.options), 'label'))
    const refusal = `Write ${context.text(label)} or longer.`
    return fromText(z.string().refine((text) => text.length > 3, refusal))
  },
}
const counted: FormKind = {
  ...word,
  name: 'word',
  schema: (question, context) => {
    made.word += 1
    return word.schema(question, context)
  },
}

/** What explanations are read as. */
const text: FormKind = {
  ...word,
  name: 'text',
  options: z.strictObject({ multiline: z.boolean(), maxLength: z.int() }),
  schema: () =>
    fromText(
      z
        .string()
        .refine((words) => !/\p{Cc}/u.test(words), 'Odd.')
        .transform((words) => words.trim()),
    ),
}

const gridOptions = z.strictObject({ rows: z.array(identifier), columns: z.array(identifier) })

/** Rows and columns of whole numbers; every cell must be filled in. */
const grid: FormKind = {
  name: 'grid',
  options: gridOptions,
  type: (options) => {
    const { rows, columns } = gridOptions.parse(options)
    const row: ValueType = {
      type: 'object',
      fields: Object.fromEntries(columns.map((column) => [column, { type: 'int' as const }])),
    }
    return { type: 'object', fields: Object.fromEntries(rows.map((id) => [id, row])) }
  },
  read: (posted, question) => {
    const { rows, columns } = gridOptions.parse(question.options)
    const json = z.json().safeParse(posted).data
    const typed: Record<string, Json> = {}
    for (const row of rows) {
      const cells = columns.flatMap((column) => {
        const cell = member(member(json, row), column)
        return cell === undefined || cell === null || cell === '' ? [] : [[column, String(cell)] as const]
      })
      if (cells.length > 0) typed[row] = Object.fromEntries(cells)
    }
    return Object.keys(typed).length === 0 ? undefined : typed
  },
  schema: (question) => {
    const { rows, columns } = gridOptions.parse(question.options)
    return z.json().transform((typed, context) => {
      const value: Record<string, Record<string, Json>> = {}
      for (const row of rows) {
        for (const column of columns) {
          const cell = member(member(typed, row), column)
          const read = whole.safeParse(cell)
          if (read.success) value[row] = { ...value[row], [column]: read.data }
          else if (cell === undefined) {
            context.addIssue({
              code: 'custom',
              path: [row, column],
              message: 'Fill this in.',
              params: { missing: true },
            })
          } else context.addIssue({ code: 'custom', path: [row, column], message: 'Write a whole number.' })
        }
      }
      return value
    })
  },
  partial: (_question, typed) => {
    if (!isObject(typed)) return undefined
    const rows = Object.entries(typed).map(([row, cells]) => [
      row,
      Object.fromEntries(
        Object.entries(isObject(cells) ? cells : {}).flatMap(([column, cell]) => {
          const read = whole.safeParse(cell)
          return read.success ? [[column, read.data]] : []
        }),
      ),
    ])
    return Object.fromEntries(rows)
  },
  missing: () => 'Fill in the table.',
  merge: 'cell',
  rows: () => [],
  nameOf: (_question, path) => path.join(', '),
  display: () => ({ type: 'empty' }),
}

/** Names, one a line. */
const names: FormKind = {
  name: 'names',
  options: none,
  type: () => ({ type: 'list', of: { type: 'string' } }),
  read: (posted) => (Array.isArray(posted) && posted.length > 0 ? posted.map(String) : undefined),
  schema: () => z.json().pipe(z.array(z.string())),
  partial: () => undefined,
  missing: () => 'Give at least one.',
  merge: 'append',
  rows: () => [],
  nameOf: () => '',
  display: (_question, value) => ({ type: 'lines', lines: z.array(z.string()).parse(value) }),
}

/** Yes or no per row. */
const rows: FormKind = {
  ...grid,
  name: 'rows',
  options: z.strictObject({ rows: z.array(z.string()) }),
  type: (options) => ({
    type: 'object',
    fields: Object.fromEntries(
      z
        .object({ rows: z.array(z.string()) })
        .parse(options)
        .rows.map((row) => [row, { type: 'bool' as const }]),
    ),
  }),
  read: (posted) => z.record(z.string(), z.json()).safeParse(posted).data,
  schema: () => z.json().pipe(z.record(z.string(), z.boolean('Choose yes or no.'))),
  merge: 'row',
}

const linesOptions = z.strictObject({ words: z.array(z.string()), numbers: z.array(z.string()) })

/** Rows that come and go, of words and whole numbers; inside «parts», more of them. */
const lines: FormKind = {
  ...grid,
  name: 'lines',
  options: linesOptions,
  type: (options) => {
    const { words, numbers } = linesOptions.parse(options)
    const own: Record<string, ValueType> = Object.fromEntries([
      ...words.map((id) => [id, { type: 'string' }] as const),
      ...numbers.map((id) => [id, { type: 'int' }] as const),
    ])
    const parts: ValueType = { type: 'list', of: { type: 'object', fields: own } }
    return { type: 'list', of: { type: 'object', fields: { ...own, parts } } }
  },
  read: (posted) => z.record(z.string(), z.json()).safeParse(posted).data,
  schema: (question) =>
    z.json().transform((typed, context) => {
      const { numbers } = linesOptions.parse(question.options)
      return rowsOf(typed, numbers, (path) =>
        context.addIssue({ code: 'custom', path, message: 'Write a whole number.' }),
      )
    }),
  partial: (question, typed) => rowsOf(typed, linesOptions.parse(question.options).numbers, () => {}),
  merge: 'rows',
  rows: (_question, typed) => addedRows(typed),
  nameOf: (_question, [row, ...path], typed) =>
    [`Row ${Object.keys(isObject(typed) ? typed : {}).indexOf(row ?? '') + 1}`, ...path].join(', '),
}

const addedRows = (typed: Json | undefined): readonly TableRow[] =>
  Object.entries(isObject(typed) ? typed : {}).map(([id, row]) => ({
    id,
    inside: { parts: addedRows(member(row, 'parts')) },
  }))

function rowsOf(typed: Json, numbers: readonly string[], refuse: (path: string[]) => void): readonly Json[] {
  return Object.entries(isObject(typed) ? typed : {}).map(([id, row]) =>
    Object.fromEntries(
      Object.entries(isObject(row) ? row : {}).flatMap(([column, cell]): [string, Json][] => {
        if (column === 'parts') return [[column, rowsOf(cell, numbers, (path) => refuse([id, column, ...path]))]]
        const read = numbers.includes(column) ? whole.safeParse(cell) : { success: true as const, data: cell }
        if (!read.success) refuse([id, column])
        return read.success ? [[column, read.data]] : []
      }),
    ),
  )
}

const optionsOf = z.strictObject({ of: z.array(z.string()) })
const option: FormKind = {
  ...word,
  name: 'option',
  options: optionsOf,
  type: (options) => ({ type: 'string', oneOf: optionsOf.parse(options).of }),
}
const options: FormKind = {
  ...names,
  name: 'options',
  options: optionsOf,
  type: (options) => ({
    type: 'object',
    fields: { chosen: { type: 'list', of: { type: 'string', oneOf: optionsOf.parse(options).of } } },
  }),
}

const all = new Map(
  [counted, labelled, number, date, hundredths, flag, grid, names, rows, lines, option, options, text].map((kind) => [
    kind.name,
    kind,
  ]),
)

export const kinds: FormKinds = Object.assign((name: string) => all.get(name), { names: () => [...all.keys()] })
