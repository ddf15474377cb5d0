import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { isLinkUsable, redeemSignInLink } from '~/platform/sign-in/mail-link.server'
import { identityProvider } from '~/platform/sign-in/oidc.server'
import { H1, Lead } from '~/ui/heading'
import { Card, PublicColumn, Stack } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { SignInForm } from '../logga-in/sign-in-form'

export const loader = guard(anyone, async ({ params, now, language }) => {
  const usable = await isLinkUsable(params.token ?? '', now)
  const t = translator(language, 'account')
  return { usable, provider: identityProvider(), title: t(usable ? 'link.title' : 'link.spentTitle') }
})

export const action = guard(anyone, async ({ request, params, now }) => {
  const signedIn = await redeemSignInLink(params.token ?? '', request, now)
  // The page says then that the link cannot be used.
  if (!signedIn) return null
  throw redirect(signedIn.next ?? '/', { headers: { 'Set-Cookie': signedIn.cookie } })
})

export const meta = ({ data }: { data: { title: string } | undefined }) => [
  { title: pageTitle(data?.title) },
  { name: 'robots', content: 'noindex' },
]

export default function LinkPage() {
  const { usable, provider, title } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  return (
    <PublicColumn>
      <Stack gap="tight">
        <H1>{title}</H1>
        <Lead>{t(usable ? 'link.text' : 'link.spent')}</Lead>
      </Stack>
      {usable ? (
        <Card>
          <Form method="post">
            <Button type="submit">{t('link.button')}</Button>
          </Form>
        </Card>
      ) : (
        <SignInForm provider={provider} />
      )}
    </PublicColumn>
  )
}
