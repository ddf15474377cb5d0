import type { ReactNode } from 'react'
import { Pair } from './data-list'

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
