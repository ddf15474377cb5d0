import {
  CheckmarkCircleFillIcon,
  CheckmarkHeavyIcon,
  ExclamationmarkTriangleFillIcon,
  XMarkIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './verdict-card.module.css'

type State = 'good' | 'warning' | 'bad'

interface VerdictCardProps {
  readonly words: {
    readonly state: State
    readonly title: string
    readonly text: string
    readonly lines: readonly {
      readonly id: string
      readonly state: State
      readonly title: string
      readonly detail: string
      readonly mark: string
    }[]
  }
  /** What the portal knows of the file itself, below the verdict. */
  readonly children?: ReactNode
}

const icons = {
  good: CheckmarkCircleFillIcon,
  warning: ExclamationmarkTriangleFillIcon,
  bad: XMarkOctagonFillIcon,
} as const
const tones = { good: 'good', warning: 'caution', bad: 'bad' } as const

/** What a verification found: one verdict in words, then a line for each thing that was looked at. Takes focus. */
export function VerdictCard({ words, children }: VerdictCardProps) {
  const { t } = useTranslation('sign')
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer is read out anew
  useEffect(() => heading.current?.focus(), [words])
  return (
    <section className="card" aria-label={t('verify.result')}>
      <div className="hero">
        <span className={`big-mark ${styles[words.state]}`}>
          {words.state === 'good' ? (
            <CheckmarkHeavyIcon aria-hidden />
          ) : words.state === 'bad' ? (
            <XMarkIcon aria-hidden />
          ) : (
            <ExclamationmarkTriangleFillIcon aria-hidden />
          )}
        </span>
        <div className="stack xtight">
          <h2 ref={heading} tabIndex={-1} className={`aksel-heading aksel-heading--medium ${styles.title}`}>
            {words.title}
          </h2>
          <p>{words.text}</p>
          {children}
        </div>
      </div>
      {words.lines.length > 0 && (
        <ul className={`plain-list ${styles.lines}`}>
          {words.lines.map(({ id, state, title, detail, mark }) => {
            const Icon = icons[state]
            return (
              <li key={`${id} ${title} ${detail}`} className="verdict">
                <Icon aria-hidden className={`${tones[state]}-text`} />
                <div>
                  <b>{title}</b>
                  <p className={`small subtle ${id === 'controlCode' ? 'mono' : ''}`}>{detail}</p>
                </div>
                <span className={`state ${tones[state]}`}>{mark}</span>
              </li>
            )
          })}
        </ul>
      )}
    </section>
  )
}
