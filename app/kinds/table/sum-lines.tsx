import type { Language, LocalText } from '~/forms/text'
import { classNames } from '~/ui/class-names'
import type { TableOptions } from './columns'
import { messages } from './messages'
import { addsUp, sumColumns, sumOver, sumText } from './sums'
import styles from './table.module.css'
import { useTableNumbers } from './table-numbers'

interface Props {
  readonly options: TableOptions
  readonly hidden: ReadonlySet<string>
  readonly language: Language
  /** Ids of the rows that are added up. */
  readonly rows: readonly string[]
}

interface LastProps extends Props {
  readonly text: (text: LocalText) => string
  /** The table stands within a row of another: it says a sum only where that is no number that stands there already. */
  readonly isInner: boolean
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
export function SumLine({ text, withActs, isInner, ...props }: LastProps & { readonly withActs: boolean }) {
  const { options, language, rows } = props
  const numbers = useTableNumbers()
  if (!sumColumns(options).some(({ key }) => !isInner || addsUp(rows, numbers, key))) return null
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

/** The sums under rows that stand as cards. What only one row has added up itself is not said once more. */
export function SumList({ options, language, rows, text, isInner }: LastProps) {
  const numbers = useTableNumbers()
  const sums = sumColumns(options)
  const shown = sums.filter(({ key, isWithin }) => !(isInner || isWithin) || addsUp(rows, numbers, key))
  if (shown.length === 0) return null
  const word = options.sumLabel ? text(options.sumLabel) : messages[language].sum
  return (
    <dl className={styles.sumList}>
      {shown.map(({ key, label, figures, isWithin }) => {
        const sum = sumOver(rows, numbers, key)
        return (
          <div key={key}>
            <dt>{sums.length === 1 && !isWithin ? word : `${word}, ${text(label)}`}</dt>
            <dd>{sum === undefined ? '–' : sumText(sum, figures, language)}</dd>
          </div>
        )
      })}
    </dl>
  )
}
