import { CheckmarkCircleFillIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, useState } from 'react'
import { formatInteger } from '~/forms/format'
import type { Language } from '~/forms/text'
import { classNames } from '~/ui/class-names'
import styles from './count-table.module.css'
import { messages } from './messages'
import { type ColumnCheck, sumOf } from './sums'

interface Props {
  readonly label: string
  /** One per column, in order. */
  readonly checks: readonly (ColumnCheck & { readonly column: string; readonly label: string })[]
  readonly language: Language
  readonly withSum: boolean
  /** How many columns of last year stand after. */
  readonly after: number
}

/** Under the parts: what they add up to in each column, and whether that is the total. */
export function CheckRow({ label, checks, language, withSum, after }: Props) {
  const sum = sumOf(checks.map(({ parts }) => parts))
  return (
    <tr>
      <th scope="row" className={styles.checkLabel}>
        {label}
      </th>
      {checks.map((check) => (
        <td key={check.column} className={styles.check}>
          <Verdict check={check} language={language} />
        </td>
      ))}
      {withSum && (
        <td className={classNames(styles.check, styles.checkSum)}>
          {sum === undefined ? '' : formatInteger(sum, language)}
        </td>
      )}
      {after > 0 && <td className={classNames(styles.check, styles.afterCheck)} colSpan={after} />}
    </tr>
  )
}

/** The sum of a column's parts: with a tick or a cross as soon as the column is whole. */
function Verdict({ check, language }: { readonly check: ColumnCheck; readonly language: Language }) {
  const { parts, agrees } = check
  if (parts === undefined) return null
  const sum = formatInteger(parts, language)
  if (agrees === undefined) return <span className={styles.verdict}>{sum}</span>
  return (
    <span className={classNames(styles.verdict, agrees ? styles.agrees : styles.differs)}>
      {agrees ? <CheckmarkCircleFillIcon aria-hidden /> : <XMarkOctagonFillIcon aria-hidden />}
      <span aria-hidden="true">{sum}</span>
      <span className="sr-only">{inWords(check, language)}</span>
    </span>
  )
}

/** «84, stämmer inte med totalen 83»; nothing while the column is not whole. */
function inWords({ parts, total, agrees }: ColumnCheck, language: Language): string | undefined {
  if (parts === undefined || total === undefined || agrees === undefined) return undefined
  const says = messages[language]
  const sum = formatInteger(parts, language)
  return agrees ? says.agrees(sum) : says.differs(sum, formatInteger(total, language))
}

/** Speaks the checks when they have stood still for a second; never what the page came with. */
export function SpokenChecks({ checks, language }: Pick<Props, 'checks' | 'language'>) {
  const text = checks
    .flatMap((check) => {
      const words = inWords(check, language)
      return words === undefined ? [] : [`${check.label}: ${words}`]
    })
    .join('. ')
  const first = useRef(text)
  const [spoken, speak] = useState('')
  useEffect(() => {
    if (text === first.current) return
    const timer = setTimeout(() => speak(text), 1000)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span className="sr-only" role="status">
      {spoken}
    </span>
  )
}
