import { ChevronLeftIcon, ChevronRightIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

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
                  <li key={`before-${number}`} className="far" aria-hidden="true">
                    <span>…</span>
                  </li>,
                ]
              : []),
            <li key={number} className={Math.abs(number - page) > 0 ? 'far' : undefined}>
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
