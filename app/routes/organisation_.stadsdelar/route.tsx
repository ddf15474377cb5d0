import { parseWithZod } from '@conform-to/zod/v4'
import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { addDistrict, listDistricts } from '~/grants/distribution/add-district.server'
import { organisationHref } from '~/grants/organisations/organisation-href'
import { typedAs } from '~/grants/organisations/typed.server'
import { guard } from '~/platform/access/guard.server'
import { type OrganisationAccess, organisationRole } from '~/platform/access/rules.server'
import { isPortalError, PortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems, errorsOf, typedIn } from '~/platform/posted'
import { emailAddress } from '~/platform/sign-in/address'
import { ActionBar } from '~/ui/action-bar'
import { DataList } from '~/ui/data-list'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn, Sheet, Stack } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { TextInput } from '~/ui/text-input'

/** Only a municipality has districts. */
function mustBeCity({ kind }: OrganisationAccess): void {
  if (kind !== 'municipality') throw new PortalError('notFound')
}

/** The districts of a city, and a form to add one. */
export const loader = guard(
  organisationRole('administrator'),
  async ({ request, language, organisation, organisations }) => {
    mustBeCity(organisation)
    const t = translator(language, 'district')
    return {
      title: pageTitle(t('districts.title'), organisation.name),
      organisation,
      organisationPage: organisationHref('/organisation', organisation, organisations),
      added: new URL(request.url).searchParams.get('klart') === 'added',
      districts: (await listDistricts(organisation.id)).map(({ id, name, people }) => ({
        key: id,
        label: name,
        value: people === 0 ? t('districts.people_zero') : t('districts.people', { count: people }),
      })),
    }
  },
)

export const action = guard(
  organisationRole('administrator'),
  async ({ request, who, now, language, organisation, organisations }) => {
    mustBeCity(organisation)
    const t = translator(language, 'district')
    const schema = z.object({
      name: typedAs('text', language, { missing: t('districts.nameMissing') }),
      shortName: typedAs('text', language, { missing: t('districts.shortNameMissing') }),
      personName: typedAs('text', language, { missing: t('districts.personNameMissing') }),
      email: emailAddress(t('districts.emailMissing')),
    })
    const submission = parseWithZod(await request.formData(), { schema })
    if (submission.status !== 'success') return submission.reply()
    const { name, shortName, personName, email } = submission.value
    try {
      const first = { name: personName, email }
      await addDistrict(who, { city: organisation, name, shortName, first, language, now })
    } catch (error) {
      if (!isPortalError(error) || error.code !== 'conflict') throw error
      return submission.reply({ fieldErrors: { name: [t('districts.nameTaken')] } })
    }
    throw redirect(organisationHref('/organisation/stadsdelar', organisation, organisations, { klart: 'added' }), 303)
  },
)

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Districts() {
  const { organisation, organisationPage, added, districts } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('district')
  const field = (name: string) => ({
    name,
    label: t(`districts.${name}`),
    autoComplete: 'off',
    defaultValue: typedIn(reply, name),
    errors: errorsOf(reply, name),
  })
  return (
    <PublicColumn crumbs={[{ text: organisation.name, href: organisationPage }, { text: t('districts.title') }]}>
      <PostedErrors heading={t('districts.stopped')} items={errorItems(reply)} />
      {added && !reply && (
        <Notice tone="success" live="polite">
          {t('districts.added')}
        </Notice>
      )}
      <Stack gap="tight">
        <H1>{t('districts.title')}</H1>
        <Lead>{t('districts.lead')}</Lead>
      </Stack>
      {districts.length > 0 ? (
        <Card>
          <DataList items={districts} look="compact" />
        </Card>
      ) : (
        <p className="subtle">{t('districts.none')}</p>
      )}
      <Sheet>
        <Form method="post" noValidate key={districts.length}>
          <Stack gap="loose">
            <H2>{t('districts.add')}</H2>
            <TextInput {...field('name')} help={t('districts.nameHelp')} />
            <TextInput {...field('shortName')} help={t('districts.shortNameHelp')} width={24} />
            <Stack gap="tight">
              <H2>{t('districts.person')}</H2>
              <p className="subtle">{t('districts.personHelp')}</p>
            </Stack>
            <TextInput {...field('personName')} />
            <TextInput {...field('email')} type="email" spellCheck={false} />
          </Stack>
          <ActionBar>
            <Button type="submit">{t('districts.save')}</Button>
          </ActionBar>
        </Form>
      </Sheet>
    </PublicColumn>
  )
}
