import { type ReactNode, useEffect, useRef, useState } from 'react'
import { classNames } from '~/ui/class-names'
import { filledEvent } from '../put-back'
import styles from './row-choice.module.css'

interface Props {
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly chosen: string | undefined
  /** The list itself, given what is to stand below it. */
  readonly children: (name: ReactNode) => ReactNode
}

/** Characters that any list has room for, one across a phone, and one across the page. */
const [short, medium, long] = [24, 30, 70]

/** What is chosen, in full, below a list that is too narrow for it. Who listens has it from the list. */
export function WithChosenName({ options, chosen, children }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const [value, setValue] = useState(chosen)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const look = () => setValue(element.querySelector('select')?.value)
    look()
    element.addEventListener('change', look)
    element.addEventListener(filledEvent, look)
    return () => {
      element.removeEventListener('change', look)
      element.removeEventListener(filledEvent, look)
    }
  }, [])
  const { label = '' } = options.find((option) => option.value === value) ?? {}
  return (
    <div ref={frame} className={styles.frame}>
      {children(
        label.length > short && (
          <p className={classNames(styles.name, fits(label.length))} aria-hidden="true">
            {label}
          </p>
        ),
      )}
    </div>
  )
}

/** How wide a list has to be to say it itself. */
const fits = (length: number) => (length <= medium ? styles.medium : length <= long && styles.long)
