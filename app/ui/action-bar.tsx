import type { ReactNode } from 'react'

/** The buttons of a form, always in sight: put last in the form on a `Sheet`. */
export function ActionBar({ children, state }: { readonly children: ReactNode; readonly state?: ReactNode }) {
  return (
    <div className="action-bar">
      {children}
      {state}
    </div>
  )
}
