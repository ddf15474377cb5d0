import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { demonstration } from '~/platform/demonstration.server'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems } from '~/platform/posted'
import { emailAddress } from '~/platform/sign-in/address'
import { localPath } from '~/platform/sign-in/local-path'
import { requestSignInLink } from '~/platform/sign-in/mail-link.server'
import { identityProvider } from '~/platform/sign-in/oidc.server'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn, Stack } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { TextLink } from '~/ui/text-link'
import { DemonstrationEntry } from './demonstration-entry'
import { SignInForm } from './sign-in-form'

const failures = ['unknown', 'cancelled', 'failed'] as const

export const loader = guard(anyone, async ({ request, who, language }) => {
  const query = new URL(request.url).searchParams
  const next = localPath(query.get('nasta'))
  if (who) throw redirect(next ?? '/')
  const t = translator(language, 'account')
  const provider = identityProvider()
  const ended = (['idle', 'otherwise'] as const).find((known) => known === query.get('utloggad'))
  const failure = failures.find((known) => known === query.get('fel'))
  return {
    title: t('signIn.title'),
    next,
    provider,
    demonstration: await demonstration(),
    ended: ended && t(`signIn.ended.${ended}`),
    failure: failure && t(`signIn.failed.${failure}`, { name: provider ?? '' }),
  }
})

export const action = guard(anyone, async ({ request, now, language, context }) => {
  const t = translator(language, 'account')
  const schema = z.object({ email: emailAddress(t('signIn.emailMissing')) })
  const submission = parseWithZod(await request.formData(), { schema })
  if (submission.status !== 'success') return { reply: submission.reply() }
  const { email } = submission.value
  const next = localPath(new URL(request.url).searchParams.get('nasta'))
  const place = String(context.clientAddress ?? '')
  const outcome = await requestSignInLink({ email, next, place, now })
  if (outcome === 'tooMany') return { reply: submission.reply({ fieldErrors: { email: [t('signIn.tooMany')] } }) }
  return { sentTo: email }
})

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

export default function SignInPage() {
  const { next, provider, demonstration, ended, failure } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('account')
  if (answer && 'sentTo' in answer) return <LinkSent to={answer.sentTo} />
  return (
    <PublicColumn>
      <PostedErrors heading={t('signIn.errorHeading')} items={errorItems(answer?.reply)} />
      <Stack gap="tight">
        <H1>{t('signIn.title')}</H1>
        <Lead>{t('signIn.lead')}</Lead>
      </Stack>
      {ended && <Notice>{ended}</Notice>}
      {failure && <Notice tone="error">{failure}</Notice>}
      {demonstration && <DemonstrationEntry />}
      <SignInForm next={next} provider={provider} secondary={demonstration} reply={answer?.reply} />
    </PublicColumn>
  )
}

function LinkSent({ to }: { readonly to: string }) {
  const { t } = useTranslation('account')
  return (
    <PublicColumn>
      <Stack gap="tight">
        <H1>{t('signIn.sent.title')}</H1>
        <Lead>{t('signIn.sent.text', { email: to })}</Lead>
      </Stack>
      <Card gap="tight" labelledBy="inget-mejl">
        <H2 id="inget-mejl">{t('signIn.sent.missing')}</H2>
        <p>{t('signIn.sent.missingText')}</p>
        <p>
          <TextLink to="/logga-in" document>
            {t('signIn.sent.again')}
          </TextLink>
        </p>
      </Card>
    </PublicColumn>
  )
}
