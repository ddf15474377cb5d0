import { DownloadIcon, FilePdfIcon } from '@navikt/aksel-icons'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** pdf.js and the pages come only when a page of the portal shows a document. */
const PdfPages = lazy(() => import('./pdf-pages'))

export interface PdfViewerProps {
  /** Where the document is. */
  readonly href: string
  /** What it is, for a screen reader: «Återrapportering 2020, PDF». */
  readonly title: string
  /** The name that a downloaded file gets. */
  readonly name: string
  /** The page to open at, from 1. */
  readonly page?: number | undefined
}

/** A document in the page: leaf, zoom, download. Without script the browser's own viewer, or a link. */
export function PdfViewer({ href, title, name, page = 1 }: PdfViewerProps) {
  const { t } = useTranslation('common')
  const [started, setStarted] = useState(false)
  useEffect(() => setStarted(true), [])
  const download = (
    <a href={href} download={name} aria-label={t('viewer.download')}>
      <DownloadIcon aria-hidden />
    </a>
  )
  const waiting = (
    <>
      <div className="viewer-bar">
        <span className="row tight">
          <FilePdfIcon aria-hidden />
          PDF
        </span>
        <span className="viewer-tools">{download}</span>
      </div>
      <div className="viewer-pages">
        <p className="viewer-note needs-script">{t('viewer.loading')}</p>
        <noscript>
          <object data={href} type="application/pdf" aria-label={title}>
            <p className="viewer-note">
              <a href={href}>{t('viewer.open')}</a>
            </p>
          </object>
        </noscript>
      </div>
    </>
  )
  return (
    <div className="viewer">
      {started ? (
        <Suspense fallback={waiting}>
          <PdfPages href={href} title={title} first={page} download={download} />
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  )
}
