import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { env } from '~/platform/env.server'
import { translator } from '~/platform/i18n/translator.server'
import { H1, H2, H3, Lead } from '~/ui/heading'
import { PublicColumn, Stack } from '~/ui/layout'
import { More } from '~/ui/more'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'

export const loader = guard(anyone, async ({ language }) => ({
  title: translator(language, 'pages')('help.title'),
  support: env().BIDRA_SUPPORT_MAIL,
}))

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

const steps = ['1', '2', '3', '4'] as const
const questions = ['saved', 'format', 'same', 'others', 'late', 'change', 'rights', 'verify'] as const

export default function HelpPage() {
  const { support } = useLoaderData<typeof loader>()
  const { t } = useTranslation('pages')
  return (
    <PublicColumn>
      <Stack gap="tight">
        <H1>{t('help.title')}</H1>
        <Lead>{t('help.lead')}</Lead>
      </Stack>
      <section className="stack" aria-labelledby="steg">
        <H2 id="steg">{t('help.steps.title')}</H2>
        <ol className="timeline">
          {steps.map((step) => (
            <li key={step}>
              <H3>{t(`help.steps.${step}.title`)}</H3>
              <p>{t(`help.steps.${step}.text`)}</p>
            </li>
          ))}
        </ol>
      </section>
      <section aria-labelledby="fragor">
        <H2 id="fragor">{t('help.questions.title')}</H2>
        {questions.map((question) => (
          <More key={question} title={t(`help.questions.${question}.title`)}>
            <p>{t(`help.questions.${question}.text`)}</p>
          </More>
        ))}
      </section>
      <section className="stack tight" aria-labelledby="kontakt">
        <H2 id="kontakt">{t('help.contact.title')}</H2>
        <p className="measure">{t('help.contact.agency')}</p>
        {support ? (
          <p>
            {t('help.contact.portal')} <TextLink to={`mailto:${support}`}>{support}</TextLink>
          </p>
        ) : (
          <p className="measure">{t('help.contact.none')}</p>
        )}
      </section>
    </PublicColumn>
  )
}
