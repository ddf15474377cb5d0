import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'

export interface TableColumn<Row> {
  readonly id: string
  /** The heading; a link when the table can be sorted by it. */
  readonly heading: ReactNode
  /** In front of the value when the table is a list on a phone; none when left out (the value says it itself). */
  readonly label?: string | undefined
  readonly align?: 'right' | undefined
  readonly sorted?: 'ascending' | 'descending' | undefined
  cell(row: Row): ReactNode
}

interface DataTableProps<Row> {
  /** Said first by a screen reader. */
  readonly caption: string
  readonly hideCaption?: boolean | undefined
  /** The first is the heading of its row. */
  readonly columns: readonly TableColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly dense?: boolean | undefined
  /** `list`: rows become small lists on a phone · `scroll`: the table scrolls sideways in a region of its own. */
  readonly narrow?: 'list' | 'scroll' | undefined
}

/** Rows and columns. */
export function DataTable<Row>({
  caption,
  hideCaption = true,
  columns,
  rows,
  keyOf,
  dense,
  narrow = 'list',
}: DataTableProps<Row>) {
  const table = (
    <table className={classNames('data-table', dense && 'dense', narrow === 'list' && 'stacking')}>
      <caption className={hideCaption ? 'sr-only' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, heading, align, sorted }) => (
            <th key={id} scope="col" className={align} aria-sort={sorted}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ id, label, align, cell }, index) =>
              index === 0 ? (
                <th key={id} scope="row" className={align}>
                  {cell(row)}
                </th>
              ) : (
                <td key={id} className={align} data-label={label}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (narrow === 'list') return table
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="table-region" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  )
}

interface PaginationProps {
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
  readonly label?: string | undefined
}

/** Pages of a list, as links. Renders nothing for a single page. */
export function Pagination({ page, pages, hrefOf, label }: PaginationProps) {
  const { t } = useTranslation('common')
  if (pages < 2) return null
  const near = [...new Set([1, page - 1, page, page + 1, pages])].filter((number) => number >= 1 && number <= pages)
  return (
    <nav aria-label={label ?? t('paging.label')}>
      <ul className="pages num">
        {page > 1 && (
          <li>
            <Link to={hrefOf(page - 1)} rel="prev">
              <ChevronLeftIcon aria-hidden />
              {t('paging.previous')}
            </Link>
          </li>
        )}
        {near.flatMap((number, index) => {
          const gap = number - (near[index - 1] ?? number) > 1
          return [
            ...(gap
              ? [
                  <li key={`before-${number}`} aria-hidden="true">
                    <span>…</span>
                  </li>,
                ]
              : []),
            <li key={number}>
              <Link
                to={hrefOf(number)}
                aria-current={number === page ? 'page' : undefined}
                aria-label={t('paging.page', { page: number })}
              >
                {number}
              </Link>
            </li>,
          ]
        })}
        {page < pages && (
          <li>
            <Link to={hrefOf(page + 1)} rel="next">
              {t('paging.next')}
              <ChevronRightIcon aria-hidden />
            </Link>
          </li>
        )}
      </ul>
    </nav>
  )
}

/** Search and filters above a list. Give the child that may grow the class `grow`. */
export const Toolbar = ({ children }: { readonly children: ReactNode }) => <div className="toolbar">{children}</div>

interface SavedViewsProps {
  readonly label: string
  readonly views: readonly {
    readonly href: string
    readonly text: string
    readonly count?: number
    readonly current?: boolean
  }[]
}

/** Ready-made filters as tabs: links, with how many each holds. */
export function SavedViews({ label, views }: SavedViewsProps) {
  return (
    <nav aria-label={label}>
      <ul className="saved-views">
        {views.map(({ href, text, count, current }) => (
          <li key={href}>
            <Link to={href} aria-current={current ? 'page' : undefined}>
              {text}
              {count !== undefined && <span className="count num">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
