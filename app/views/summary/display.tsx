import type { Display, FileValue } from '~/forms/display'
import { formatFileSize } from '~/forms/file-size'
import type { Language } from '~/forms/text'
import { fill, pdfWords } from '../pdf/words'
import styles from './answers.module.css'
import type { AnswerStatus } from './summary'
import { TableView } from './table-view'

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
      return (
        <>
          <TableView display={display} label={label} />
          {/* Its cells only name them. */}
          {display.files && fileHref && <Files files={display.files} {...{ language, fileHref }} />}
        </>
      )
    case 'file':
      return <Files files={display.files} {...{ language, fileHref }} />
  }
}

interface FilesProps extends Pick<DisplayViewProps, 'language' | 'fileHref'> {
  readonly files: readonly FileValue[]
}

function Files({ files, language, fileHref }: FilesProps) {
  return (
    <ul className={styles.files}>
      {files.map((file, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: files are only shown, and several rows may have the same
        <li key={index}>
          {fileHref ? <a href={fileHref(file)}>{file.name}</a> : file.name}{' '}
          <span className={styles.none}>{formatFileSize(file.size, language)}</span>
        </li>
      ))}
    </ul>
  )
}
