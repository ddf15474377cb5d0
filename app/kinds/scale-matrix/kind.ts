import { z } from 'zod'
import type { Column, Context, FieldKind } from '../contract'
import { rowPlaces } from '../places'
import { accepted, codecOf } from '../reading'
import { type RowsTyped, readRows, rowsOf, rowsTable, unreadRows } from '../rows'
import { runsUp, scaleShape, stepSchema } from '../scale-options'
import { givenRows } from '../sheet'
import { dontKnow, type Step, stepChoices, stepLabels, stepOf, stepText } from '../steps'
import { conditionalRow, uniqueIds } from '../unique'
import { messages } from './messages'

const shape = z.strictObject({ ...scaleShape, rows: uniqueIds(conditionalRow) })
const options = shape.refine(runsUp, 'A scale runs from low to high.')
export type ScaleMatrixOptions = z.output<typeof shape>
export type ScaleMatrixValue = { readonly [row: string]: Step }

const answersOf = (options: ScaleMatrixOptions, typed: RowsTyped, context: Context): ScaleMatrixValue | undefined =>
  rowsOf(options.rows, (id) => {
    const text = typed[id]
    return text === undefined ? undefined : stepOf(text, options, context)
  })

const missingRow = (row: string, options: ScaleMatrixOptions, { language, text }: Context) => {
  const [from, to] = [String(options.from), String(options.to)]
  const says = messages[language]
  return options.dontKnow ? says.missingRowOr(row, from, to, text(options.dontKnow)) : says.missingRow(row, from, to)
}

const columnOf = ({ from, low, to, high }: ScaleMatrixOptions, { language, text }: Context) => ({
  corner: messages[language].row,
  heading: messages[language].heading(String(from), text(low), String(to), text(high)),
  numeric: true,
})

/** A step on the same scale in each row, or «don't know»; expressions see no answer for that row then. */
export const scaleMatrix: FieldKind<ScaleMatrixOptions, RowsTyped, ScaleMatrixValue> = {
  name: 'scale-matrix',
  options,
  type: ({ rows }) => ({ type: 'object', fields: Object.fromEntries(rows.map(({ id }) => [id, { type: 'int' }])) }),
  read: (posted, { options }) => readRows(posted, options.rows),
  schema: ({ options }, context) =>
    codecOf<RowsTyped, ScaleMatrixValue>(z.record(z.string(), z.string()), z.record(z.string(), stepSchema), {
      decode(typed) {
        const refusals = unreadRows(
          options.rows,
          typed,
          (text) => stepOf(text, options, context),
          ({ label }) => missingRow(context.text(label), options, context),
        )
        return refusals.length > 0 ? { refusals } : accepted(answersOf(options, typed, context) ?? {})
      },
      encode: (value) => Object.fromEntries(Object.entries(value).map(([row, step]) => [row, String(step)])),
    }),
  partial: ({ options }, typed, context) => answersOf(options, typed, context),
  missing: (_question, { language }) => messages[language].missing,
  merge: 'row',
  ...rowPlaces,
  display: ({ options }, value, context) =>
    rowsTable(options.rows, columnOf(options, context), context, (id) => {
      const step = value[id]
      return step === undefined ? '' : stepText(step, options, context)
    }),
  displayTyped: ({ options }, typed, context) =>
    rowsTable(options.rows, columnOf(options, context), context, (id) => {
      const text = typed[id] ?? ''
      const step = stepOf(text, options, context)
      return step === undefined ? text : stepText(step, options, context)
    }),
  suggestions: () => [],
  blank: ({ options }, context) => ({
    type: 'table',
    corner: messages[context.language].row,
    columns: stepLabels(options, context),
    rows: options.rows.map(({ label }) => context.text(label)),
    tick: true,
  }),
  sheet: ({ options }, context) =>
    givenRows(
      options.rows.map(({ id, label }) => ({ id, label: context.text(label) })),
      messages[context.language].row,
      [
        {
          path: [],
          level: 0,
          label: columnOf(options, context).heading,
          type: 'choice',
          choices: stepChoices(options, context),
        },
      ],
    ),
  columns: ({ options }, { text }) =>
    options.rows.flatMap(({ id, label }) => {
      const number: Column<ScaleMatrixValue> = {
        id,
        label: text(label),
        type: 'integer',
        of: (value) => (typeof value[id] === 'number' ? value[id] : null),
      }
      if (!options.dontKnow) return [number]
      const unknown: Column<ScaleMatrixValue> = {
        id: `${id}.${dontKnow}`,
        label: `${text(label)}: ${text(options.dontKnow)}`,
        type: 'boolean',
        of: (value) => (value[id] === undefined ? null : value[id] === dontKnow),
      }
      return [number, unknown]
    }),
  example: ({ options }) =>
    Object.fromEntries(
      options.rows.map(({ id }, place) => [
        id,
        options.dontKnow && place === 1 ? dontKnow : Math.min(options.from + (place % 3) + 1, options.to),
      ]),
    ),
  fields: (_question, typed) => Object.entries(typed),
}
