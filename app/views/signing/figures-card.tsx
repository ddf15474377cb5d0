import { useTranslation } from 'react-i18next'
import type { Language } from '~/forms/text'
import { DataList } from '~/ui/data-list'
import { Card } from '~/ui/layout'
import { DisplayView } from '../summary/display'
import type { Figures, RequestView } from './signing'
import styles from './signing.module.css'

/** What the case is about, in figures: the money large, then to whom, by when, and what the form names. */
export function FiguresCard({ view, language }: { readonly view: RequestView; readonly language: Language }) {
  const { t } = useTranslation('sign')
  const { figures, agency, deadline } = view
  const long = figures.key.filter(({ short }) => short === undefined)
  return (
    <Card gap="tight">
      <Money figures={figures} agency={agency} />
      <div className={`${styles.pairs} ${figures.amount ? styles.ruled : ''}`}>
        <DataList
          look="facts"
          items={[
            { label: t('figures.to'), value: agency },
            { label: t('figures.deadline'), value: t('figures.deadlineAt', deadline) },
            ...figures.key.flatMap(({ id, label, short }) =>
              short === undefined ? [] : [{ key: id, label, value: short }],
            ),
          ]}
        />
      </div>
      {long.map(({ id, label, display }) => (
        <div key={id} className={styles.ruled}>
          <p className="subtle small">{label}</p>
          <DisplayView display={display} language={language} label={label} />
        </div>
      ))}
    </Card>
  )
}

function Money({ figures, agency }: { readonly figures: Figures; readonly agency: string }) {
  const { t } = useTranslation('sign')
  const { amount, remaining } = figures
  if (!amount) return null
  return (
    <div>
      <p className="subtle small">{moneyLabel(figures, t)}</p>
      <p className="amount">{amount.text}</p>
      {remaining && (
        <p className={remaining.none ? `good-text ${styles.left}` : styles.left}>
          {remaining.none ? t('figures.nothingLeft') : t('figures.left', { amount: remaining.text })}
        </p>
      )}
      {remaining && !remaining.none && <p className="small subtle">{t('figures.payLater', { agency })}</p>}
    </div>
  )
}

type Translate = ReturnType<typeof useTranslation>['t']

/** «Använt av beviljade 1 127 386 kr», «Sökt belopp», or the question's own words. */
export function moneyLabel({ kind, award, amount }: Figures, t: Translate): string {
  if (kind === 'return' && award) return t('figures.used', { award })
  return kind === 'application' ? t('figures.applied') : (amount?.label ?? '')
}
