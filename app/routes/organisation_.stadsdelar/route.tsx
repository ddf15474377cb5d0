import { parseWithZod } from '@conform-to/zod/v4'
import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { addDistrict, inviteToDistrict, listDistricts } from '~/grants/distribution/add-district.server'
import { organisationHref } from '~/grants/organisations/organisation-href'
import { typedAs } from '~/grants/organisations/typed.server'
import { guard } from '~/platform/access/guard.server'
import { type OrganisationAccess, organisationRole } from '~/platform/access/rules.server'
import { isPortalError, PortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems, errorsOf, typedIn } from '~/platform/posted'
import { emailAddress } from '~/platform/sign-in/address'
import { ActionBar } from '~/ui/action-bar'
import { ButtonLink } from '~/ui/button-link'
import { DataList } from '~/ui/data-list'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn, Sheet, Stack } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { TextInput } from '~/ui/text-input'
import { TextLink } from '~/ui/text-link'

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
    const query = new URL(request.url).searchParams
    const known = await listDistricts(organisation.id)
    const done = query.get('klart')
    return {
      title: pageTitle(t('districts.title'), organisation.name),
      organisation,
      organisationPage: organisationHref('/organisation', organisation, organisations),
      listHref: organisationHref('/organisation/stadsdelar', organisation, organisations),
      done: done === 'added' || done === 'invited' ? done : null,
      // Whom to invite to, where nobody is there to invite others.
      invited: known.find(({ id, people }) => id === query.get('bjud-in') && people === 0) ?? null,
      districts: known.map(({ id, name, people }) => ({
        id,
        name,
        people: people === 0 ? t('districts.people_zero') : t('districts.people', { count: people }),
        inviteHref:
          people === 0
            ? organisationHref('/organisation/stadsdelar', organisation, organisations, { 'bjud-in': id })
            : undefined,
      })),
    }
  },
)

export const action = guard(
  organisationRole('administrator'),
  async ({ request, who, now, language, organisation, organisations }) => {
    mustBeCity(organisation)
    const t = translator(language, 'district')
    const person = {
      personName: typedAs('text', language, { missing: t('districts.personNameMissing') }),
      email: emailAddress(t('districts.emailMissing')),
    }
    const district = {
      name: typedAs('text', language, { missing: t('districts.nameMissing') }),
      shortName: typedAs('text', language, { missing: t('districts.shortNameMissing') }),
    }
    const fields = await request.formData()
    const districtId = new URL(request.url).searchParams.get('bjud-in')
    const done = (klart: string) =>
      redirect(organisationHref('/organisation/stadsdelar', organisation, organisations, { klart }), 303)
    if (districtId !== null) {
      const submission = parseWithZod(fields, { schema: z.object(person) })
      if (submission.status !== 'success') return submission.reply()
      const { personName, email } = submission.value
      const first = { name: personName, email }
      try {
        await inviteToDistrict(who, { city: organisation, districtId, first, language, now })
      } catch (error) {
        // Somebody has been quicker: the page says so by itself.
        if (!isPortalError(error) || error.code !== 'conflict') throw error
      }
      throw done('invited')
    }
    const submission = parseWithZod(fields, { schema: z.object({ ...district, ...person }) })
    if (submission.status !== 'success') return submission.reply()
    const { name, shortName, personName, email } = submission.value
    try {
      const first = { name: personName, email }
      await addDistrict(who, { city: organisation, name, shortName, first, language, now })
    } catch (error) {
      if (!isPortalError(error) || error.code !== 'conflict') throw error
      return submission.reply({ fieldErrors: { name: [t('districts.nameTaken')] } })
    }
    throw done('added')
  },
)

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Districts() {
  const { organisation, organisationPage, listHref, done, districts, invited } = useLoaderData<typeof loader>()
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
      <PostedErrors heading={t(invited ? 'districts.notInvited' : 'districts.notAdded')} items={errorItems(reply)} />
      {done && !reply && (
        <Notice tone="success" live="polite">
          {t(`districts.${done}`)}
        </Notice>
      )}
      <Stack gap="tight">
        <H1>{t('districts.title')}</H1>
        <Lead>{t('districts.lead')}</Lead>
      </Stack>
      {districts.length > 0 ? (
        <Card>
          <DataList
            look="compact"
            items={districts.map(({ id, name, people, inviteHref }) => ({
              key: id,
              label: name,
              value: inviteHref ? (
                <>
                  {people}.{' '}
                  <TextLink to={`${inviteHref}#bjud-in`}>
                    {t('districts.invite')}
                    <span className="sr-only">: {name}</span>
                  </TextLink>
                </>
              ) : (
                people
              ),
            }))}
          />
        </Card>
      ) : (
        <p className="subtle">{t('districts.none')}</p>
      )}
      <Sheet>
        {/* Another form gets other fields: the browser would otherwise keep what stood in them. */}
        <Form method="post" noValidate key={invited?.id ?? districts.length}>
          <Stack gap="loose">
            {invited ? (
              <H2 id="bjud-in">{t('districts.inviteTo', { district: invited.name })}</H2>
            ) : (
              <>
                <H2>{t('districts.add')}</H2>
                <TextInput {...field('name')} help={t('districts.nameHelp')} />
                <TextInput {...field('shortName')} help={t('districts.shortNameHelp')} width={24} />
              </>
            )}
            <Stack gap="tight">
              {!invited && <H2>{t('districts.person')}</H2>}
              <p className="subtle">{t('districts.personHelp')}</p>
            </Stack>
            <TextInput {...field('personName')} />
            <TextInput {...field('email')} type="email" spellCheck={false} />
          </Stack>
          <ActionBar>
            <Button type="submit">{t(invited ? 'districts.invite' : 'districts.save')}</Button>
            {invited && (
              <ButtonLink to={listHref} variant="tertiary">
                {t('districts.cancel')}
              </ButtonLink>
            )}
          </ActionBar>
        </Form>
      </Sheet>
    </PublicColumn>
  )
}
