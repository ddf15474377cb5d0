import { parseWithZod } from '@conform-to/zod/v4'
import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { inviteMember } from '~/grants/organisations/invite.server'
import { rolesIn } from '~/grants/organisations/member'
import { organisationHref } from '~/grants/organisations/organisation-href'
import { typedAs } from '~/grants/organisations/typed.server'
import { guard } from '~/platform/access/guard.server'
import { organisationRole } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems, errorsOf, tickedIn, typedIn } from '~/platform/posted'
import { emailAddress } from '~/platform/sign-in/address'
import { ActionBar } from '~/ui/action-bar'
import { ButtonLink } from '~/ui/button-link'
import { Checkboxes } from '~/ui/checkboxes'
import { H1, Lead } from '~/ui/heading'
import { PublicColumn, Sheet, Stack } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { TextInput } from '~/ui/text-input'

export const loader = guard(organisationRole('administrator'), async ({ language, organisation, organisations }) => ({
  title: translator(language, 'account')('invite.title'),
  roles: rolesIn(organisation.kind),
  peopleHref: organisationHref('/organisation/personer', organisation, organisations),
}))

export const action = guard(
  organisationRole('administrator'),
  async ({ request, who, now, language, organisation, organisations }) => {
    const t = translator(language, 'account')
    const schema = z.object({
      email: emailAddress(t('invite.emailMissing')),
      name: typedAs('text', language, { missing: t('invite.nameMissing') }),
      title: typedAs('text', language).optional(),
      roles: z.array(z.enum(rolesIn(organisation.kind))).min(1, t('invite.rolesMissing')),
    })
    const submission = parseWithZod(await request.formData(), { schema })
    if (submission.status !== 'success') return submission.reply()
    try {
      await inviteMember(who, { organisation, ...submission.value, language, now })
    } catch (error) {
      if (!isPortalError(error) || error.code !== 'conflict') throw error
      return submission.reply({ fieldErrors: { email: [t('invite.alreadyMember')] } })
    }
    throw redirect(organisationHref('/organisation/personer', organisation, organisations, { klart: 'invited' }), 303)
  },
)

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

export default function InvitePage() {
  const { roles, peopleHref } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('account')
  return (
    <PublicColumn crumbs={[{ text: t('people.title'), href: peopleHref }, { text: t('invite.title') }]}>
      <PostedErrors heading={t('invite.errorHeading')} items={errorItems(reply)} />
      <Stack gap="tight">
        <H1>{t('invite.title')}</H1>
        <Lead>{t('invite.lead')}</Lead>
      </Stack>
      <Sheet>
        <Form method="post" noValidate>
          <Stack gap="loose">
            <TextInput
              name="email"
              type="email"
              label={t('invite.email')}
              autoComplete="off"
              spellCheck={false}
              defaultValue={typedIn(reply, 'email')}
              errors={errorsOf(reply, 'email')}
            />
            <TextInput
              name="name"
              label={t('invite.name')}
              autoComplete="off"
              defaultValue={typedIn(reply, 'name')}
              errors={errorsOf(reply, 'name')}
            />
            <TextInput
              name="title"
              label={t('invite.personTitle')}
              optional
              autoComplete="off"
              defaultValue={typedIn(reply, 'title')}
              errors={errorsOf(reply, 'title')}
            />
            <Checkboxes
              name="roles"
              label={t('invite.roles')}
              options={roles.map((role) => ({ value: role, label: t(`role.${role}`), help: t(`roleHelp.${role}`) }))}
              defaultValue={tickedIn(reply, 'roles')}
              errors={errorsOf(reply, 'roles')}
            />
          </Stack>
          <ActionBar>
            <Button type="submit">{t('invite.send')}</Button>
            <ButtonLink to={peopleHref} variant="tertiary">
              {t('invite.cancel')}
            </ButtonLink>
          </ActionBar>
        </Form>
      </Sheet>
    </PublicColumn>
  )
}
