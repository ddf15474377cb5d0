import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { guard } from '~/platform/access/guard.server'
import { anyone } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { endSession } from '~/platform/session.server'
import { H1, Lead } from '~/ui/heading'
import { Card, PublicColumn, Stack } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'

export const loader = guard(anyone, async ({ who, language }) => {
  if (!who) throw redirect('/')
  return { name: who.user.name, title: translator(language, 'account')('signOut.title') }
})

export const action = guard(anyone, async ({ who, now }) => {
  // What was typed and not saved stays in the tab until here; it must not meet the next person.
  const headers = { 'Set-Cookie': await endSession(who, now), 'Clear-Site-Data': '"storage"' }
  throw redirect('/', { headers })
})

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

export default function SignOutPage() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  return (
    <PublicColumn>
      <Stack gap="tight">
        <H1>{t('signOut.title')}</H1>
        <Lead>{t('signOut.text', { name })}</Lead>
      </Stack>
      <Card>
        <Form method="post" reloadDocument>
          <Button type="submit">{t('signOut.button')}</Button>
        </Form>
      </Card>
    </PublicColumn>
  )
}
