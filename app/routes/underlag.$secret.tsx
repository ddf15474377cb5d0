import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openContribution } from '~/cases/contributions/open.server'
import { receivedContribution } from '~/cases/contributions/received.server'
import { guard } from '~/platform/access/guard.server'
import { contributionLink } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { DataList } from '~/ui/data-list'
import { Eyebrow, H1, Lead } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { Paragraphs } from '~/ui/paragraphs'

/** What a link leads to: who asks, for what, until when. Nothing happens, and no answer shows, before the click: mail scanners open links too. */
export const loader = guard(contributionLink, async ({ contributionId, now, language }) => {
  const received = await receivedContribution(contributionId, language, now)
  const t = translator(language, 'contribution')
  return { received, title: pageTitle(t(headingOf(received.status), { asker: received.asker.name })) }
})

export const action = guard(contributionLink, async ({ contributionId, params, now }) => {
  try {
    await openContribution({ contributionId, now })
  } catch (error) {
    // The page says why.
    if (isPortalError(error) && error.code === 'closed') throw redirect(`/underlag/${params.secret}`, 303)
    throw error
  }
  return redirect(`/underlag/${params.secret}/fyll-i`, 303)
})

/** Nothing of the portal around it. */
export const handle = { bare: true }

export const meta = ({ data }: { data?: { title: string } }) => [
  { title: data?.title ?? 'Bidra' },
  { name: 'robots', content: 'noindex' },
]

function headingOf(status: string): string {
  if (status === 'handedIn') return 'open.received'
  if (status === 'accepted' || status === 'withdrawn' || status === 'expired' || status === 'over')
    return `open.${status}`
  return 'open.title'
}

export default function Received() {
  const { received } = useLoaderData<typeof loader>()
  const { t } = useTranslation('contribution')
  const { asker, organisation, title, pageTitle: page, deadline, status, message, reply, handedInAt } = received
  const facts = { asker: asker.name, email: asker.email, deadline, organisation, at: handedInAt ?? '' }
  const isWaitedFor = status === 'asked' || status === 'opened' || status === 'sentBack'
  return (
    <PublicColumn>
      <div className="stack tight">
        <Eyebrow>{t('open.eyebrow', facts)}</Eyebrow>
        <H1>{t(headingOf(status), facts)}</H1>
        {status === 'handedIn' && (
          <Lead>{t(received.changeable ? 'open.receivedText' : 'open.receivedOver', facts)}</Lead>
        )}
        {!isWaitedFor && status !== 'handedIn' && <Lead>{t(`open.${status}Text`, facts)}</Lead>}
      </div>
      {(isWaitedFor || status === 'handedIn') && (
        <Card gap="normal">
          {reply && (
            <Notice tone="warning">
              <b>{t('open.reply', facts)}</b>
              <Paragraphs text={reply} />
            </Notice>
          )}
          <DataList
            items={[
              { label: t('open.what'), value: <b>{page}</b> },
              { label: t('open.form'), value: title },
              { label: t('open.until'), value: deadline },
              { label: t('open.from'), value: `${asker.name}, ${organisation}, ${asker.email}` },
              ...(message ? [{ label: t('open.message', facts), value: message }] : []),
            ]}
          />
          {isWaitedFor && <p>{t('open.how', facts)}</p>}
          {(isWaitedFor || received.changeable) && (
            <Form method="post">
              <Button type="submit" variant={isWaitedFor ? 'primary' : 'secondary'}>
                {t(status === 'asked' ? 'open.begin' : isWaitedFor ? 'open.goOn' : 'open.change')}
              </Button>
            </Form>
          )}
        </Card>
      )}
    </PublicColumn>
  )
}

export { UnknownLink as ErrorBoundary } from '~/views/contributions/unknown-link'
