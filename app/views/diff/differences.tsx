import type { Language } from '~/forms/text'
import { DisplayView } from '../summary/display'
import type { Difference } from './diff'
import styles from './differences.module.css'

interface DifferencesProps {
  readonly differences: readonly Difference[]
  readonly language: Language
  /** Headings: «2019» and «2020», «När du läste» and «Nu». */
  readonly before: string
  readonly after: string
  /** `lastYear`: what was before is set in the colour of last year. */
  readonly look?: 'change' | 'lastYear' | undefined
}

/** What is not the same in two sets of answers, question by question, both values with their headings. */
export function Differences({ differences, language, before, after, look = 'change' }: DifferencesProps) {
  return (
    <ul className={styles.list}>
      {differences.map((difference) => (
        <li key={difference.question} className={styles.difference}>
          <h3>{difference.number === undefined ? difference.label : `${difference.number} ${difference.label}`}</h3>
          <dl>
            <div className={look === 'lastYear' ? styles.lastYear : undefined}>
              <dt>{before}</dt>
              <dd>
                <DisplayView display={difference.before} language={language} label={`${difference.label}, ${before}`} />
              </dd>
            </div>
            <div>
              <dt>{after}</dt>
              <dd className={styles.now}>
                <DisplayView display={difference.after} language={language} label={`${difference.label}, ${after}`} />
              </dd>
            </div>
          </dl>
        </li>
      ))}
    </ul>
  )
}
