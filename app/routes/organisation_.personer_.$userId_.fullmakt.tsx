import { parseWithZod } from '@conform-to/zod/v4'
import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { dateInSweden } from '~/forms/format'
import { startOfDay } from '~/grants/organisations/days'
import { giveMandate } from '~/grants/organisations/give-mandate.server'
import { findMembers } from '~/grants/organisations/members.store.server'
import { organisationHref } from '~/grants/organisations/organisation-href'
import { signerRoles } from '~/grants/organisations/signer-roles.store.server'
import { typedAs } from '~/grants/organisations/typed.server'
import { endOfDay } from '~/grants/rounds/deadline'
import { guard } from '~/platform/access/guard.server'
import { organisationRole } from '~/platform/access/rules.server'
import { isAgency } from '~/platform/access/who'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems, errorsOf, tickedIn, typedIn } from '~/platform/posted'
import { ActionBar } from '~/ui/action-bar'
import { ButtonLink } from '~/ui/button-link'
import { Checkbox } from '~/ui/checkbox'
import { H1, Lead } from '~/ui/heading'
import { FieldRow, PublicColumn, Sheet, Stack } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { Radios } from '~/ui/radios'
import { TextInput } from '~/ui/text-input'

/** What most mandates are for, as it is posted. No form can name a signer so: ids hold no hyphen. */
const organisationItself = 'the-organisation'

export const loader = guard(
  organisationRole('administrator'),
  async ({ params, who, now, language, organisation, organisations }) => {
    const holder = (await findMembers(organisation.id)).find(({ userId }) => userId === params.userId)
    if (!holder || isAgency(organisation.kind)) throw new Response(null, { status: 404 })
    const path = '/organisation/personer'
    return {
      name: holder.name,
      holderTitle: holder.title,
      self: holder.userId === who.user.id,
      organisationName: organisation.name,
      today: dateInSweden(now),
      roles: (await signerRoles()).map(({ id, label }) => ({ id, label: label[language].toLowerCase() })),
      peopleHref: organisationHref(path, organisation, organisations),
      memberHref: organisationHref(`${path}/${holder.userId}`, organisation, organisations),
    }
  },
)

export const action = guard(
  organisationRole('administrator'),
  async ({ request, params, who, language, organisation, organisations }) => {
    if (isAgency(organisation.kind)) throw new Response(null, { status: 404 })
    const t = translator(language, 'account')
    const roles = (await signerRoles()).map(({ id }) => id)
    const schema = z
      .object({
        title: typedAs('text', language, { missing: t('mandate.personTitleMissing') }),
        decision: typedAs('text', language, { missing: t('mandate.decisionMissing') }),
        validFrom: typedAs('date', language, { missing: t('mandate.validFromMissing') }),
        validTo: typedAs('date', language).optional(),
        ownWork: z.literal('on').optional(),
        for: z.enum([organisationItself, ...roles]).default(organisationItself),
      })
      .refine(({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo, {
        path: ['validTo'],
        error: t('mandate.endsBeforeItBegins'),
      })
    const submission = parseWithZod(await request.formData(), { schema })
    if (submission.status !== 'success') return submission.reply()
    const { title, decision, validFrom, validTo, ownWork, for: role } = submission.value
    await giveMandate(who, {
      organisationId: organisation.id,
      holderId: params.userId ?? '',
      title,
      decision,
      role: role === organisationItself ? null : role,
      ownWork: ownWork === 'on',
      validFrom: startOfDay(validFrom),
      validTo: validTo === undefined ? null : endOfDay(validTo),
    })
    throw redirect(organisationHref('/organisation/personer', organisation, organisations, { klart: 'mandate' }), 303)
  },
)

export const meta = ({ data }: { data: { name: string; organisationName: string } | undefined }) => [
  { title: pageTitle(data?.name, data?.organisationName) },
]

export default function GiveMandatePage() {
  const { name, holderTitle, self, organisationName, today, roles, peopleHref, memberHref } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['account', 'signers'])
  const forErrors = errorsOf(reply, 'for')
  return (
    <PublicColumn
      crumbs={[
        { text: t('people.title'), href: peopleHref },
        { text: name, href: memberHref },
        { text: t('mandate.give') },
      ]}
    >
      <PostedErrors heading={t('mandate.errorHeading')} items={errorItems(reply)} />
      <Stack gap="tight">
        <H1>{t('mandate.giveTitle', { name })}</H1>
        <Lead>{t('mandate.giveLead', { organisation: organisationName })}</Lead>
      </Stack>
      {self && <Notice>{t('mandate.self')}</Notice>}
      <Sheet>
        <Form method="post" noValidate>
          <Stack gap="loose">
            {roles.length > 0 && (
              <Radios
                name="for"
                label={t('signers:mandate.for')}
                defaultValue={typedIn(reply, 'for', organisationItself)}
                {...(forErrors ? { errors: forErrors } : {})}
                options={[
                  {
                    value: organisationItself,
                    label: t('signers:mandate.organisation'),
                    help: t('signers:mandate.organisationHelp'),
                  },
                  ...roles.map(({ id, label: role }) => ({
                    value: id,
                    label: t('signers:mandate.role', { role }),
                    help: t('signers:mandate.roleHelp'),
                  })),
                ]}
              />
            )}
            <TextInput
              name="title"
              label={t('mandate.personTitle')}
              help={t('mandate.personTitleHelp')}
              defaultValue={typedIn(reply, 'title', holderTitle)}
              errors={errorsOf(reply, 'title')}
            />
            <TextInput
              name="decision"
              label={t('mandate.decision')}
              help={t('mandate.decisionHelp')}
              defaultValue={typedIn(reply, 'decision')}
              errors={errorsOf(reply, 'decision')}
            />
            <FieldRow>
              <TextInput
                name="validFrom"
                label={t('mandate.validFrom')}
                help={t('mandate.validFromHelp', { example: today })}
                width={14}
                defaultValue={typedIn(reply, 'validFrom', today)}
                errors={errorsOf(reply, 'validFrom')}
              />
              <TextInput
                name="validTo"
                label={t('mandate.validTo')}
                help={t('mandate.validToHelp')}
                optional
                width={14}
                defaultValue={typedIn(reply, 'validTo')}
                errors={errorsOf(reply, 'validTo')}
              />
            </FieldRow>
            <Checkbox
              name="ownWork"
              label={t('mandate.ownWork')}
              help={t('mandate.ownWorkHelp')}
              defaultChecked={tickedIn(reply, 'ownWork').includes('on')}
            />
          </Stack>
          <ActionBar>
            <Button type="submit">{t('mandate.save')}</Button>
            <ButtonLink to={memberHref} variant="tertiary">
              {t('invite.cancel')}
            </ButtonLink>
          </ActionBar>
        </Form>
      </Sheet>
    </PublicColumn>
  )
}
