import { Button } from '@navikt/ds-react/Button'
import type { Language } from '~/forms/text'
import { Notice } from '~/ui/notice'
import styles from './count-table.module.css'
import { sizeOf } from './grid'
import type { CountTableOptions } from './kind'
import { messages } from './messages'
import type { Overflow } from './use-grid'

interface Props {
  readonly overflow: Overflow
  readonly options: CountTableOptions
  readonly language: Language
  readonly labelOf: (label: CountTableOptions['corner']) => string
  readonly settle: (isFilled: boolean) => void
}

/** A block that does not fit: what would be filled in, and the choice. Nothing has been changed yet. */
export function OverflowNotice({ overflow: { from, cells }, options, language, labelOf, settle }: Props) {
  const says = messages[language]
  const rows = options.rows.slice(from.row)
  const columns = options.columns.slice(from.column)
  const size = sizeOf(cells)
  return (
    <Notice tone="warning" live="polite">
      <p>{says.noFit(size.rows, size.columns, rows.length, columns.length)}</p>
      <table className={styles.preview}>
        <caption className={styles.previewCaption}>{says.wouldFill}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.previewCell}>
              {labelOf(options.corner)}
            </th>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col" className={styles.previewCell}>
                {labelOf(label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, size.rows).map(({ id, label }, row) => (
            <tr key={id}>
              <th scope="row" className={styles.previewCell}>
                {labelOf(label)}
              </th>
              {columns.map((column, place) => (
                <td key={column.id} className={styles.previewCell}>
                  {cells[row]?.[place] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.choice}>
        <Button type="button" size="small" variant="secondary" onClick={() => settle(true)}>
          {says.fillWhatFits}
        </Button>
        <Button type="button" size="small" variant="tertiary" onClick={() => settle(false)}>
          {says.leave}
        </Button>
      </div>
    </Notice>
  )
}
