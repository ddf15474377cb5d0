import { ChevronRightIcon } from '@navikt/aksel-icons'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'

export interface Crumb {
  readonly text: string
  /** Left out for the page itself, the last. */
  readonly href?: string | undefined
}

/** The way down to this page. On a phone only the nearest page above is left. */
export function Crumbs({ items }: { readonly items: readonly Crumb[] }) {
  const { t } = useTranslation('common')
  const parent = items.findLastIndex(({ href }) => href !== undefined)
  return (
    <nav className="crumbs" aria-label={t('frame.crumbs')}>
      <ol>
        {items.map(({ text, href }, index) => (
          <li key={`${href} ${text}`} className={index === parent ? 'parent' : undefined}>
            {href === undefined ? (
              <span aria-current="page">{text}</span>
            ) : (
              <Link to={href} className="aksel-link">
                {text}
              </Link>
            )}
            {index < items.length - 1 && <ChevronRightIcon aria-hidden />}
          </li>
        ))}
      </ol>
    </nav>
  )
}
