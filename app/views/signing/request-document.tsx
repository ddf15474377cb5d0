import { useTranslation } from 'react-i18next'
import { formatFileSize } from '~/forms/file-size'
import type { Language } from '~/forms/text'
import { ControlCode } from '~/ui/control-code'
import { FileList } from '~/ui/file-list'
import { H2, H3 } from '~/ui/heading'
import { More } from '~/ui/more'
import { PdfViewer } from '~/ui/pdf-viewer'
import { TextLink } from '~/ui/text-link'
import { Answers } from '../summary/answers'
import type { Summary } from '../summary/summary'
import type { RequestView } from './signing'
import styles from './signing.module.css'

interface RequestDocumentProps {
  readonly view: RequestView
  /** Every answer as text; only when the reader has asked for it. */
  readonly summary: Summary | null
  readonly language: Language
}

/** The very document that is signed, its attachments, and the same as plain text. */
export function RequestDocument({ view, summary, language }: RequestDocumentProps) {
  const { t } = useTranslation('sign')
  const { id, state, title, attachments } = view
  const heading =
    state === 'open'
      ? t(view.signatory.me ? 'document.open' : 'document.openOther')
      : t(state === 'signed' ? 'document.signed' : 'document.ended')
  const fileHref = ({ sha256 }: { readonly sha256: string }) => `/skriv-under/${id}/filer/${sha256}`
  return (
    <section className={`stack tight ${styles.document}`} aria-labelledby="handlingen">
      <H2 id="handlingen">{heading}</H2>
      <PdfViewer href={`/skriv-under/${id}/handling.pdf`} title={`${heading}: ${title}`} name={view.fileName} />
      {attachments.length > 0 && (
        <div>
          <H3>{t('page.attachments', { count: attachments.length })}</H3>
          <FileList
            label={t('page.attachments', { count: attachments.length })}
            files={attachments.map(({ sha256, name, type, size }) => ({
              key: `${sha256} ${name}`,
              name,
              type,
              href: fileHref({ sha256 }),
              meta: formatFileSize(size, language),
            }))}
          />
        </div>
      )}
      <p className="small">
        {summary ? (
          <TextLink to={`/skriv-under/${id}`}>{t('document.hideText')}</TextLink>
        ) : (
          <TextLink to={`/skriv-under/${id}?visa=text#som-text`}>{t('document.asText')}</TextLink>
        )}
      </p>
      {summary && (
        <section className={styles.answers} aria-labelledby="som-text">
          <h2 className="sr-only" id="som-text">
            {t('document.text')}
          </h2>
          <Answers summary={summary} fileHref={fileHref} />
        </section>
      )}
    </section>
  )
}

/** The control code, explained where it stands. */
export function CodeSection({ code }: { readonly code: string }) {
  const { t } = useTranslation('sign')
  return (
    <section>
      <More title={t('code.title')} open>
        <div className="stack tight">
          <p>{t('code.text')}</p>
          <ControlCode code={code} />
        </div>
      </More>
    </section>
  )
}
