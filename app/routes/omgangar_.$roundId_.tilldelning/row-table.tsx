import { useTranslation } from 'react-i18next'
import { DataTable } from '~/ui/data-table'
import { FieldError } from '~/ui/field'
import { TextInput } from '~/ui/text-input'
import styles from './allocation.module.css'

export interface Row {
  readonly line: number
  readonly name: string
  readonly written: string
  readonly kronor: string
  readonly posts: string
  readonly caseNumber: string
  readonly effect: string | null
  readonly effectWords: string
  readonly problems: readonly string[]
  readonly holder: { readonly id: string; readonly note: string } | null
}

interface RowTableProps {
  readonly rows: readonly Row[]
  readonly columns: { readonly posts: boolean; readonly caseNumber: boolean }
}

/** The rows of a list with what happens to each; where an amount is 0, a field for who holds the money. */
export function RowTable({ rows, columns }: RowTableProps) {
  const { t } = useTranslation('round')
  return (
    <DataTable
      caption={t('preview.listed')}
      dense
      rows={rows}
      keyOf={({ line }) => String(line)}
      columns={[
        {
          id: 'recipient',
          heading: t('preview.recipient'),
          cell: ({ line, name, written }) => (
            <span id={`rad-${line}`} tabIndex={-1} className={styles.name}>
              <span className={styles.line} title={t('layout.rowNumber', { line })}>
                <span className="sr-only">{t('preview.line')} </span>
                {line}
              </span>
              <span>
                {name || '–'}
                {written && <span className={styles.written}>{t('preview.written', { written })}</span>}
              </span>
            </span>
          ),
        },
        {
          id: 'kronor',
          heading: t('preview.amount'),
          label: t('preview.amount'),
          align: 'right',
          cell: ({ kronor }) => kronor || '–',
        },
        ...(columns.posts
          ? [
              {
                id: 'posts',
                heading: t('preview.posts'),
                label: t('preview.posts'),
                align: 'right' as const,
                cell: ({ posts }: Row) => posts || '–',
              },
            ]
          : []),
        ...(columns.caseNumber
          ? [
              {
                id: 'caseNumber',
                heading: t('preview.caseNumber'),
                label: t('preview.caseNumber'),
                cell: ({ caseNumber }: Row) => caseNumber || '–',
              },
            ]
          : []),
        { id: 'effect', heading: t('preview.effect'), cell: (row) => <Effect row={row} /> },
      ]}
    />
  )
}

function Effect({ row }: { readonly row: Row }) {
  const { t } = useTranslation('round')
  if (row.problems.length > 0) {
    return (
      <div className={styles.problems}>
        <FieldError id={`rad-${row.line}`} errors={row.problems} />
      </div>
    )
  }
  const same = row.effect === 'same'
  return (
    <div className="stack xtight">
      <span className={same ? 'subtle' : undefined}>{row.effectWords}</span>
      {row.holder && (
        <TextInput
          name={`innehavare-${row.holder.id}`}
          size="small"
          label={
            <>
              <span aria-hidden="true">{t('preview.holder')}</span>
              <span className="sr-only">{t('preview.holderOf', { name: row.name })}</span>
            </>
          }
          defaultValue={row.holder.note}
          maxLength={200}
          autoComplete="off"
        />
      )}
    </div>
  )
}
