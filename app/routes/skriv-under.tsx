import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { toSign } from '~/cases/to-sign.server'
import { guard } from '~/platform/access/guard.server'
import { signedIn } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { OfficerLayout } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { AnsweredRequests, RequestCard } from '~/views/signing/request-list'

/** What waits for one's own signature: whoever is asked sees it here, whatever else they are. */
export const loader = guard(signedIn, async ({ who, now, language }) => ({
  ...(await toSign(
    who.user.id,
    who.memberships.map(({ organisationId }) => organisationId),
    language,
    now,
  )),
  email: who.user.email,
  title: pageTitle(translator(language, 'sign')('list.title')),
}))

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function ToSign() {
  const { open, answered, email } = useLoaderData<typeof loader>()
  const { t } = useTranslation('sign')
  if (open.length + answered.length === 0)
    return (
      <EmptyPage>
        <p>{t('list.emptyText', { email })}</p>
        <p>{t('list.emptyWhy')}</p>
      </EmptyPage>
    )
  return (
    <OfficerLayout>
      <div className="stack tight">
        <H1>{t('list.title')}</H1>
        <Lead>
          {open[0] ? t('list.lead', { count: open.length, date: open[0].deadline.date }) : t('list.leadNothing')}
        </Lead>
      </div>
      {open.length > 0 && (
        <section className="stack" aria-labelledby="vantar">
          <H2 id="vantar">{t('list.waiting', { count: open.length })}</H2>
          {open.map((row, index) => (
            <RequestCard key={row.id} row={row} primary={index === 0} />
          ))}
        </section>
      )}
      {answered.length > 0 && (
        <section className="stack" aria-labelledby="besvarade">
          <H2 id="besvarade">{t('list.answered')}</H2>
          <AnsweredRequests rows={answered} />
        </section>
      )}
    </OfficerLayout>
  )
}

function EmptyPage({ children }: { readonly children: React.ReactNode }) {
  const { t } = useTranslation('sign')
  return (
    <OfficerLayout>
      <EmptyState heading={<H1>{t('list.empty')}</H1>}>{children}</EmptyState>
    </OfficerLayout>
  )
}
