import { ArrowDownIcon, ArrowUpIcon, PlusIcon, TrashIcon } from '@navikt/aksel-icons'
import { Button } from '@navikt/ds-react/Button'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { FieldGroup } from '~/ui/field'
import { NoScript } from '~/ui/no-script'
import { TextInput } from '~/ui/text-input'
import type { InputProps } from './contract'
import { frameOf } from './input-frame'
import { messagesAt } from './issues'
import styles from './repeated-text.module.css'

interface Words {
  readonly add: string
  readonly remove: string
  readonly up: string
  readonly down: string
  /** Below the rows, where there is no script to add more. */
  readonly emptyRows: string
}

interface RepeatedTextProps {
  readonly props: InputProps<{ readonly max: number }, readonly string[]>
  readonly words: Words
  /** What a row is called, from 1. */
  readonly labelOf: (number: number) => string
  /** Rows can change places. */
  readonly ordered?: boolean
  /** Empty rows at first. */
  readonly empty: number
  /** Id of a datalist with suggestions. */
  readonly list?: string
  readonly children?: ReactNode
}

interface Row {
  readonly key: number
  readonly text: string
}

/** Rows that stand below what is filled in, for a page without script. */
const extra = 3

/**
 * One text field per row, named «name.0», «name.1» … Script adds, removes and moves rows; without it some empty rows
 * stand below, and a save gives more.
 */
export function RepeatedText({ props, words, labelOf, ordered, empty, list, children }: RepeatedTextProps) {
  const { name, issues, options, typed = [] } = props
  const group = useRef<HTMLDivElement>(null)
  const [rows, setRows] = useState<readonly Row[]>(() => {
    const count = Math.min(
      Math.max(typed.length + (typed.length > 0 ? 0 : empty), 1),
      Math.max(options.max, typed.length),
    )
    return Array.from({ length: count }, (_, key) => ({ key, text: typed[key] ?? '' }))
  })
  const nextKey = useRef(rows.length)
  // What is to have focus when the rows have changed; and whoever saves the form is to hear of it.
  const focus = useRef<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: after every change of the rows
  useEffect(() => {
    if (focus.current === undefined) return
    const field = document.getElementById(focus.current)
    focus.current = undefined
    field?.focus()
    group.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [rows])

  const idOf = (place: number) => `${name}.${place}`
  const change = (next: readonly Row[], focused: number) => {
    focus.current = idOf(Math.max(0, Math.min(focused, next.length - 1)))
    setRows(next)
  }
  const remove = (place: number) => {
    const rest = rows.filter((_, other) => other !== place)
    change(rest.length > 0 ? rest : [{ key: nextKey.current++, text: '' }], place)
  }
  const move = (place: number, to: number) => {
    const next = [...rows]
    const [row] = next.splice(place, 1)
    if (row) next.splice(to, 0, row)
    change(next, to)
  }
  // Issues count the rows that are filled in.
  const filled = rows.filter(({ text }) => text.trim() !== '')
  const errorsOf = (row: Row) => {
    const place = filled.indexOf(row)
    return place < 0 ? [] : messagesAt(issues, String(place))
  }
  const known = new Set(filled.map((_, place) => String(place)))

  return (
    // An error of the whole question leads here.
    <div id={name} tabIndex={-1}>
      <FieldGroup {...frameOf({ ...props, issues: issues.filter(({ path }) => !known.has(path[0] ?? '')) })} id={name}>
        {children}
        <div ref={group} className={styles.rows}>
          {rows.map((row, place) => (
            <div key={row.key} className={styles.row}>
              <TextInput
                name={`${name}.${place}`}
                id={idOf(place)}
                label={labelOf(place + 1)}
                defaultValue={row.text}
                list={list}
                autoComplete="off"
                errors={errorsOf(row)}
                onInput={({ currentTarget: { value } }) =>
                  setRows((old) => old.map((other) => (other.key === row.key ? { ...other, text: value } : other)))
                }
              />
              <div className={`needs-script ${styles.acts}`}>
                {ordered && place > 0 && (
                  <Act label={`${words.up}: ${labelOf(place + 1)}`} onClick={() => move(place, place - 1)}>
                    <ArrowUpIcon aria-hidden />
                  </Act>
                )}
                {ordered && place < rows.length - 1 && (
                  <Act label={`${words.down}: ${labelOf(place + 1)}`} onClick={() => move(place, place + 1)}>
                    <ArrowDownIcon aria-hidden />
                  </Act>
                )}
                {rows.length > 1 && (
                  <Act label={`${words.remove}: ${labelOf(place + 1)}`} onClick={() => remove(place)}>
                    <TrashIcon aria-hidden />
                  </Act>
                )}
              </div>
            </div>
          ))}
          {rows.length < options.max && (
            <>
              <NoScript>
                {Array.from(
                  { length: Math.min(extra, options.max - rows.length) },
                  (_, place) => rows.length + place,
                ).map((place) => (
                  <div key={place} className={styles.row}>
                    <TextInput name={`${name}.${place}`} label={labelOf(place + 1)} list={list} autoComplete="off" />
                  </div>
                ))}
                <p className="field-help">{words.emptyRows}</p>
              </NoScript>
              <div className="needs-script">
                <Button
                  type="button"
                  variant="tertiary"
                  size="small"
                  icon={<PlusIcon aria-hidden />}
                  onClick={() => change([...rows, { key: nextKey.current++, text: '' }], rows.length)}
                >
                  {words.add}
                </Button>
              </div>
            </>
          )}
        </div>
      </FieldGroup>
    </div>
  )
}

interface ActProps {
  readonly label: string
  readonly onClick: () => void
  readonly children: ReactNode
}

function Act({ label, onClick, children }: ActProps) {
  return <Button type="button" variant="tertiary" title={label} aria-label={label} icon={children} onClick={onClick} />
}
