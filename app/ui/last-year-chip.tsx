import type { ReactNode } from 'react'

interface Props {
  readonly year: number
  readonly children: ReactNode
  /** How a figure has moved since: «+25 (+41 %)». */
  readonly change?: string | undefined
}

/** Last year's answer below a field: always heather purple, information and not judgement. */
export function LastYearChip({ year, children, change }: Props) {
  return (
    <span className="last-year num">
      <b>{year}:</b> <span>{children}</span>
      {change && <span className="last-year-change">{change}</span>}
    </span>
  )
}
