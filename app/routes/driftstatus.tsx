import { CheckmarkHeavyIcon, XMarkIcon } from '@navikt/aksel-icons'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { health } from '~/platform/health.server'
import { translator } from '~/platform/i18n/translator.server'
import { H1, H2 } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'

export const loader = guard(anyone, async ({ language, now }) => {
  const { ok } = await health()
  return {
    title: translator(language, 'pages')('status.title'),
    ok,
    time: formatDateTime(now, language, { seconds: true }),
  }
})

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

export default function StatusPage() {
  const { ok, time } = useLoaderData<typeof loader>()
  const { t } = useTranslation('pages')
  return (
    <PublicColumn>
      <H1>{t('status.title')}</H1>
      <Card labelledBy="lage">
        <div className="hero">
          <span className={ok ? 'big-mark' : 'big-mark bad'}>
            {ok ? <CheckmarkHeavyIcon aria-hidden /> : <XMarkIcon aria-hidden />}
          </span>
          <div className="stack tight">
            <H2 id="lage">{ok ? t('status.good') : t('status.bad')}</H2>
            <p>{ok ? t('status.goodText') : t('status.badText')}</p>
            <p className="small subtle">
              {t('status.checked', { time })} <TextLink to="/driftstatus">{t('status.again')}</TextLink>
            </p>
          </div>
        </div>
      </Card>
    </PublicColumn>
  )
}
