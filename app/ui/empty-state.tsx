import type { ReactNode } from 'react'

/** A list that is empty: what it means, why, what one can do. */
export function EmptyState({
  heading,
  children,
  actions,
}: {
  readonly heading: ReactNode
  readonly children: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="card empty-state stack">
      <svg width="120" height="88" viewBox="0 0 120 88" aria-hidden="true" focusable="false">
        <path className="ground" d="M8 80h104" />
        <rect className="sheet-shape" x="30" y="14" width="52" height="66" rx="6" />
        <path className="lines" d="M42 32h28M42 44h28M42 56h16" />
        <circle className="seal" cx="84" cy="62" r="15" />
        <circle className="seal-centre" cx="84" cy="62" r="5" />
      </svg>
      <div className="stack tight">
        {heading}
        {children}
      </div>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  )
}
