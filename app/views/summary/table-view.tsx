import type { Display } from '~/forms/display'
import styles from './answers.module.css'

interface TableViewProps {
  readonly display: Extract<Display, { type: 'table' }>
  /** Says whose answer it is. */
  readonly label: string
}

/** An answer of rows and columns on the screen. */
export function TableView({ display, label }: TableViewProps) {
  const numeric = (column: number) => (display.columns[column]?.numeric ? styles.numeric : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.region} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{display.corner}</th>
            {display.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have a fixed order
              <th key={index} scope="col" className={numeric(index)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {display.rows.map((row) => (
            <tr key={row.id} className={row.strong ? styles.strong : undefined}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have a fixed order
                <td key={index} className={numeric(index)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
