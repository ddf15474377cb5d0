import type { Json } from '~/forms/json'
import { More } from '~/ui/more'
import type { InputProps } from '../contract'
import { messages } from './messages'
import styles from './table.module.css'

/** Last year's table, which opens on demand. */
export function LastYear({
  previous,
  previousYear,
  language,
}: Pick<InputProps<unknown, Json>, 'previous' | 'previousYear' | 'language'>) {
  if (previous?.type !== 'table' || previousYear === undefined) return null
  return (
    <More title={messages[language].lastYear(previousYear)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="table-region" aria-label={messages[language].lastYear(previousYear)} tabIndex={0}>
        <table className={styles.lastYear}>
          <thead>
            <tr>
              <th scope="col">{previous.corner}</th>
              {previous.columns.map(({ label, numeric }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have a fixed order
                <th key={index} scope="col" className={numeric ? styles.figures : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {previous.rows.map(({ id, label, cells, strong }) => (
              <tr key={id} className={strong ? styles.strong : undefined}>
                <th scope="row">{label}</th>
                {cells.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: cells have a fixed order
                  <td key={index} className={previous.columns[index]?.numeric ? styles.figures : undefined}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </More>
  )
}
