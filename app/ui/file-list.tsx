import { FileExcelIcon, FileIcon, FileImageIcon, FilePdfIcon, FileTextIcon, FileWordIcon } from '@navikt/aksel-icons'
import type { ReactNode } from 'react'

export interface FileRow {
  readonly key: string
  readonly name: string
  /** Where the file opens; a name without a link when left out (refused). */
  readonly href?: string | undefined
  /** Media type; decides the icon. */
  readonly type: string
  /** «48 kB · Bo Blåmes, i dag kl. 11.18», or why it was refused. */
  readonly meta: ReactNode
  readonly refused?: boolean | undefined
  /** «Ta bort» and the like. */
  readonly action?: ReactNode
}

/** Files with size, who and when, and what can be done with each. Renders nothing for none. */
export function FileList({ files, label }: { readonly files: readonly FileRow[]; readonly label: string }) {
  if (files.length === 0) return null
  return (
    <ul className="file-list" aria-label={label}>
      {files.map((file) => (
        <li key={file.key} className={file.refused ? 'refused' : undefined}>
          <FileTypeIcon type={file.type} />
          <span>
            {file.href === undefined ? file.name : <a href={file.href}>{file.name}</a>}
            <small>{file.meta}</small>
          </span>
          {file.action ?? <span />}
        </li>
      ))}
    </ul>
  )
}

function FileTypeIcon({ type }: { readonly type: string }) {
  if (type === 'application/pdf') return <FilePdfIcon aria-hidden />
  if (type.startsWith('image/')) return <FileImageIcon aria-hidden />
  if (/sheet|excel|csv/.test(type)) return <FileExcelIcon aria-hidden />
  if (/word/.test(type)) return <FileWordIcon aria-hidden />
  return type.startsWith('text/') ? <FileTextIcon aria-hidden /> : <FileIcon aria-hidden />
}
