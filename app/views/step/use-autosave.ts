import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Conflict } from '~/forms/judgement'
import { putBack } from '~/kinds/put-back'
import { tellOfEarlyTyping } from '~/ui/early-typing'
import { drop, keep, take } from './keeper'
import type { StepIssue } from './step'
import { type Sending, TypedParts } from './typed-parts'

/** The answer of an autosave. */
export interface SaveAnswer {
  readonly revision: number
  /** Others have saved since the page was last told: it may show answers that are old. */
  readonly overtaken: boolean
  /** «kl. 14.03», in the page's language and the portal's time zone. */
  readonly savedAt: string
  readonly visible: Readonly<Record<string, boolean>>
  readonly computed: Readonly<Record<string, string>>
  /** Question id → its rows and columns that are not there. */
  readonly hidden: Readonly<Record<string, readonly string[]>>
  readonly notOffered: Readonly<Record<string, readonly string[]>>
  readonly conflicts: readonly Pick<Conflict, 'key' | 'path'>[]
  /** The page's errors as they are now; only when asked for. */
  readonly issues?: readonly StepIssue[]
  /** The page after this one as the answers are now; only with `issues`. */
  readonly nextPage?: string
}

/** `locked`: a signature is asked for, or the case is submitted: it cannot be saved any more. */
export type SaveStatus = 'idle' | 'saving' | 'saved' | 'failed' | 'offline' | 'signedOut' | 'locked'

type Refusal = Exclude<SaveStatus, 'idle' | 'saving' | 'saved'>

export interface Autosave {
  readonly status: SaveStatus
  readonly answer: SaveAnswer | undefined
  /** Text that the server had not got was found in the tab and put back. */
  readonly restored: boolean
  /** Saves at once, with the page's errors in the answer; undefined when it could not. */
  readonly saveNow: () => Promise<SaveAnswer | undefined>
  /** Something typed is not acknowledged yet. */
  readonly isUnsaved: () => boolean
  /** Saves what is not acknowledged yet, and answers when there is nothing more to wait for; how it went. */
  readonly settle: () => Promise<'saved' | Refusal>
}

const pause = 700
const retryAfter = 5_000
/** What browsers send to the end even when the page is gone. */
const outlivesPage = 60_000

/**
 * Saves a form while it is typed in: the rows and questions that were. What is not acknowledged yet is kept in the tab. One
 * request at a time; what is typed meanwhile goes with the next. Without script the form's buttons do the same.
 */
export function useAutosave(
  form: RefObject<HTMLFormElement>,
  place: { readonly userId: string; readonly href: string; readonly revision: number; readonly withIssues: boolean },
): Autosave {
  const { userId, href } = place
  const [state, setState] = useState<Pick<Autosave, 'status' | 'answer' | 'restored'>>({
    status: 'idle',
    answer: undefined,
    restored: false,
  })
  const revision = useRef(place.revision)
  const withIssues = useRef(place.withIssues)
  withIssues.current = place.withIssues
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const running = useRef<Promise<SaveAnswer | Refusal>>()
  const overtaken = useRef(false)
  // They wait for somebody's choice until the page is left, also when a later save has nothing more to say of them.
  const conflicts = useRef<SaveAnswer['conflicts']>([])
  // Outlives the page: its last words are saved when it is gone already.
  const typed = useRef<TypedParts>()

  const send = useCallback(
    async (issues: boolean): Promise<SaveAnswer | Refusal> => {
      clearTimeout(timer.current)
      // Whoever waited here with me may have begun the next one.
      while (running.current) await running.current
      const page = typed.current
      if (!page) return 'failed'
      // A message with a link stays until it is no longer true: a press on it, which leaves a field, must find it there.
      setState((old) => ({ ...old, status: hasWayOut(old.status) ? old.status : 'saving' }))
      const sending = page.sending()
      running.current = post(href, sending, { revision: revision.current, issues })
      const result = await running.current
      running.current = undefined
      if (typeof result === 'string') {
        setState((old) => ({ ...old, status: result }))
        if (result === 'offline' || result === 'failed') timer.current = setTimeout(() => send(issues), retryAfter)
        return result
      }
      page.acknowledge(sending)
      revision.current = result.revision
      overtaken.current ||= result.overtaken
      // A real post has nothing but its revision to tell what the page shows: it must not claim to have seen what others did.
      const field = page.form.elements.namedItem('revision')
      if (field instanceof HTMLInputElement && !overtaken.current) field.value = String(result.revision)
      if (page.isEmpty) drop(userId, href)
      conflicts.current = together(conflicts.current, result.conflicts)
      const answer = { ...result, conflicts: conflicts.current }
      setState((old) => ({ ...old, status: 'saved', answer: { ...old.answer, ...answer } }))
      return answer
    },
    [href, userId],
  )

  useEffect(() => {
    const element = form.current
    if (!element) return
    const page = new TypedParts(element)
    typed.current = page
    const save = () => {
      if (!page.isEmpty) void send(withIssues.current)
    }
    const note = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') return
      page.note(event.target instanceof Element ? event.target : element)
      if (page.isEmpty) return
      keep(userId, href, { revision: revision.current, ...page.kept() })
      clearTimeout(timer.current)
      timer.current = setTimeout(save, event.type === 'change' ? 0 : pause)
    }
    const hiding = () => {
      if (document.visibilityState === 'hidden') save()
    }
    element.addEventListener('input', note)
    element.addEventListener('change', note)
    window.addEventListener('online', save)
    document.addEventListener('visibilitychange', hiding)
    const kept = take(userId, href)
    if (kept) {
      revision.current = Math.min(revision.current, kept.revision)
      setState((old) => ({ ...old, restored: true }))
      putBack(element, page.withKept(kept), () => {
        page.restored(kept)
        // Typed later than what was kept.
        tellOfEarlyTyping(element)
        save()
      })
    } else tellOfEarlyTyping(element)
    return () => {
      element.removeEventListener('input', note)
      element.removeEventListener('change', note)
      window.removeEventListener('online', save)
      document.removeEventListener('visibilitychange', hiding)
      clearTimeout(timer.current)
      save()
    }
  }, [form, href, userId, send])

  const saveNow = useCallback(async () => {
    typed.current?.look()
    const result = await send(true)
    return typeof result === 'string' ? undefined : result
  }, [send])
  const isUnsaved = useCallback(() => typed.current?.isEmpty === false || running.current !== undefined, [])
  const settle = useCallback(async () => {
    while (running.current) await running.current
    while (typed.current?.isEmpty === false) {
      const result = await send(withIssues.current)
      if (typeof result === 'string') return result
    }
    return 'saved'
  }, [send])
  return { ...state, saveNow, isUnsaved, settle }
}

const hasWayOut = (status: SaveStatus) => status === 'signedOut' || status === 'locked'

function together(known: SaveAnswer['conflicts'], more: SaveAnswer['conflicts']): SaveAnswer['conflicts'] {
  const isNew = ({ key, path }: SaveAnswer['conflicts'][number]) =>
    !known.some((each) => each.key === key && each.path.join() === path.join())
  return more.some(isNew) ? [...known, ...more.filter(isNew)] : known
}

async function post(
  href: string,
  { fields, was }: Sending,
  { revision, issues }: { readonly revision: number; readonly issues: boolean },
): Promise<SaveAnswer | Refusal> {
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
  body.set('revision', String(revision))
  body.set('was', JSON.stringify(was))
  if (issues) body.set('issues', '1')
  const keepalive = body.toString().length < outlivesPage
  try {
    const response = await fetch(href, { method: 'POST', body, keepalive, headers: { Accept: 'application/json' } })
    if (response.ok) return await response.json()
    if (response.status === 401) return 'signedOut'
    if (response.status === 409 || response.status === 404) return 'locked'
    return 'failed'
  } catch {
    return 'offline'
  }
}
