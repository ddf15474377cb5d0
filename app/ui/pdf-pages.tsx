import { ChevronLeftIcon, ChevronRightIcon, FilePdfIcon, ZoomMinusIcon, ZoomPlusIcon } from '@navikt/aksel-icons'
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Document, type DocumentProps, Page, pdfjs } from 'react-pdf'
import 'react-pdf/dist/Page/TextLayer.css'
import 'react-pdf/dist/Page/AnnotationLayer.css'

/** Served by us as a file of its own; the page's rules allow no other worker. */
pdfjs.GlobalWorkerOptions.workerSrc = worker

/** The page's rules forbid code made from text. */
const options = { isEvalSupported: false }
const zooms = [1, 1.25, 1.5, 2, 3]
/** Space at the sides of a page, in pixels. */
const margin = 32

interface PdfPagesProps {
  readonly href: string
  readonly title: string
  readonly first: number
  readonly download: ReactNode
}

/** The pages of a document, one at a time, as wide as there is room times the zoom. */
export default function PdfPages({ href, title, first, download }: PdfPagesProps) {
  const { t } = useTranslation('common')
  const [pages, setPages] = useState<number>()
  const [page, setPage] = useState(first)
  const [zoom, setZoom] = useState(0)
  const [area, width] = useWidth()
  const shown = Math.min(Math.max(1, page), pages ?? page)
  const turn = (to: number) => {
    setPage(to)
    area.current?.scrollTo({ top: 0 })
  }
  return (
    <>
      <div className="viewer-bar">
        <span className="row tight" role="status">
          <FilePdfIcon aria-hidden />
          {pages === undefined ? 'PDF' : t('viewer.page', { page: shown, pages })}
        </span>
        <span className="viewer-tools">
          <Tool label={t('viewer.previous')} act={shown > 1 && (() => turn(shown - 1))}>
            <ChevronLeftIcon aria-hidden />
          </Tool>
          <Tool label={t('viewer.next')} act={pages !== undefined && shown < pages && (() => turn(shown + 1))}>
            <ChevronRightIcon aria-hidden />
          </Tool>
          <Tool label={t('viewer.zoomOut')} act={zoom > 0 && (() => setZoom(zoom - 1))}>
            <ZoomMinusIcon aria-hidden />
          </Tool>
          <Tool label={t('viewer.zoomIn')} act={zoom < zooms.length - 1 && (() => setZoom(zoom + 1))}>
            <ZoomPlusIcon aria-hidden />
          </Tool>
          {download}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="viewer-pages" ref={area} tabIndex={0} aria-label={title}>
        <Document
          file={href}
          options={options}
          onLoadSuccess={(loaded) => {
            mendTables(loaded)
            setPages(loaded.numPages)
          }}
          loading={<p className="viewer-note">{t('viewer.loading')}</p>}
          error={<Failed href={href} />}
          noData={<Failed href={href} />}
        >
          {width > 0 && pages !== undefined && (
            <Page
              pageNumber={shown}
              width={(width - margin) * (zooms[zoom] ?? 1)}
              loading={<p className="viewer-note">{t('viewer.loading')}</p>}
            />
          )}
        </Document>
      </section>
    </>
  )
}

type Loaded = Parameters<NonNullable<DocumentProps['onLoadSuccess']>>[0]
type Structure = Awaited<ReturnType<Awaited<ReturnType<Loaded['getPage']>>['getStructTree']>>

/**
 * react-pdf tells screen readers that a table's head is one column heading that holds rows. It is a group of rows, as
 * the body is.
 */
function mendTables(document: Loaded): void {
  const getPage = document.getPage.bind(document)
  document.getPage = async (number) => {
    const page = await getPage(number)
    const getStructTree = page.getStructTree.bind(page)
    page.getStructTree = async () => {
      const tree = await getStructTree()
      // Null for a page without tags, whatever the type says.
      return tree && mended(tree)
    }
    return page
  }
}

function mended(node: Structure): Structure {
  return {
    ...node,
    role: node.role === 'THead' ? 'TBody' : node.role,
    children: node.children.map((child) => ('children' in child ? mended(child) : child)),
  }
}

interface ToolProps {
  readonly label: string
  /** False: nothing to do just now. The button keeps its place and its focus. */
  readonly act: false | (() => void)
  readonly children: ReactNode
}

function Tool({ label, act, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={act === false || undefined}
      onClick={() => {
        if (act !== false) act()
      }}
    >
      {children}
    </button>
  )
}

function Failed({ href }: { readonly href: string }) {
  const { t } = useTranslation('common')
  return (
    <p className="viewer-note">
      {t('viewer.failed')} <a href={href}>{t('viewer.open')}</a>
    </p>
  )
}

/** The inner width of an element in pixels, kept up to date. */
function useWidth() {
  const area = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = area.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [area, width] as const
}
