import type { ReactNode } from 'react'

/** Last year's answer below a field: always heather purple, information and not judgement. */
export function LastYearChip({ year, children }: { readonly year: number; readonly children: ReactNode }) {
  return (
    <span className="last-year num">
      <b>{year}:</b> <span>{children}</span>
    </span>
  )
}
