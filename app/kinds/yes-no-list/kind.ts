import { z } from 'zod'
import { localText } from '~/forms/definition'
import type { Context, FieldKind } from '../contract'
import { rowPlaces } from '../places'
import { accepted, codecOf, type Refusal } from '../reading'
import { type RowsTyped, readRows, rowsOf, rowsTable, unreadRows } from '../rows'
import { givenRows, truthChoices } from '../sheet'
import { truthOf, truthText } from '../truth'
import { conditionalRow, uniqueIds } from '../unique'
import { messages } from './messages'

/** `atLeastOne`: what is said when every row is no; without it that is a possible answer. */
const options = z.strictObject({ rows: uniqueIds(conditionalRow), atLeastOne: localText.optional() })
export type YesNoListOptions = z.output<typeof options>
export type YesNoListValue = { readonly [row: string]: boolean }

const answersOf = ({ rows }: YesNoListOptions, typed: RowsTyped): YesNoListValue | undefined =>
  rowsOf(rows, (id) => {
    const text = typed[id]
    return text === undefined ? undefined : truthOf(text)
  })

const shown = (value: boolean, { language }: Context) => messages[language][value ? 'yes' : 'no']

const columnOf = ({ language }: Context) => ({
  corner: messages[language].row,
  heading: messages[language].answer,
  numeric: false,
})

/** Yes or no in each row. */
export const yesNoList: FieldKind<YesNoListOptions, RowsTyped, YesNoListValue> = {
  name: 'yes-no-list',
  options,
  type: ({ rows }) => ({ type: 'object', fields: Object.fromEntries(rows.map(({ id }) => [id, { type: 'bool' }])) }),
  read: (posted, { options }) => readRows(posted, options.rows),
  schema: ({ options }, { language, text }) =>
    codecOf<RowsTyped, YesNoListValue>(z.record(z.string(), z.string()), z.record(z.string(), z.boolean()), {
      decode(typed) {
        const refusals: Refusal[] = unreadRows(options.rows, typed, truthOf, ({ label }) =>
          messages[language].missingRow(text(label)),
        )
        const value = answersOf(options, typed) ?? {}
        const [first] = options.rows
        if (refusals.length === 0 && first && options.atLeastOne && !Object.values(value).includes(true)) {
          refusals.push({ message: text(options.atLeastOne), path: [first.id], missing: false })
        }
        return refusals.length > 0 ? { refusals } : accepted(value)
      },
      encode: (value) => Object.fromEntries(Object.entries(value).map(([row, answer]) => [row, truthText(answer)])),
    }),
  partial: ({ options }, typed) => answersOf(options, typed),
  missing: (_question, { language }) => messages[language].missing,
  merge: 'row',
  ...rowPlaces,
  display: ({ options }, value, context) =>
    rowsTable(options.rows, columnOf(context), context, (id) => {
      const answer = value[id]
      return answer === undefined ? '' : shown(answer, context)
    }),
  displayTyped: ({ options }, typed, context) =>
    rowsTable(options.rows, columnOf(context), context, (id) => {
      const text = typed[id] ?? ''
      const answer = truthOf(text)
      return answer === undefined ? text : shown(answer, context)
    }),
  suggestions: () => [],
  blank: ({ options }, { language, text }) => ({
    type: 'table',
    corner: messages[language].row,
    columns: [messages[language].yes, messages[language].no],
    rows: options.rows.map(({ label }) => text(label)),
    tick: true,
  }),
  sheet: ({ options }, { language, text }) => {
    const says = messages[language]
    return givenRows(
      options.rows.map(({ id, label }) => ({ id, label: text(label) })),
      says.row,
      [{ path: [], level: 0, label: says.answer, type: 'choice', choices: truthChoices(says.yes, says.no) }],
    )
  },
  columns: ({ options }, { text }) =>
    options.rows.map(({ id, label }) => ({
      id,
      label: text(label),
      type: 'boolean',
      of: (value) => value[id] ?? null,
    })),
  example: ({ options }) => Object.fromEntries(options.rows.map(({ id }, place) => [id, place === 0])),
  fields: (_question, typed) =>
    Object.entries(typed).map(([row, text]) => {
      const answer = truthOf(text)
      return [row, answer === undefined ? text : truthText(answer)]
    }),
}
