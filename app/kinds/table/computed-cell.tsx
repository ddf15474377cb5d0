import { createContext, startTransition, useContext, useEffect, useRef, useState } from 'react'
import { errorId, FieldError } from '~/ui/field'
import type { InputIssue } from '../contract'
import { allMessages } from '../issues'
import { ComputedTexts } from './computed-texts'
import styles from './table.module.css'

/** What the last autosave computed. */
export const ComputedCells = createContext(new ComputedTexts())

/** Tells a table that a computed cell has another value. Nobody typed it, so it is no «input», which would save. */
export const computedEvent = 'bidra:computed'

interface Props {
  readonly name: string
  /** As the server rendered it. */
  readonly shown: string
  readonly unit: string | undefined
  /** Where no heading says it. */
  readonly label: string | undefined
  readonly issues: readonly InputIssue[]
}

/** What is computed in a row: shown, never posted. The sums read the field, which is disabled. */
export function ComputedCell({ name, shown, unit, label, issues }: Props) {
  const texts = useContext(ComputedCells)
  const [text, setText] = useState(shown)
  const field = useRef<HTMLInputElement>(null)
  const told = useRef(text)
  useEffect(() => {
    setText(shown)
    return texts.listen(name, shown, (text) => startTransition(() => setText(text)))
  }, [texts, name, shown])
  useEffect(() => {
    if (told.current === text) return
    told.current = text
    field.current?.dispatchEvent(new Event(computedEvent, { bubbles: true }))
  }, [text])
  return (
    <>
      {label && <span className={styles.help}>{label}</span>}
      <output id={name} aria-describedby={issues.length > 0 ? errorId(name) : undefined}>
        {text === '' ? '–' : unit === undefined ? text : `${text}\u00a0${unit}`}
      </output>
      <input ref={field} type="hidden" disabled name={name} value={text} />
      <FieldError id={name} errors={allMessages(issues)} />
    </>
  )
}
