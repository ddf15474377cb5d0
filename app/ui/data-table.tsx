import type { ReactNode } from 'react'
import { classNames } from './class-names'

export interface TableColumn<Row> {
  readonly id: string
  /** The heading; a link when the table can be sorted by it. */
  readonly heading: ReactNode
  /** In front of the value when the table is a list on a phone; none when left out (the value says it itself). */
  readonly label?: string | undefined
  readonly align?: 'right' | undefined
  readonly sorted?: 'ascending' | 'descending' | undefined
  cell(row: Row): ReactNode
}

interface DataTableProps<Row> {
  /** Said first by a screen reader. */
  readonly caption: string
  readonly hideCaption?: boolean | undefined
  /** The first is the heading of its row. */
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly dense?: boolean | undefined
  /** `list`: rows become small lists on a phone · `scroll`: the table scrolls sideways in a region of its own. */
  readonly narrow?: 'list' | 'scroll' | undefined
}

/** Rows and columns. */
export function DataTable<Row>({
  caption,
  hideCaption = true,
  columns,
  rows,
  keyOf,
  dense,
  narrow = 'list',
}: DataTableProps<Row>) {
  const table = (
    <table className={classNames('data-table', dense && 'dense', narrow === 'list' && 'stacking')}>
      <caption className={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, heading, align, sorted }) => (
            <th key={id} scope="col" className={align} aria-sort={sorted}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ id, label, align, cell }, index) =>
              index === 0 ? (
                <th key={id} scope="row" className={align}>
                  {cell(row)}
                </th>
              ) : (
                <td key={id} className={align} data-label={label}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (narrow === 'list') return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-region" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}
