import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findMembers } from '~/grants/organisations/members.store.server'
import { organisationHref } from '~/grants/organisations/organisation-href'
import { setRoles } from '~/grants/organisations/set-roles.server'
import { guard } from '~/platform/access/guard.server'
import { organisationRole } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { ButtonLink } from '~/ui/button-link'
import { H1, Lead } from '~/ui/heading'
import { PublicColumn, Row, Stack } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'

export const loader = guard(organisationRole('administrator'), async ({ params, organisation, organisations }) => {
  const member = (await findMembers(organisation.id)).find(({ userId }) => userId === params.userId)
  if (!member) throw new Response(null, { status: 404 })
  const path = '/organisation/personer'
  return {
    name: member.name,
    organisationName: organisation.name,
    peopleHref: organisationHref(path, organisation, organisations),
    memberHref: organisationHref(`${path}/${member.userId}`, organisation, organisations),
  }
})

export const action = guard(
  organisationRole('administrator'),
  async ({ params, who, now, organisation, organisations }) => {
    try {
      await setRoles(who, { organisationId: organisation.id, userId: params.userId ?? '', roles: [], now })
    } catch (error) {
      if (!isPortalError(error) || error.code !== 'conflict') throw error
      return { lastAdministrator: true }
    }
    // Who has removed themselves has nothing more to do there.
    if (params.userId === who.user.id) throw redirect('/', 303)
    throw redirect(organisationHref('/organisation/personer', organisation, organisations, { klart: 'removed' }), 303)
  },
)

export const meta = ({ data }: { data: { name: string; organisationName: string } | undefined }) => [
  { title: pageTitle(data?.name, data?.organisationName) },
]

export default function RemoveMemberPage() {
  const { name, organisationName, peopleHref, memberHref } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation('account')
  return (
    <PublicColumn
      crumbs={[
        { text: t('people.title'), href: peopleHref },
        { text: name, href: memberHref },
        { text: t('member.removeTitle') },
      ]}
    >
      {answer?.lastAdministrator && (
        <Notice tone="error" live="assertive">
          {t('member.lastAdministrator')}
        </Notice>
      )}
      <Stack gap="tight">
        <H1>{t('member.removePage', { name })}</H1>
        <Lead>{t('member.removeText', { name, organisation: organisationName })}</Lead>
      </Stack>
      <Form method="post">
        <Row>
          <Button type="submit" data-color="danger">
            {t('member.remove', { name })}
          </Button>
          <ButtonLink to={memberHref} variant="secondary">
            {t('member.keep')}
          </ButtonLink>
        </Row>
      </Form>
    </PublicColumn>
  )
}
