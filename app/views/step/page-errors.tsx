import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '~/ui/error-summary'
import { TextLink } from '~/ui/text-link'
import type { StepIssue } from './step'

interface Props {
  readonly issues: readonly StepIssue[]
  /** Question id → its label: an error says where it is. */
  readonly labels: ReadonlyMap<string, string>
  /** Files that were not taken. */
  readonly refused: readonly { readonly href: string; readonly message: string }[]
  readonly skipTo?: string
}

/** What has to be put right on the page, each line a link to its first field; and the way on for who wants to wait. */
export function PageErrors({ issues, labels, refused, skipTo }: Props) {
  const { t } = useTranslation('case')
  const items = [
    ...refused,
    ...issues.map(({ at, question, message }) => ({
      href: `#${encodeURIComponent(at[0] ?? question)}`,
      message: placed(labels.get(question), message),
    })),
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

/** «Nya klienter: fyll i tabellen.» */
function placed(label: string | undefined, message: string): string {
  if (!label) return message
  const begins = message.slice(0, 1)
  const isWord = /^\p{L}\p{Ll}/u.test(message)
  return `${label.replace(/[?:.]$/, '')}: ${isWord ? begins.toLocaleLowerCase('sv') : begins}${message.slice(1)}`
}
