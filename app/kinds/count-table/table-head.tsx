import { classNames } from '~/ui/class-names'
import styles from './count-table.module.css'
import type { CountTableOptions } from './kind'

interface Props {
  readonly options: CountTableOptions
  readonly hidden: ReadonlySet<string>
  readonly labelOf: (label: CountTableOptions['corner']) => string
  readonly columnId: (column: string) => string
  /** The heading of the rows' sums, where they are shown. */
  readonly sum: string | undefined
  /** The heading of last year's columns, where there are any. */
  readonly lastYear: string | undefined
}

/** The headings: of this year's columns, their sum, and last year's. */
export function TableHead({ options: { corner, columns }, hidden, labelOf, columnId, sum, lastYear }: Props) {
  const rowSpan = lastYear === undefined ? 1 : 2
  return (
    <thead>
      <tr>
        <th rowSpan={rowSpan} className={styles.corner} scope="col">
          {labelOf(corner)}
        </th>
        {columns.map(({ id, label }) => (
          <th
            key={id}
            id={columnId(id)}
            rowSpan={rowSpan}
            hidden={hidden.has(`columns.${id}`)}
            className={classNames(styles.head, styles.number)}
            scope="col"
          >
            {labelOf(label)}
          </th>
        ))}
        {sum !== undefined && (
          <th rowSpan={rowSpan} className={classNames(styles.head, styles.sumHead)} scope="col">
            {sum}
          </th>
        )}
        {lastYear !== undefined && (
          <th
            className={styles.lastYearTitle}
            colSpan={columns.filter(({ id }) => !hidden.has(`columns.${id}`)).length}
            scope="colgroup"
          >
            {lastYear}
          </th>
        )}
      </tr>
      {lastYear !== undefined && (
        <tr>
          {columns.map(({ id, label }) => (
            <th key={id} className={styles.lastYearHead} scope="col" hidden={hidden.has(`columns.${id}`)}>
              {labelOf(label)}
            </th>
          ))}
        </tr>
      )}
    </thead>
  )
}
