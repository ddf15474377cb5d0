import type { Display, FileValue } from '~/forms/display'
import { formatFileSize } from '~/forms/file-size'
import type { Language } from '~/forms/text'
import { fill, pdfWords } from '../pdf/words'
import styles from './answers.module.css'

import type { AnswerStatus } from './summary'

interface DisplayViewProps {
  readonly display: Display
  readonly language: Language
  /** Says whose answer a table is. */
  readonly label: string
  readonly status?: AnswerStatus | undefined
  /** Where a file opens; without it, files are named only. */
  readonly fileHref?: ((file: FileValue) => string) | undefined
}

/** An answer on the screen: the one switch over its shapes there. Same words as in the document. */
export function DisplayView({ display, language, label, status, fileHref }: DisplayViewProps) {
  const words = pdfWords(language)
  switch (display.type) {
    case 'empty':
      return <span className={styles.none}>{words.notAnswered}</span>
    case 'text':
      return (
        <span className={styles.text}>
          {status === 'unreadable' ? fill(words.unreadable, { text: display.text }) : display.text}
        </span>
      )
    case 'lines': {
      const List = display.ordered ? 'ol' : 'ul'
      return (
        <List className={styles.lines}>
          {display.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only shown, and the same words may come twice
            <li key={index}>{line}</li>
          ))}
        </List>
      )
    }
    case 'table':
      return <TableView display={display} label={label} />
    case 'file':
      return (
        <ul className={styles.files}>
          {display.files.map((file) => (
            <li key={`${file.sha256} ${file.name}`}>
              {fileHref ? <a href={fileHref(file)}>{file.name}</a> : file.name}{' '}
              <span className={styles.none}>{formatFileSize(file.size, language)}</span>
            </li>
          ))}
        </ul>
      )
  }
}

function TableView({ display, label }: { display: Extract<Display, { type: 'table' }>; label: string }) {
  const numeric = (column: number) => (display.columns[column]?.numeric ? styles.numeric : undefined)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.region} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{display.corner}</th>
            {display.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have a fixed order
              <th key={index} scope="col" className={numeric(index)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {display.rows.map((row) => (
            <tr key={row.id} className={row.strong ? styles.strong : undefined}>
              <th scope="row">{row.label}</th>
              {row.cells.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells have a fixed order
                <td key={index} className={numeric(index)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
