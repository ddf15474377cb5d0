import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Conflict } from '~/forms/judgement'
import { drop, keep, putBack, take } from './keeper'
import type { StepIssue } from './step'

/** The answer of an autosave. */
export interface SaveAnswer {
  readonly revision: number
  /** «14.03», in the page's language and the portal's time zone. */
  readonly savedAt: string
  readonly visible: Readonly<Record<string, boolean>>
  readonly computed: Readonly<Record<string, string>>
  readonly conflicts: readonly Pick<Conflict, 'key' | 'path'>[]
  /** The page's errors as they are now; asked for only while errors are shown. */
  readonly issues?: readonly StepIssue[]
}

export type SaveStatus = 'idle' | 'saving' | 'saved' | 'failed' | 'offline' | 'signedOut' | 'locked'

export interface Autosave {
  readonly status: SaveStatus
  readonly answer: SaveAnswer | undefined
  /** Something has been typed and restored that the server had not got. */
  readonly restored: boolean
}

const pause = 700
const retryAfter = 5_000

/**
 * Saves a form while it is typed in. What is not acknowledged yet is kept in the tab. One request at a time; what is
 * typed meanwhile goes with the next. Without script the form's buttons do the same.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  place: { readonly userId: string; readonly href: string; readonly revision: number; readonly withIssues: boolean },
): Autosave {
  const { userId, href, withIssues } = place
  const [state, setState] = useState<Autosave>({ status: 'idle', answer: undefined, restored: false })
  const revision = useRef(place.revision)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const running = useRef(false)
  const dirty = useRef(false)

  const save = useCallback(async () => {
    clearTimeout(timer.current)
    const element = form.current
    if (!element || running.current || !dirty.current) return
    running.current = true
    dirty.current = false
    setState((old) => ({ ...old, status: 'saving' }))
    const result = await post(href, textOf(element), revision.current, withIssues)
    running.current = false
    if (typeof result === 'string') {
      dirty.current = true
      setState((old) => ({ ...old, status: result }))
      if (result === 'offline' || result === 'failed') timer.current = setTimeout(save, retryAfter)
      return
    }
    revision.current = result.revision
    const field = element.elements.namedItem('revision')
    if (field instanceof HTMLInputElement) field.value = String(result.revision)
    if (dirty.current) timer.current = setTimeout(save, pause)
    else drop(userId, href)
    setState((old) => ({ ...old, status: 'saved', answer: result }))
  }, [form, href, userId, withIssues])

  useEffect(() => {
    const element = form.current
    if (!element) return
    const note = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') return
      dirty.current = true
      keep(userId, href, { revision: revision.current, fields: textOf(element) })
      clearTimeout(timer.current)
      timer.current = setTimeout(save, event.type === 'change' ? 0 : pause)
    }
    const online = () => void save()
    const leaving = () => {
      if (document.visibilityState === 'hidden') void save()
    }
    // The form's own post carries everything; a save under way beside it would only race with it.
    const posting = () => {
      clearTimeout(timer.current)
      dirty.current = false
    }
    element.addEventListener('input', note)
    element.addEventListener('change', note)
    element.addEventListener('submit', posting)
    window.addEventListener('online', online)
    document.addEventListener('visibilitychange', leaving)
    const kept = take(userId, href)
    if (kept) {
      putBack(element, kept)
      revision.current = Math.min(revision.current, kept.revision)
      dirty.current = true
      setState((old) => ({ ...old, restored: true }))
      void save()
    }
    return () => {
      element.removeEventListener('input', note)
      element.removeEventListener('change', note)
      element.removeEventListener('submit', posting)
      window.removeEventListener('online', online)
      document.removeEventListener('visibilitychange', leaving)
      clearTimeout(timer.current)
    }
  }, [form, href, userId, save])

  return state
}

/** The form's fields, files left out. */
function textOf(form: HTMLFormElement): [string, string][] {
  return [...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
}

async function post(
  href: string,
  fields: readonly (readonly [string, string])[],
  revision: number,
  withIssues: boolean,
): Promise<SaveAnswer | Exclude<SaveStatus, 'idle' | 'saving' | 'saved'>> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  body.set('revision', String(revision))
  if (withIssues) body.set('issues', '1')
  try {
    const response = await fetch(href, { method: 'POST', body, headers: { Accept: 'application/json' } })
    if (response.ok) return await response.json()
    if (response.status === 401) return 'signedOut'
    if (response.status === 409) return 'locked'
    return 'failed'
  } catch {
    return 'offline'
  }
}
