import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/ui/error-summary'
import { TextLink } from '~/ui/text-link'
import type { StepIssue } from './step'

interface Props {
  readonly issues: readonly StepIssue[]
  /** Files that were not taken. */
  readonly refused: readonly { readonly field: string; readonly message: string }[]
  readonly skipTo?: string
}

/** What has to be put right on the page, each line a link to its first field; and the way on for who wants to wait. */
export function PageErrors({ issues, refused, skipTo }: Props) {
  const { t } = useTranslation('case')
  const items = [
    ...refused.map(({ field, message }) => ({ href: `#${field}`, message })),
    ...issues.map(({ at, question, message }) => ({ href: `#${encodeURIComponent(at[0] ?? question)}`, message })),
  ]
  if (items.length === 0) return null
  return (
    <div className="stack tight">
      <ErrorSummary heading={t('error.onPage', { count: items.length })} items={items} />
      {skipTo && (
        <p className="small">
          {t('error.saved')} <TextLink to={skipTo}>{t('error.skip')}</TextLink>
        </p>
      )}
    </div>
  )
}
