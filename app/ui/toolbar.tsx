import type { ReactNode } from 'react'

/** Search and filters above a list. Give the child that may grow the class `grow`. */
export const Toolbar = ({ children }: { readonly children: ReactNode }) => <div className="toolbar">{children}</div>
