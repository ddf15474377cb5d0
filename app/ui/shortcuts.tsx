import { type ReactNode, useEffect, useRef, useState } from 'react'
import { More } from './more'

/** What a key does on a page. Rows are those of the page's tables; links are named by `data-shortcut`. */
export type ShortcutAction = 'next' | 'previous' | 'search' | 'help' | 'previousCase' | 'nextCase'

export interface Shortcut {
  /** As `KeyboardEvent.key` says it. */
  readonly key: string
  readonly does: ShortcutAction
  readonly words: ReactNode
}

interface ShortcutsProps {
  readonly title: string
  readonly lead: ReactNode
  /** «Använd kortkommandon» */
  readonly enabledLabel: ReactNode
  readonly keys: readonly Shortcut[]
  /** Keys that the browser itself understands here, for the list. */
  readonly also?: readonly { readonly key: string; readonly words: ReactNode }[] | undefined
}

const setting = 'bidra-kortkommandon'

/**
 * The keys of a page and what they do; opens at «?». A key counts only outside fields and alone, and all can be turned
 * off in this browser. Everything that they do has a button or a link of its own.
 */
export function Shortcuts({ title, lead, enabledLabel, keys, also = [] }: ShortcutsProps) {
  const [enabled, setEnabled] = useState(true)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => setEnabled(localStorage.getItem(setting) !== 'av'), [])
  useEffect(() => {
    if (!enabled) return
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const shortcut = keys.find(({ key }) => key === event.key.toLowerCase())
      if (!shortcut) return
      event.preventDefault()
      carryOut(shortcut.does, box.current)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [enabled, keys])
  return (
    <div className="needs-script small" ref={box}>
      <More title={title}>
        <p>{lead}</p>
        <dl className="data-list compact">
          {[...keys, ...also].map(({ key, words }) => (
            <Pair key={key} label={<kbd>{key.length === 1 ? key.toUpperCase() : key}</kbd>} value={words} />
          ))}
        </dl>
        <label className="row tight">
          <input
            type="checkbox"
            checked={enabled}
            onChange={(event) => {
              setEnabled(event.target.checked)
              localStorage.setItem(setting, event.target.checked ? 'pa' : 'av')
            }}
          />
          {enabledLabel}
        </label>
      </More>
    </div>
  )
}

function Pair({ label, value }: { readonly label: ReactNode; readonly value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.matches('textarea, select')) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit'].includes(target.type)
}

function carryOut(action: ShortcutAction, box: HTMLElement | null): void {
  switch (action) {
    case 'next':
      moveRow(1)
      break
    case 'previous':
      moveRow(-1)
      break
    case 'search':
      document.querySelector<HTMLElement>('main input[type="search"]')?.focus()
      break
    case 'help':
      box?.querySelector('details')?.setAttribute('open', '')
      box?.querySelector('summary')?.focus()
      break
    case 'previousCase':
    case 'nextCase':
      document.querySelector<HTMLElement>(`a[data-shortcut="${action}"]`)?.click()
  }
}

/** To the link of the next or previous row that has one; from outside the table, to the first or the last. */
function moveRow(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>('main tbody tr > th a')]
  const now = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement))
  const next = now === -1 ? (step === 1 ? 0 : links.length - 1) : now + step
  const link = links[Math.min(Math.max(next, 0), links.length - 1)]
  link?.focus()
  link?.scrollIntoView({ block: 'nearest' })
}
