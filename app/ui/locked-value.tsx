import { PadlockLockedIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface FixedValueProps {
  /** Where an error's link leads. */
  readonly id?: string | undefined
  readonly label: ReactNode
  readonly value: ReactNode
  readonly help?: ReactNode
}

/** A value that is not this person's to change: text with a padlock and its source, not a disabled field. */
export function LockedValue({ id, label, value, help, source }: FixedValueProps & { readonly source?: ReactNode }) {
  const { t } = useTranslation('common')
  return (
    <div className="field" id={id} tabIndex={id === undefined ? undefined : -1}>
      <p className="field-label">{label}</p>
      {help !== undefined && <div className="field-help">{help}</div>}
      <div className="field-control">
        <div className="locked-value">
          <PadlockLockedIcon title={t('pageState.locked')} />
          <span className="num strong">{value}</span>
        </div>
      </div>
      {source !== undefined && <p className="field-help">{source}</p>}
    </div>
  )
}

/** A value that the portal computes from other answers; spoken politely when it changes. */
export function CalculatedValue({ id, label, value, help }: FixedValueProps) {
  const { t } = useTranslation('common')
  return (
    <div className="field" id={id} tabIndex={id === undefined ? undefined : -1}>
      <p className="field-label">{label}</p>
      {help !== undefined && <div className="field-help">{help}</div>}
      <div className="field-control">
        <output className="calculated-value num">
          {value === '' ? <span className="not-yet">{t('field.notYet')}</span> : value}
        </output>
      </div>
    </div>
  )
}
