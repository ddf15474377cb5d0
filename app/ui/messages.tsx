import {
  CheckmarkCircleFillIcon,
  ExclamationmarkTriangleFillIcon,
  InformationSquareFillIcon,
  InformationSquareIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons'
import { ErrorSummary as AkselErrorSummary } from '@navikt/ds-react/ErrorSummary'
import { InfoCard as AkselInfoCard } from '@navikt/ds-react/InfoCard'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

interface ErrorSummaryProps {
  /** «En sak behöver rättas på den här sidan» */
  readonly heading: string
  /** `href` leads to the first field at fault: `#<name>`, or another page with the fragment. */
  readonly items: readonly { readonly href: string; readonly message: string }[]
  /** Takes focus when it appears: after a failed save, not on a plain visit. */
  readonly focus?: boolean | undefined
}

/** The errors of a page, each a link. Renders nothing when there are none. */
export function ErrorSummary({ heading, items, focus = true }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const what = items.map(({ message }) => message).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus again when the errors are others than before
  useEffect(() => {
    if (focus) box.current?.focus()
  }, [what, focus])
  if (items.length === 0) return null
  return (
    <AkselErrorSummary ref={box} heading={heading}>
      {items.map(({ href, message }) => (
        <AkselErrorSummary.Item key={`${href} ${message}`} href={href}>
          {message}
        </AkselErrorSummary.Item>
      ))}
    </AkselErrorSummary>
  )
}

/** The title of a page; «Fel: » before it after a failed save, so that a screen reader hears it first. */
export function pageTitle(title: string, wrong = false, errorPrefix = 'Fel: '): string {
  return `${wrong ? errorPrefix : ''}${title} – Bidra`
}

export type NoticeTone = 'info' | 'success' | 'warning' | 'error'

const icons = {
  info: InformationSquareFillIcon,
  success: CheckmarkCircleFillIcon,
  warning: ExclamationmarkTriangleFillIcon,
  error: XMarkOctagonFillIcon,
} as const

interface NoticeProps {
  readonly tone?: NoticeTone | undefined
  readonly children: ReactNode
  /** Spoken when it appears: politely, or at once. */
  readonly live?: 'polite' | 'assertive' | undefined
}

/** A line in the flow of the page. */
export function Notice({ tone = 'info', children, live }: NoticeProps) {
  const { t } = useTranslation('common')
  const Icon = icons[tone]
  return (
    <div
      className={`inline-message ${tone}`}
      role={live === undefined ? undefined : live === 'polite' ? 'status' : 'alert'}
    >
      <Icon title={t(`tone.${tone}`)} />
      <div>{children}</div>
    </div>
  )
}

interface InfoCardProps {
  readonly title: string
  readonly children: ReactNode
  readonly tone?: 'info' | 'success' | 'warning' | 'danger' | undefined
}

/** A box with a heading of its own. */
export function InfoCard({ title, children, tone = 'info' }: InfoCardProps) {
  return (
    <AkselInfoCard data-color={tone}>
      <AkselInfoCard.Header icon={<InformationSquareIcon aria-hidden />}>
        <AkselInfoCard.Title>{title}</AkselInfoCard.Title>
      </AkselInfoCard.Header>
      <AkselInfoCard.Content>{children}</AkselInfoCard.Content>
    </AkselInfoCard>
  )
}

/** A list that is empty: what it means, why, what one can do. */
export function EmptyState({
  heading,
  children,
  actions,
}: {
  readonly heading: ReactNode
  readonly children: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="card empty-state stack">
      <svg width="120" height="88" viewBox="0 0 120 88" aria-hidden="true" focusable="false">
        <path className="ground" d="M8 80h104" />
        <rect className="sheet-shape" x="30" y="14" width="52" height="66" rx="6" />
        <path className="lines" d="M42 32h28M42 44h28M42 56h16" />
        <circle className="seal" cx="84" cy="62" r="15" />
        <circle className="seal-centre" cx="84" cy="62" r="5" />
      </svg>
      <div className="stack tight">
        {heading}
        {children}
      </div>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  )
}
