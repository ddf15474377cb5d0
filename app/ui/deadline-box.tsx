import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeadlineTone } from './date-block'

interface DeadlineBoxProps {
  /** «Fredag 15 januari» */
  readonly date: string
  /** «kl. 23.59 · 7 dagar kvar» */
  readonly children: ReactNode
  /** «Sista dag» when left out. */
  readonly label?: string | undefined
  readonly tone?: DeadlineTone | undefined
}

/** The last day beside a task. */
export function DeadlineBox({ date, children, label, tone = 'calm' }: DeadlineBoxProps) {
  const { t } = useTranslation('common')
  return (
    <div className={`card deadline ${tone}`}>
      <p className="small">{label ?? t('deadline.label')}</p>
      <p className="deadline-date">{date}</p>
      <p className="small">{children}</p>
    </div>
  )
}
