import { z } from 'zod'
import { expression, identifier, localText } from '~/forms/definition'
import { didYouMean } from '~/forms/nearest'
import { inWords } from '~/forms/schema-words'
import type { ValueType } from '~/forms/value-type'
import type { AnyKind, KindLookup } from '../contract'
import { partVisible, uniqueIds } from '../unique'
import { cellQuestion, type Figures, innerOf, type TableColumn, type TableOptions } from './columns'

/** A column as a form says it: a question that each row asks. */
const columnSource = z
  .strictObject({
    id: identifier.describe('What expressions and records call the cell.'),
    kind: z.string().describe('The kind of question that each row asks: text, money, choice …'),
    label: localText,
    visible: partVisible,
    value: expression
      .optional()
      .describe('Computed in each row, from «row», «outer» and all other words; never typed.'),
    help: localText.optional().describe('Stands under the heading.'),
    optional: z
      .union([z.boolean(), expression])
      .default(false)
      .describe('A row need not have it: never, or while a condition holds, which may read «row».'),
    sum: z.boolean().default(false).describe('Numbers: shows the sum of the column.'),
    suggest: z.boolean().default(false).describe('Texts: suggests what other rows have in the column.'),
    options: z.record(z.string(), z.unknown()).default({}),
  })
  .meta({ id: 'column', description: 'A column of a table.' })

const fixedRow = z.strictObject({
  id: identifier,
  label: localText,
  help: localText.optional(),
  visible: partVisible,
  memo: z.boolean().default(false).describe('Stands below the sum and is not part of it.'),
  subtotal: z.boolean().default(false).describe('Asks nothing: shows the sum of the rows since the last one.'),
})

const source = z.strictObject({
  columns: uniqueIds(columnSource),
  rowLabel: localText.optional().describe('What one row is called: Activity.'),
  minRows: z.int().min(1).max(2000).default(1),
  maxRows: z.int().min(1).max(2000).default(200),
  fixedRows: uniqueIds(fixedRow).optional().describe('The rows, where officers add none themselves.'),
  corner: localText.optional().describe('The heading over the labels of fixed rows.'),
  sumLabel: localText.optional().describe('What the sum is called; «Summa» where left out.'),
})

type Source = z.output<typeof source>
type ReportAt = (message: string, ...path: PropertyKey[]) => void

/** The options of tables whose columns are of the kinds that are handed in. */
export function tableOptions(kinds: KindLookup): z.ZodType<TableOptions> {
  return source.transform((table, context): TableOptions => {
    const report: ReportAt = (message, ...path) => context.issues.push({ code: 'custom', message, path, input: table })
    refuseOddRows(table, report)
    const columns = table.columns.map((column, place) =>
      columnOf(column, kinds, (message, ...path) => report(message, 'columns', place, ...path)),
    )
    return { ...table, columns }
  })
}

function refuseOddRows({ fixedRows, minRows, maxRows, corner }: Source, report: ReportAt): void {
  if (minRows > maxRows) report('There must be room for as many rows as are asked for.', 'minRows')
  if (!fixedRows) {
    if (corner) report('Only fixed rows have a heading over their labels.', 'corner')
    return
  }
  for (const [place, { id, memo, subtotal }] of fixedRows.entries()) {
    if (id === 'rows') report('«rows» is what expressions call all rows together.', 'fixedRows', place, 'id')
    if (memo && subtotal) report('A row is either memo or subtotal.', 'fixedRows', place)
  }
  if (fixedRows.every(({ subtotal }) => subtotal)) report('There must be a row to fill in.', 'fixedRows')
}

function columnOf(source: Source['columns'][number], kinds: KindLookup, report: ReportAt): TableColumn {
  const { optional: when, ...others } = source
  const optionalWhen = typeof when === 'string' ? { optionalWhen: when } : {}
  const plain = {
    ...others,
    ...optionalWhen,
    optional: when === true,
    sum: undefined,
    numeric: false,
    nested: false,
    files: false,
    tall: false,
  }
  const kind = kinds(source.kind)
  if (!kind) {
    report(`There is no kind of question called «${source.kind}».${didYouMean(source.kind, kinds.names())}`, 'kind')
    return plain
  }
  const parsed = kind.options.safeParse(source.options, { error: inWords })
  for (const { message, path } of parsed.error?.issues ?? []) report(message, 'options', ...path)
  if (!parsed.success) return plain
  const limits = source.value === undefined ? {} : withoutLimits(kind.type(parsed.data))
  const column = {
    ...plain,
    options: { ...Object(parsed.data), ...limits },
    nested: kind.merge === 'rows',
    files: kind.merge === 'append',
  }
  const problem = unfit(kind, column)
  if (problem) report(problem, 'kind')
  const figures = figuresOf(kind, column)
  if (source.sum && !figures) report('Only numbers can be summed.', 'sum')
  if (source.suggest && kind.type(column.options).type !== 'string') report('Only texts can be suggested.', 'suggest')
  if (source.value !== undefined && !canBeComputed(kind.type(column.options))) {
    report('Only numbers and texts are computed in a cell.', 'value')
  }
  const limit = ['min', 'max', 'above', 'maxLength', 'maxWords', 'pattern'].find((name) => name in source.options)
  if (source.value !== undefined && limit) {
    report('Nobody can type another value. Say what must hold as a check with «rows».', 'options', limit)
  }
  if (source.value !== undefined && source.suggest) report('What is computed needs no suggestions.', 'suggest')
  const tall = kind.type(column.options).type === 'list'
  // A computed cell that has no value is missing by no fault of the row's.
  const optional = column.optional || source.value !== undefined
  return { ...column, optional, tall, figures, numeric: figures !== undefined, sum: source.sum ? figures : undefined }
}

/** What is computed is never refused by its kind: nobody could put it right in the cell. */
const withoutLimits = (type: ValueType): object => {
  if (type.type === 'int') return { min: Number.MIN_SAFE_INTEGER }
  return type.type === 'decimal' ? { min: Number.MIN_SAFE_INTEGER / 10 ** type.scale } : {}
}

const canBeComputed = (type: ValueType): boolean =>
  type.type === 'int' || type.type === 'decimal' || (type.type === 'string' && type.oneOf === undefined)

/** Why a kind cannot stand in a column. */
function unfit(kind: AnyKind, column: TableColumn): string | undefined {
  const { merge, name } = kind
  if (merge === 'row' || merge === 'cell') return `A table cannot hold «${name}», which is one itself.`
  const inner = innerOf(column)?.columns
  if (inner?.some(({ files }) => files))
    return 'Files stand in the rows of the outer table, not in a table within them.'
  return inner?.some(({ nested }) => nested) ? 'A table within a table cannot hold a third one.' : undefined
}

function figuresOf(kind: AnyKind, column: TableColumn): Figures | undefined {
  const type = kind.type(column.options)
  if (type.type !== 'int' && type.type !== 'decimal') return undefined
  const exported = kind.columns(cellQuestion(column), { language: 'sv', register: emptyRegister, text: ({ sv }) => sv })
  return {
    scale: type.type === 'decimal' ? type.scale : 0,
    kronor: exported.some(({ type }) => type === 'money'),
    ...unitOf(column.options),
  }
}

function unitOf({ unit, currency }: TableColumn['options']): Pick<Figures, 'unit'> {
  if (typeof currency === 'string') return { unit: { sv: currency, en: currency } }
  const known = localText.safeParse(unit)
  return known.success ? { unit: known.data } : {}
}

const emptyRegister = { all: [], find: () => undefined, nearest: () => undefined }
