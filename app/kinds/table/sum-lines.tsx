import type { Language, LocalText } from '~/forms/text'
import { classNames } from '~/ui/class-names'
import type { TableOptions } from './columns'
import { messages } from './messages'
import { sumColumns, sumOver, sumText } from './sums'
import styles from './table.module.css'
import { useTableNumbers } from './table-numbers'

interface Props {
  readonly options: TableOptions
  readonly hidden: ReadonlySet<string>
  readonly language: Language
  /** Ids of the rows that are added up. */
  readonly rows: readonly string[]
}

/** One cell per column: the sum where the column has one. */
function SumCells({ options, hidden, language, rows }: Props) {
  const numbers = useTableNumbers()
  const sums = new Map(sumColumns(options).map(({ key, figures }) => [key, figures]))
  return options.columns.map(({ id, label, numeric }) => {
    const figures = sums.get(id)
    const sum = figures && sumOver(rows, numbers, id)
    return (
      <td
        key={id}
        className={classNames(styles.sum, numeric && styles.figures, !figures && styles.noSum)}
        data-label={label[language]}
        hidden={hidden.has(`columns.${id}`)}
      >
        {figures && sum !== undefined ? sumText(sum, figures, language) : ''}
      </td>
    )
  })
}

/** The sums of the columns, last in the table. Nothing where none is summed. */
export function SumLine({
  text,
  withActs,
  ...props
}: Props & { readonly text: (text: LocalText) => string; readonly withActs: boolean }) {
  const { options, language } = props
  if (sumColumns(options).length === 0) return null
  return (
    <tbody>
      <tr className={styles.sumLine}>
        <th scope="row" className={styles.rowName} colSpan={1}>
          {options.sumLabel ? text(options.sumLabel) : messages[language].sum}
        </th>
        <SumCells {...props} />
        {withActs && <td />}
      </tr>
    </tbody>
  )
}

/** The sum of some rows, between them. */
export function SubtotalLine({ label, ...props }: Props & { readonly label: string }) {
  return (
    <tr className={styles.sumLine}>
      <th scope="row" className={styles.rowName}>
        {label}
      </th>
      <SumCells {...props} />
    </tr>
  )
}

/** The sums under rows that stand as cards. */
export function SumList({ options, language, rows, text }: Props & { readonly text: (text: LocalText) => string }) {
  const numbers = useTableNumbers()
  const sums = sumColumns(options)
  if (sums.length === 0) return null
  const word = options.sumLabel ? text(options.sumLabel) : messages[language].sum
  return (
    <dl className={styles.sumList}>
      {sums.map(({ key, label, figures }) => {
        const sum = sumOver(rows, numbers, key)
        return (
          <div key={key}>
            <dt>{sums.length === 1 ? word : `${word}, ${text(label)}`}</dt>
            <dd>{sum === undefined ? '–' : sumText(sum, figures, language)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
