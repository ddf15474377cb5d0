import { createContext, type ReactNode, useContext } from 'react'

const Inside = createContext(false)

/**
 * Shown where there is no script. One within another stands there by itself: to a browser with script the first end of
 * a `noscript` ends them all, and what follows would be on the page.
 */
export function NoScript({ children }: { readonly children: ReactNode }) {
  if (useContext(Inside)) return children
  return (
    <noscript>
      <Inside.Provider value={true}>{children}</Inside.Provider>
    </noscript>
  )
}
