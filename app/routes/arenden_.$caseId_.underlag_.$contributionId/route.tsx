import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { proposalOf } from '~/cases/contributions/proposal.server'
import { suggestedDay } from '~/cases/contributions/suggested-day'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems } from '~/platform/posted'
import { DataList } from '~/ui/data-list'
import { H1, Lead } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { lastOf } from '~/views/contributions/contribution-card'
import { ContributionTag } from '~/views/contributions/contribution-tag'
import { AcceptForm } from './accept-form'
import { actOn } from './act-on.server'
import { SendBack, Withdraw } from './other-acts'

export const loader = guard(caseRule('write'), async ({ request, params, now, language, caseAccess }) => {
  const { caseId, state } = caseAccess
  const found = await proposalOf(caseId, params.contributionId ?? '', language, now).catch((error: unknown) => {
    if (isPortalError(error)) throw new Response(null, { status: error.status })
    throw error
  })
  const t = translator(language, 'contribution')
  const query = new URL(request.url).searchParams
  return {
    ...found,
    caseState: state,
    again: query.has('igen'),
    nothingTicked: query.has('inget'),
    day: suggestedDay(now, new Date(now.getTime() + 30 * 86_400_000)),
    title: pageTitle(t('one.title', { name: found.contribution.name }), found.heading.title),
  }
})

export const action = guard(caseRule('write'), async ({ request, params, who, now, language, caseAccess }) =>
  actOn(await request.formData(), {
    caseId: caseAccess.caseId,
    contributionId: params.contributionId ?? '',
    officerId: who.user.id,
    now,
    language,
  }),
)

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function OneContribution() {
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['contribution', 'case'])
  const { heading, contribution, message, caseState } = data
  const { name, status, pageTitle: page, labels, deadline } = contribution
  const caseHref = `/arenden/${heading.caseId}`
  const href = `${caseHref}/underlag`
  const isOpen = status === 'handedIn'
  return (
    <Page
      crumbs={[
        { href: '/arenden', text: t('mine.title', { ns: 'case' }) },
        { href: caseHref, text: heading.title },
        { href, text: t('title') },
        { text: name },
      ]}
    >
      <div className="column stack loose">
        <PostedErrors heading={t('one.backError')} items={errorItems(reply)} />
        <div className="stack tight">
          <div>
            <ContributionTag status={status} />
          </div>
          <H1>{t('one.title', { name })}</H1>
          {isOpen && caseState === 'started' && <Lead>{t('one.lead')}</Lead>}
          {isOpen && caseState === 'awaitingSignature' && <Notice tone="warning">{t('one.locked')}</Notice>}
          {isOpen && caseState !== 'started' && caseState !== 'awaitingSignature' && <Notice>{t('one.over')}</Notice>}
          {status === 'expired' && <Notice tone="warning">{t('one.expired')}</Notice>}
          {(status === 'asked' || status === 'opened' || status === 'sentBack') && (
            <Notice>
              {t('one.waiting', { name })} {t('one.waitingText')}
            </Notice>
          )}
        </div>
        <Card>
          <DataList
            items={[
              { label: t('open.what'), value: labels.length > 0 ? `${page}: ${labels.join(', ')}` : page },
              { label: t('new.email'), value: contribution.email },
              { label: t('new.deadline'), value: `${deadline.date} ${deadline.time}` },
              ...(message ? [{ label: t('one.message'), value: message }] : []),
              ...(data.reply ? [{ label: t('one.reply'), value: data.reply }] : []),
              { label: t('one.happened'), value: lastOf(contribution, t) },
            ]}
          />
        </Card>
        {isOpen && <AcceptForm {...data} mayAccept={caseState === 'started'} href={href} />}
        {isOpen && caseState === 'started' && <SendBack name={name} day={data.day} reply={reply} />}
        {status !== 'accepted' && status !== 'withdrawn' && <Withdraw name={name} />}
      </div>
    </Page>
  )
}
