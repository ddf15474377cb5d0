import { useEffect, useRef } from 'react'

/** After a change of page in the browser, puts focus on the heading; not at the first load. `page` is the address. */
export function useFocusOnNavigation(page: string): void {
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    // An error summary or another part of the page may have taken it already.
    const active = document.activeElement
    if (active && active !== document.body && active.closest('main')) return
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [page])
}
