import { useBlocker } from '@remix-run/react'
import { useEffect } from 'react'
import type { Autosave } from './use-autosave'

/**
 * A link, or «back», waits until what was typed last has been saved: the page it leads to is made from what is stored, and
 * must not show less than was typed. Without a network the page stays; after any other refusal the text is kept in the tab.
 */
export function useSaveBeforeLeaving({ isUnsaved, settle }: Pick<Autosave, 'isUnsaved' | 'settle'>): void {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && isUnsaved(),
  )
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    let isMine = true
    void settle().then((how) => {
      if (!isMine) return
      if (how === 'offline') blocker.reset()
      else blocker.proceed()
    })
    return () => {
      isMine = false
    }
  }, [blocker, settle])
}
