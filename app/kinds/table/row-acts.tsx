import { ArrowDownIcon, ArrowUpIcon, FilesIcon, MenuElipsisVerticalIcon, TrashIcon } from '@navikt/aksel-icons'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import type { Language } from '~/forms/text'
import { actKey } from './columns'
import { messages } from './messages'
import styles from './table.module.css'
import type { PageRow, RowActs } from './use-rows'

interface Props {
  /** The name of the table. */
  readonly name: string
  readonly row: PageRow
  readonly rowName: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly hasRoom: boolean
  readonly acts: RowActs
  readonly language: Language
}

/** What can be done with a row, behind a button of its own. Without script each act is a post. */
export function RowActsMenu({ name, row, rowName, isFirst, isLast, hasRoom, acts, language }: Props) {
  const says = messages[language]
  const onKeyDown = (event: KeyboardEvent<HTMLDetailsElement>) => {
    if (event.key !== 'Escape' || !event.currentTarget.open) return
    event.stopPropagation()
    close(event.currentTarget)
  }
  const act = (value: string, label: string, icon: ReactNode, run: () => void) => (
    <button
      type="submit"
      name={`${name}.${actKey}`}
      value={`${value}:${row.id}`}
      className={styles.act}
      onClick={(event: MouseEvent<HTMLButtonElement>) => {
        event.preventDefault()
        const menu = event.currentTarget.closest('details')
        if (menu) close(menu)
        run()
      }}
    >
      {icon}
      {label}
    </button>
  )
  return (
    <details className={styles.acts} onKeyDown={onKeyDown}>
      <summary className={styles.actsButton} aria-label={says.acts(rowName)} title={says.acts(rowName)}>
        <MenuElipsisVerticalIcon aria-hidden />
      </summary>
      <div className={styles.actsMenu}>
        {!isFirst && act('up', says.up, <ArrowUpIcon aria-hidden />, () => acts.move(row.key, -1))}
        {!isLast && act('down', says.down, <ArrowDownIcon aria-hidden />, () => acts.move(row.key, 1))}
        {hasRoom && act('copy', says.copy, <FilesIcon aria-hidden />, () => acts.copy(row.key))}
        {act('remove', says.remove, <TrashIcon aria-hidden />, () => acts.remove(row.key))}
      </div>
    </details>
  )
}

function close(menu: HTMLDetailsElement): void {
  menu.open = false
  menu.querySelector('summary')?.focus()
}
