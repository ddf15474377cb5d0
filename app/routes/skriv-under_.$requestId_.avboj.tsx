import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requestPage } from '~/cases/request-page.server'
import { declineSignature } from '~/cases/unlock.server'
import { guard } from '~/platform/access/guard.server'
import { requestRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { ErrorSummary } from '~/ui/error-summary'
import { H1, Lead } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextArea } from '~/ui/text-area'
import { TextLink } from '~/ui/text-link'

/** Characters. */
const longest = 1000

export const loader = guard(requestRule('sign'), async ({ who, now, language, requestAccess }) => {
  const { requestId, state } = requestAccess
  if (state !== 'open') throw redirect(`/skriv-under/${requestId}`)
  const { view } = await requestPage(requestId, who.user.id, language, now)
  const t = translator(language, 'sign')
  return {
    id: requestId,
    heading: view.title,
    requester: view.requester,
    title: pageTitle(t('decline.title'), view.title),
  }
})

/** Declines, with a reason. When somebody was faster, the request's page says what has become of it. */
export const action = guard(requestRule('sign'), async ({ request, who, now, language, requestAccess }) => {
  const { requestId } = requestAccess
  const reason = String((await request.formData()).get('reason') ?? '').trim()
  const t = translator(language, 'sign')
  if (reason === '') return { reason, error: t('decline.missing') }
  if (reason.length > longest) return { reason, error: t('decline.tooLong', { count: reason.length - longest }) }
  try {
    await declineSignature({ requestId, signatoryId: who.user.id, reason, now })
  } catch (error) {
    if (!isPortalError(error) || error.code !== 'stale') throw error
  }
  return redirect(`/skriv-under/${requestId}`, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Decline() {
  const { id, heading, requester } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation('sign')
  const errors = refused && 'error' in refused ? [refused.error] : []
  return (
    <PublicColumn
      crumbs={[
        { href: '/skriv-under', text: t('list.title') },
        { href: `/skriv-under/${id}`, text: heading },
        { text: t('decline.crumb') },
      ]}
    >
      <div className="stack tight">
        <H1>{t('decline.title')}</H1>
        <Lead>{t('decline.lead', { requester })}</Lead>
      </div>
      <ErrorSummary heading={t('decline.notYet')} items={errors.map((message) => ({ href: '#reason', message }))} />
      <Card>
        <Form method="post" className="stack" noValidate>
          <TextArea
            name="reason"
            label={t('decline.reason')}
            rows={4}
            maxLength={longest}
            errors={errors}
            defaultValue={refused && 'error' in refused ? refused.reason : ''}
          />
          <div className="row">
            <Button type="submit">{t('decline.button')}</Button>
            <TextLink to={`/skriv-under/${id}`}>{t('decline.back')}</TextLink>
          </div>
        </Form>
      </Card>
    </PublicColumn>
  )
}
