import { CheckmarkCircleFillIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons'
import { useEffect, useRef, useState } from 'react'
import { formatInteger } from '~/forms/format'
import type { Language } from '~/forms/text'
import styles from './count-table.module.css'
import { messages } from './messages'
import type { ColumnCheck } from './sums'

/** The sum of a column's parts: with a tick or a cross as soon as the column is whole. */
export function Verdict({ check, language }: { readonly check: ColumnCheck; readonly language: Language }) {
  const { parts, total, agrees } = check
  if (parts === undefined) return null
  const says = messages[language]
  const sum = formatInteger(parts, language)
  if (agrees === undefined || total === undefined) return <span className={styles.verdict}>{sum}</span>
  return (
    <span className={`${styles.verdict} ${agrees ? styles.agrees : styles.differs}`}>
      {agrees ? <CheckmarkCircleFillIcon aria-hidden /> : <XMarkOctagonFillIcon aria-hidden />}
      <span aria-hidden="true">{sum}</span>
      <span className="sr-only">{agrees ? says.agrees(sum) : says.differs(sum, formatInteger(total, language))}</span>
    </span>
  )
}

/** Speaks a text when it has stood still for a second; never what the page came with. */
export function Spoken({ text }: { readonly text: string }) {
  const first = useRef(text)
  const [said, say] = useState('')
  useEffect(() => {
    if (text === first.current) return
    const timer = setTimeout(() => say(text), 1000)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <span className="sr-only" role="status">
      {said}
    </span>
  )
}
