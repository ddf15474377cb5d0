import { SortDownIcon, SortUpIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { type Sorting, type WorklistFilter, writeFilter } from '~/reviews/worklist-filter'
import { CaseTag } from '~/ui/case-tag'
import { DataTable, type TableColumn } from '~/ui/data-table'
import { TextLink } from '~/ui/text-link'
import styles from './worklist.module.css'
import type { ListedRow } from './worklist-view.server'

interface WorklistTableProps {
  readonly rows: readonly ListedRow[]
  readonly filter: WorklistFilter
  readonly href: string
  /** What each column is called. */
  readonly words: Readonly<Record<Sorting, string>>
  readonly columns: {
    readonly awarded: boolean
    readonly amount: boolean
    readonly remaining: boolean
    readonly county: boolean
  }
}

const Dash = () => <span className={`${styles.dash} subtle`}>–</span>

/** The cases of the list. A case that has not been handed in has nothing to open. */
export function WorklistTable({ rows, filter, href, words, columns: shown }: WorklistTableProps) {
  const { t } = useTranslation('review')
  const column = (
    id: Sorting,
    cell: TableColumn<ListedRow>['cell'],
    more: { label?: string; align?: 'right' } = {},
  ): TableColumn<ListedRow> => {
    const sorted = filter.sort === id
    const descending = sorted && !filter.descending
    return {
      id,
      cell,
      label: more.label,
      align: more.align,
      sorted: sorted ? (filter.descending ? 'descending' : 'ascending') : undefined,
      heading: (
        <Link
          to={`${href}${writeFilter({ ...filter, sort: id, descending, page: 1 })}`}
          className={styles.sort}
          preventScrollReset
        >
          {words[id]}
          {sorted && (filter.descending ? <SortDownIcon aria-hidden /> : <SortUpIcon aria-hidden />)}
        </Link>
      ),
    }
  }
  const money = (value: string | undefined) => value ?? <Dash />
  const columns: TableColumn<ListedRow>[] = [
    column('kommun', ({ id, name, readable }) =>
      readable ? <TextLink to={`${href}/arende/${id}${writeFilter(filter)}`}>{name}</TextLink> : name,
    ),
    ...(shown.county ? [column('lan', ({ county }) => county, { label: words.lan })] : []),
    column('status', ({ state, late, lateBy, extended }) => (
      <span className={styles.states}>
        <CaseTag state={state} audience="reviewer" size="xsmall" />
        {late && (
          <CaseTag state="late" size="xsmall">
            {lateBy}
          </CaseTag>
        )}
        {extended && <CaseTag state="extended" size="xsmall" />}
      </span>
    )),
    column('inskickat', ({ submitted }) => submitted ?? <Dash />, { label: words.inskickat }),
    ...(shown.awarded
      ? [
          column('beviljat', ({ awarded }) => money(awarded), {
            align: 'right',
            label: words.beviljat,
          }),
        ]
      : []),
    ...(shown.amount ? [column('belopp', ({ amount }) => money(amount), { align: 'right', label: words.belopp })] : []),
    ...(shown.remaining
      ? [
          column(
            'kvar',
            ({ remaining, left }) => (left ? <span className={styles.left}>{remaining}</span> : money(remaining)),
            { align: 'right', label: words.kvar },
          ),
        ]
      : []),
    column('dnr', ({ caseNumber }) => caseNumber ?? <Dash />, { label: words.dnr }),
  ]
  return (
    <div className={styles.list}>
      <DataTable caption={t('list.caption')} columns={columns} rows={rows} keyOf={({ id }) => id} dense />
    </div>
  )
}
