import { useTranslation } from 'react-i18next'
import { caseStates } from '~/reviews/worklist-filter'
import styles from './worklist.module.css'

type Counts = Readonly<Partial<Record<(typeof caseStates)[number], number>>>

/** How the round's cases stand, as a bar and in words. */
export function Distribution({ byState, handedIn, total }: { byState: Counts; handedIn: number; total: number }) {
  const { t } = useTranslation(['review', 'common'])
  const shares = caseStates.flatMap((state) => {
    const count = byState[state] ?? 0
    return count > 0 ? [{ state, count, words: `${t(`common:caseState.${state}`)} ${count}` }] : []
  })
  const label = t('list.distribution', {
    count: handedIn,
    total,
    states: shares.map(({ words }) => words).join(', '),
  })
  return (
    <div className="stack tight">
      <div className="share-bar" role="img" aria-label={label}>
        {shares.map(({ state, count }) => (
          <i key={state} className={styles[state]} style={{ flex: count }} />
        ))}
      </div>
      <ul className="share-key num">
        <li>
          <b className={styles.total}>{t('list.handedIn', { count: handedIn, total })}</b>
        </li>
        {shares.map(({ state, words }) => (
          <li key={state}>
            <i className={styles[state]} aria-hidden="true" />
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}
