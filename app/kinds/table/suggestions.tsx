import { type RefObject, useEffect, useState } from 'react'
import type { TableTyped } from './rows'

interface Props {
  readonly id: string
  /** The name of the table. */
  readonly name: string
  readonly column: string
  readonly typed: TableTyped | undefined
  readonly group: RefObject<HTMLElement>
}

const most = 100

const distinct = (texts: readonly string[]) =>
  [...new Set(texts.map((text) => text.trim()).filter((text) => text !== ''))].slice(0, most)

/** What other rows have in a column, for a field to suggest. */
export function Suggestions({ id, name, column, typed, group }: Props) {
  const [texts, setTexts] = useState(() =>
    distinct(
      Object.values(typed ?? {}).flatMap((row) => {
        const cell = row?.[column]
        return typeof cell === 'string' ? [cell] : []
      }),
    ),
  )
  useEffect(() => {
    const element = group.current
    if (!element) return
    const look = () => {
      const fields = [...element.querySelectorAll('input')].filter(
        (field) => field.name.startsWith(`${name}.`) && field.name.endsWith(`.${column}`),
      )
      setTexts(distinct(fields.map(({ value }) => value)))
    }
    element.addEventListener('change', look)
    return () => element.removeEventListener('change', look)
  }, [group, name, column])
  return (
    <datalist id={id}>
      {texts.map((text) => (
        <option key={text} value={text} />
      ))}
    </datalist>
  )
}
