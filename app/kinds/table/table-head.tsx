import { useTranslation } from 'react-i18next'
import type { Language, LocalText } from '~/forms/text'
import { classNames } from '~/ui/class-names'
import type { TableOptions } from './columns'
import { messages } from './messages'
import styles from './table.module.css'

interface Props {
  readonly options: TableOptions
  readonly hidden: ReadonlySet<string>
  readonly text: (text: LocalText) => string
  readonly language: Language
  readonly withActs: boolean
}

/** The headings of the columns, help below them. */
export function TableHead({ options, hidden, text, language, withActs }: Props) {
  const { t } = useTranslation('common')
  const { columns, fixedRows, corner } = options
  return (
    <thead className={styles.head}>
      <tr>
        <th scope="col" className={fixedRows ? styles.rowName : styles.number}>
          {fixedRows ? corner && text(corner) : <span className="sr-only">{messages[language].row}</span>}
        </th>
        {columns.map(({ id, label, help, numeric, optional }) => (
          <th
            key={id}
            scope="col"
            className={classNames(numeric && styles.figures)}
            hidden={hidden.has(`columns.${id}`)}
          >
            {text(label)}
            {optional && <span className="field-optional"> ({t('field.optional')})</span>}
            {help && <span className={styles.help}>{text(help)}</span>}
          </th>
        ))}
        {withActs && <td />}
      </tr>
    </thead>
  )
}
