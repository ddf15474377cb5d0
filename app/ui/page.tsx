import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Crumb, Crumbs } from './crumbs'

/** The id of the main part of every page; the skip link leads there. */
export const mainId = 'innehall'

export interface PageProps {
  readonly children: ReactNode
  readonly crumbs?: readonly Crumb[] | undefined
  /** The reviewer's width, 1600 px, for header and footer as well. */
  readonly wide?: boolean | undefined
  /** What is on the page has not been submitted: a print of it says so on every sheet. */
  readonly draft?: boolean | undefined
}

/**
 * The main part of a page with the way to it. Header and footer come from the root. Every page has exactly one of these,
 * usually by way of `OfficerLayout`, `WideLayout` or `PublicColumn`.
 */
export function Page({ children, crumbs, wide, draft }: PageProps) {
  const { t } = useTranslation('common')
  return (
    <>
      {crumbs !== undefined && <Crumbs items={crumbs} />}
      <main id={mainId} tabIndex={-1} className={wide ? 'wide-page' : undefined}>
        {draft && (
          <p className="draft-mark" aria-hidden="true">
            {t('frame.draft')}
          </p>
        )}
        {children}
      </main>
    </>
  )
}
