import { DownloadIcon, UploadIcon } from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'

interface SheetLinksProps {
  readonly id: string
  readonly label: string
  readonly caseId: string
  readonly pageId: string
}

/** Below a table: takes it to Excel and back. */
export function SheetLinks({ id, label, caseId, pageId }: SheetLinksProps) {
  const { t } = useTranslation('sheet')
  const here = `/arenden/${caseId}/sida/${pageId}/tabell/${id}`
  return (
    <div className="sheet-links">
      <ButtonLink
        to={`${here}/hamta.xlsx`}
        document
        variant="tertiary"
        size="small"
        icon={<DownloadIcon aria-hidden />}
      >
        {t('download')}
        <span className="sr-only">: {label}</span>
      </ButtonLink>
      <ButtonLink to={here} variant="tertiary" size="small" icon={<UploadIcon aria-hidden />}>
        {t('load')}
        <span className="sr-only">: {label}</span>
      </ButtonLink>
    </div>
  )
}
