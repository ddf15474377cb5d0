import { useTranslation } from 'react-i18next'
import { ButtonLink } from '~/ui/button-link'
import { InfoCard } from '~/ui/info-card'
import { Stack } from '~/ui/layout'

/** The way in for whoever tries the portal out; shown in a demonstration only. */
export function DemonstrationEntry() {
  const { t } = useTranslation('account')
  return (
    <InfoCard title={t('demo.entry.title')}>
      <Stack gap="tight">
        <p>{t('demo.entry.text')}</p>
        <div>
          <ButtonLink to="/demo">{t('demo.entry.button')}</ButtonLink>
        </div>
      </Stack>
    </InfoCard>
  )
}
