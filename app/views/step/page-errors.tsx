import { ErrorSummary } from '@navikt/ds-react/ErrorSummary'
import { Link, useLocation } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StepIssue } from './step'

interface Props {
  readonly issues: readonly StepIssue[]
  /** Files that were not taken. */
  readonly refused: readonly { readonly field: string; readonly message: string }[]
  readonly skipTo?: string
}

/** What has to be put right on the page, each line a link to its first field. Gets the focus after a save that found something. */
export function PageErrors({ issues, refused, skipTo }: Props) {
  const { t } = useTranslation('case')
  const summary = useRef<HTMLDivElement>(null)
  const { key, hash } = useLocation()
  const lines = [
    ...refused.map(({ field, message }) => ({ id: `fil-${field}-${message}`, href: `#${field}`, message })),
    ...issues.map(({ id, at, question, message }) => ({ id, href: `#${asFragment(at[0] ?? question)}`, message })),
  ]
  const any = lines.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new visit to the same page focuses again
  useEffect(() => {
    if (any && !hash) summary.current?.focus()
  }, [key])
  if (!any) return null
  return (
    <div className="stack tight">
      <ErrorSummary ref={summary} heading={t('error.onPage', { count: lines.length })}>
        {lines.map(({ id, href, message }) => (
          <ErrorSummary.Item key={id} href={href}>
            {message}
          </ErrorSummary.Item>
        ))}
      </ErrorSummary>
      {skipTo && (
        <p className="small">
          {t('error.saved')} <Link to={skipTo}>{t('error.skip')}</Link>
        </p>
      )}
    </div>
  )
}

/** Fields carry their name as id. */
const asFragment = (name: string) => encodeURIComponent(name)
