import { PadlockLockedIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'

interface LockedValueProps {
  readonly label: ReactNode
  readonly children: ReactNode
  /** Where the value comes from: «Från länsstyrelsens beslut». */
  readonly source?: ReactNode
}

/** A value that is not this person's to change: text with a padlock, not a disabled field. */
export function LockedValue({ label, children, source }: LockedValueProps) {
  const { t } = useTranslation('common')
  return (
    <div className="field">
      <p className="field-label">{label}</p>
      <div className="field-control">
        <div className="locked-value">
          <PadlockLockedIcon title={t('pageState.locked')} />
          <span className="num strong">{children}</span>
        </div>
      </div>
      {source !== undefined && <p className="field-help">{source}</p>}
    </div>
  )
}

/** Last year's answer below a field: always heather purple, information and not judgement. */
export function LastYearChip({ year, children }: { readonly year: number; readonly children: ReactNode }) {
  return (
    <span className="last-year num">
      <b>{year}:</b> <span>{children}</span>
    </span>
  )
}

interface CalculationRow {
  readonly label: ReactNode
  readonly value: ReactNode
}

interface CalculationBoxProps {
  readonly rows: readonly CalculationRow[]
  readonly result: CalculationRow
  /** Without script: the button that computes again. */
  readonly action?: ReactNode
}

/** A computation as it stands; spoken politely when it changes. */
export function CalculationBox({ rows, result, action }: CalculationBoxProps) {
  return (
    <div role="status">
      <dl className="calculation">
        {rows.map(({ label, value }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a computation keep their place
          <Pair key={index} label={label} value={value} />
        ))}
        <Pair {...result} className="result" />
      </dl>
      {action}
    </div>
  )
}

function Pair({ label, value, className }: CalculationRow & { readonly className?: string }) {
  return (
    <>
      <dt className={className}>{label}</dt>
      <dd className={className}>{value}</dd>
    </>
  )
}

interface DataListProps {
  readonly items: readonly { readonly label: ReactNode; readonly value: ReactNode; readonly key?: string }[]
  /** `answers`: label column of 13 rem · `compact`: as narrow as the labels · `facts`: label above value, side by side. */
  readonly look?: 'answers' | 'compact' | 'facts' | undefined
}

/** Labels and values, as a `dl`. */
export function DataList({ items, look = 'answers' }: DataListProps) {
  return (
    <dl className={classNames('data-list num', look !== 'answers' && look)}>
      {items.map(({ label, value, key }, index) =>
        look === 'facts' ? (
          <div key={key ?? index}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : (
          <Pair key={key ?? index} label={label} value={value} />
        ),
      )}
    </dl>
  )
}

const tones = ['', 'amber', 'heather', 'spruce']

/** A person's initials; the name stands beside it in words. */
export function Avatar({ name, small }: { readonly name: string; readonly small?: boolean }) {
  const words = name.split(/\s+/).filter(Boolean)
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '').join('')
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return (
    <span className={classNames('avatar', tones[sum % tones.length], small && 'sm')} aria-hidden="true">
      {initials.toLocaleUpperCase('sv')}
    </span>
  )
}

/** A control code (a hash in hex) in groups of eight, so that two can be compared by eye. */
export function ControlCode({ code }: { readonly code: string }) {
  return <code className="control-code">{code.match(/.{1,8}/g)?.join(' ')}</code>
}
