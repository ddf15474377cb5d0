import { DownloadIcon } from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import { everything, sameContent, type WorklistFilter, writeFilter } from '~/reviews/worklist-filter'
import { TextLink } from '~/ui/text-link'
import styles from './worklist.module.css'

const formats = ['xlsx', 'csv', 'zip', 'json'] as const

interface DownloadsProps {
  readonly href: string
  readonly filter: WorklistFilter
  readonly total: number
}

/** The list as files: what is shown is what is taken home. Opens without script. */
export function Downloads({ href, filter, total }: DownloadsProps) {
  const { t } = useTranslation('review')
  return (
    <details className={styles.download}>
      <summary>
        <DownloadIcon aria-hidden />
        {t('list.download')}
      </summary>
      <div className={`${styles.panel} card stack tight`}>
        <p className="small">
          {t('list.downloadNote', { count: total })} {!sameContent(filter, everything) && t('list.downloadFiltered')}
        </p>
        <ul className={styles.downloads}>
          {formats.map((format) => (
            <li key={format}>
              <TextLink to={`${href}/export/${format}${writeFilter({ ...filter, page: 1 })}`} download>
                {t(`format.${format}`)}
              </TextLink>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
