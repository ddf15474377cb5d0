import { useTranslation } from 'react-i18next'
import type { TableChanges } from '~/cases/table-changes'
import { DataTable } from '~/ui/data-table'
import { FieldError } from '~/ui/field'
import styles from './sheet.module.css'

type Change = TableChanges['changes'][number]

interface ChangeTableProps {
  readonly changes: TableChanges['changes']
  readonly errors: TableChanges['errors']
}

/** The rows that will be different: what was, and what becomes of it. */
export function ChangeTable({ changes, errors }: ChangeTableProps) {
  const { t } = useTranslation('sheet')
  const wrong = (line: number | undefined) =>
    errors.flatMap((error) =>
      line !== undefined && error.line === line
        ? [error.cell === undefined ? error.message : t('cell', { cell: error.cell, message: error.message })]
        : [],
    )
  // Rows inside one another may share a line; its errors stand at the first.
  const first = new Map<number, string>()
  for (const { line, key } of changes) if (line !== undefined && !first.has(line)) first.set(line, key)
  const isFirst = ({ line, key }: Change) => line !== undefined && first.get(line) === key
  return (
    <DataTable
      caption={t('differences')}
      rows={changes}
      keyOf={({ key }) => key}
      columns={[
        {
          id: 'row',
          heading: t('row'),
          cell: (change) => (
            <span id={isFirst(change) ? `rad-${change.line}` : undefined} tabIndex={-1}>
              {change.name || t('noName')}
              {change.line !== undefined && <span className={styles.line}>{t('line', { line: change.line })}</span>}
            </span>
          ),
        },
        {
          id: 'what',
          heading: t('what'),
          label: t('what'),
          cell: ({ what }) => <span className={styles[what]}>{t(what)}</span>,
        },
        {
          id: 'content',
          heading: t('content'),
          label: t('content'),
          cell: (change) => (
            <>
              <Cells change={change} />
              {isFirst(change) && <FieldError id={`rad-${change.line}`} errors={wrong(change.line)} />}
            </>
          ),
        },
      ]}
    />
  )
}

function Cells({ change: { what, cells } }: { readonly change: Change }) {
  const { t } = useTranslation('sheet')
  const shown = (text: string) => (text === '' ? <i className="subtle">{t('nothingThere')}</i> : text)
  return (
    <dl className={styles.cells}>
      {cells.map(({ label, before, after }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {what !== 'added' && <del>{shown(before)}</del>}
            {what === 'changed' && (
              <>
                <span className="sr-only"> {t('becomes')} </span>
                <span aria-hidden="true"> → </span>
              </>
            )}
            {what !== 'removed' && <ins>{shown(after)}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
