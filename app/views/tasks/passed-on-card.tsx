import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import { H2 } from '~/ui/heading'
import { Card } from '~/ui/layout'

/** Where a return is compiled from those of districts: the way to them. */
export function PassedOnCard({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('district')
  return (
    <Card labelledBy="fordelning" gap="tight">
      <H2 id="fordelning">{t('link.title')}</H2>
      <p>{t('link.text')}</p>
      <p>
        <ButtonLink to={`/fordelning/${caseId}`} variant="secondary" size="small">
          {t('link.button')}
        </ButtonLink>
      </p>
    </Card>
  )
}
