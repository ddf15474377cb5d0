import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PageStateName } from './states'

interface SegmentsProps {
  /** One per page, in the order of the form. */
  readonly states: readonly PageStateName[]
  /** What the row says in words: «6 av 10 sidor klara, 1 behöver rättas». */
  readonly label: string
}

/** How far a form has come, a segment per page. */
export function Segments({ states, label }: SegmentsProps) {
  return (
    <div className="segments" role="img" aria-label={label}>
      {states.map((state, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages keep their place
        <i key={index} className={state} />
      ))}
    </div>
  )
}

export const phases = ['fill', 'review', 'sign', 'submitted'] as const
export type Phase = (typeof phases)[number]

/** The four phases of a case; those before the current one are done. `complete`: the last is done as well. */
export function Phases({ current, complete = false }: { readonly current: Phase; readonly complete?: boolean }) {
  const { t } = useTranslation('common')
  const now = phases.indexOf(current)
  return (
    <ol className="phases" aria-label={t('phase.label')}>
      {phases.map((phase, index) => {
        const done = index < now || complete
        return (
          <li
            key={phase}
            className={done ? 'done' : undefined}
            aria-current={index === now && !complete ? 'step' : undefined}
          >
            {index + 1}. {t(`phase.${phase}`)}
            {done && <span className="sr-only">, {t('phase.done')}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** `near`: a week or less; `past`: the last day is over. */
export type DeadlineTone = 'calm' | 'near' | 'past'

interface DateBlockProps {
  /** «15» */
  readonly day: string
  /** «januari» */
  readonly month: string
  /** «7 dagar kvar» */
  readonly left?: string | undefined
  readonly tone?: DeadlineTone | undefined
}

/** The last day at the edge of a case card. */
export function DateBlock({ day, month, left, tone = 'calm' }: DateBlockProps) {
  return (
    <div className={`date-block ${tone}`}>
      <b className="num">{day}</b>
      <span>{month}</span>
      {left !== undefined && <span className="left">{left}</span>}
    </div>
  )
}

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
