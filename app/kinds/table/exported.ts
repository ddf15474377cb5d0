import type { Column, Context, KindLookup } from '../contract'
import { cellQuestion, type Figures, type TableOptions } from './columns'
import { isRows, type TableValue } from './judged'
import { messages } from './messages'
import { rowsOfValue, type ShownRow } from './show'
import { sumColumns, summedRows, sumOver } from './sums'

/** Of added rows: all of them in one text, how many there are, and the sums. Of fixed rows: a column for each cell. */
export function tableColumns(
  options: TableOptions,
  label: string,
  kinds: KindLookup,
  context: Context,
): readonly Column<TableValue>[] {
  return options.fixedRows
    ? [...cellColumns(options, kinds, context), ...sumsOf(options, kinds, context)]
    : [
        {
          id: '',
          label,
          type: 'text',
          of: (value) => rowsOfValue(options, value, kinds, context).map(inWords).join('\n'),
        },
        {
          id: 'rows',
          label: `${label}: ${messages[context.language].count}`,
          type: 'integer',
          of: (value) => (isRows(value) ? value.length : Object.keys(value).length),
        },
        ...sumsOf(options, kinds, context),
      ]
}

/** «Fältarbete; 44 023 kr», and below a row what stands in the tables inside it. */
function inWords({ texts, inner }: ShownRow): string {
  const below = [...inner.values()].flat().map((row) => `– ${inWords(row)}`)
  return [[...texts.values()].filter((text) => text !== '').join('; '), ...below].join('\n')
}

function cellColumns(options: TableOptions, kinds: KindLookup, { language, text, ...rest }: Context) {
  const context = { language, text, ...rest }
  return (options.fixedRows ?? []).flatMap((row) =>
    row.subtotal
      ? []
      : options.columns.flatMap((column) => {
          const kind = kinds(column.kind)
          const columns = kind?.columns(cellQuestion(column), context) ?? []
          return columns.map(
            (each): Column<TableValue> => ({
              id: [row.id, column.id, each.id].filter(Boolean).join('.'),
              label: [text(row.label), text(column.label), each.id === '' ? '' : each.label].filter(Boolean).join(', '),
              type: each.type,
              of: (value) => {
                const cell = isRows(value) ? undefined : value[row.id]?.[column.id]
                return cell === undefined ? null : each.of(cell)
              },
            }),
          )
        }),
  )
}

function sumsOf(options: TableOptions, kinds: KindLookup, context: Context): readonly Column<TableValue>[] {
  const sumLabel = options.sumLabel ? context.text(options.sumLabel) : messages[context.language].sum
  return sumColumns(options).map(({ key, label, figures }) => ({
    id: `sum.${key}`,
    label: `${sumLabel}, ${context.text(label)}`,
    type: typeOf(figures),
    of: (value) => {
      const rows = rowsOfValue(options, value, kinds, context)
      const numbers = new Map(rows.map((row) => [row.id, row.numbers]))
      const sum = sumOver(
        summedRows(
          options,
          rows.map(({ id }) => id),
        ),
        numbers,
        key,
      )
      return sum === undefined ? null : sum / 10 ** figures.scale
    },
  }))
}

const typeOf = ({ scale, kronor }: Figures) => (scale > 0 ? 'decimal' : kronor ? 'money' : 'integer')
