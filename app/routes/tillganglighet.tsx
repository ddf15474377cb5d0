import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'
import { H1, H2, Lead } from '~/ui/heading'
import { PublicColumn, Stack } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'

export const loader = guard(anyone, async ({ language }) => ({
  title: translator(language, 'pages')('accessibility.title'),
  support: env().BIDRA_SUPPORT_MAIL,
}))

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

export default function AccessibilityPage() {
  const { support } = useLoaderData<typeof loader>()
  const { t } = useTranslation('pages')
  return (
    <PublicColumn>
      <Stack gap="tight">
        <H1>{t('accessibility.title')}</H1>
        <Lead>{t('accessibility.lead')}</Lead>
      </Stack>
      <section className="stack tight measure">
        <H2>{t('accessibility.state.title')}</H2>
        <p>{t('accessibility.state.text')}</p>
      </section>
      <section className="stack tight measure">
        <H2>{t('accessibility.limits.title')}</H2>
        <ul>
          <li>{t('accessibility.limits.pdf')}</li>
          <li>{t('accessibility.limits.viewer')}</li>
        </ul>
      </section>
      <section className="stack tight measure">
        <H2>{t('accessibility.test.title')}</H2>
        <p>{t('accessibility.test.text')}</p>
      </section>
      <section className="stack tight measure">
        <H2>{t('accessibility.report.title')}</H2>
        <p>
          {t('accessibility.report.text')}{' '}
          {support ? <TextLink to={`mailto:${support}`}>{support}</TextLink> : t('accessibility.report.none')}
        </p>
        <p>{t('accessibility.report.authority')}</p>
      </section>
    </PublicColumn>
  )
}
