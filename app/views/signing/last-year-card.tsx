import { useTranslation } from 'react-i18next'
import type { Language } from '~/forms/text'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { More } from '~/ui/more'
import { Differences } from '../diff/differences'
import type { Delta, LastYear } from './signing'
import styles from './signing.module.css'

/** What is not as it was the last time: the most telling figures, and everything behind a click. */
export function LastYearCard({ lastYear, language }: { readonly lastYear: LastYear; readonly language: Language }) {
  const { t } = useTranslation('sign')
  const { before, now, deltas, differences } = lastYear
  return (
    <Card labelledBy="andrat" gap="tight">
      <H2 id="andrat">{t('lastYear.title', { year: before })}</H2>
      {deltas.length > 0 && (
        <ul className="plain-list num">
          {deltas.map((delta) => (
            <li key={delta.question} className={styles.delta}>
              <div>
                {delta.label}
                <Comment delta={delta} />
              </div>
              <div>
                <span className={styles.now}>{delta.now}</span>
                <span className={styles.before}>
                  {before}: {delta.before}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {differences.length === 0 ? (
        <p>{t('lastYear.same', { year: before })}</p>
      ) : (
        <More title={t('lastYear.all', { count: differences.length })}>
          <Differences
            differences={differences}
            language={language}
            before={String(before)}
            after={String(now)}
            look="lastYear"
          />
        </More>
      )}
    </Card>
  )
}

/** «Upp 41 procent. ”Fler söker hjälp.”» */
function Comment({ delta: { percent, words } }: { readonly delta: Delta }) {
  const { t } = useTranslation('sign')
  const move =
    percent === undefined ? undefined : t(percent > 0 ? 'lastYear.up' : 'lastYear.down', { percent: Math.abs(percent) })
  const parts = [move, ...(words ?? []).map((each) => `”${each}”`)].filter(Boolean)
  return parts.length > 0 ? <p className="subtle small">{parts.join(' ')}</p> : null
}
