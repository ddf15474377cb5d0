import {
  CheckmarkCircleFillIcon,
  ExclamationmarkTriangleFillIcon,
  InformationSquareFillIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

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
