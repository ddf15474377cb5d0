import { useTranslation } from 'react-i18next'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { H1, H2, Lead } from '~/ui/heading'
import { PublicColumn, Stack } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'

export const loader = guard(anyone, async ({ language }) => ({
  title: translator(language, 'pages')('privacy.title'),
}))

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

const sections = ['why', 'who', 'how', 'cookies', 'rights'] as const

export default function PrivacyPage() {
  const { t } = useTranslation('pages')
  return (
    <PublicColumn>
      <Stack gap="tight">
        <H1>{t('privacy.title')}</H1>
        <Lead>{t('privacy.lead')}</Lead>
      </Stack>
      <section className="stack tight measure">
        <H2>{t('privacy.what.title')}</H2>
        <ul>
          <li>{t('privacy.what.you')}</li>
          <li>{t('privacy.what.work')}</li>
          <li>{t('privacy.what.answers')}</li>
        </ul>
      </section>
      {sections.map((section) => (
        <section key={section} className="stack tight measure">
          <H2>{t(`privacy.${section}.title`)}</H2>
          <p>{t(`privacy.${section}.text`)}</p>
        </section>
      ))}
    </PublicColumn>
  )
}
