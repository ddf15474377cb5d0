import type { ReactNode } from 'react'
import { classNames } from './class-names'

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

interface PairProps {
  readonly label: ReactNode
  readonly value: ReactNode
  readonly className?: string
}

function Pair({ label, value, className }: PairProps) {
  return (
    <>
      <dt className={className}>{label}</dt>
      <dd className={className}>{value}</dd>
    </>
  )
}
