import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { formatDate, formatDateTime } from '~/forms/format'
import { findMandates } from '~/grants/organisations/mandates.store.server'
import { rolesIn } from '~/grants/organisations/member'
import { findMembers } from '~/grants/organisations/members.store.server'
import { organisationHref } from '~/grants/organisations/organisation-href'
import { revokeMandate } from '~/grants/organisations/revoke-mandate.server'
import { setRoles } from '~/grants/organisations/set-roles.server'
import { signerRoles } from '~/grants/organisations/signer-roles.store.server'
import { guard } from '~/platform/access/guard.server'
import { organisationRole } from '~/platform/access/rules.server'
import { isAgency } from '~/platform/access/who'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems } from '~/platform/posted'
import { ButtonLink } from '~/ui/button-link'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn, Stack } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { Mandates } from './mandates'
import { RolesForm } from './roles-form'

export const loader = guard(
  organisationRole('administrator'),
  async ({ params, now, language, organisation, organisations }) => {
    const member = (await findMembers(organisation.id)).find(({ userId }) => userId === params.userId)
    if (!member) throw new Response(null, { status: 404 })
    const t = translator(language, 'account')
    const mandates = (await findMandates(organisation.id, now)).filter(({ holderId }) => holderId === member.userId)
    const known = await signerRoles()
    const labelOf = (role: string) => known.find(({ id }) => id === role)?.label[language].toLowerCase() ?? role
    const href = (path: string) => organisationHref(`/organisation/personer${path}`, organisation, organisations)
    return {
      member,
      organisationName: organisation.name,
      roles: rolesIn(organisation.kind),
      signs: !isAgency(organisation.kind),
      peopleHref: href(''),
      mandateHref: href(`/${member.userId}/fullmakt`),
      removeHref: href(`/${member.userId}/ta-bort`),
      mandates: mandates.map(
        ({ id, title, decision, role, ownWork, grantorName, validFrom, validTo, revokedAt, state }) => ({
          id,
          title,
          decision,
          state,
          facts: [
            ...(role ? [translator(language, 'signers')('mandate.as', { role: labelOf(role) })] : []),
            validTo
              ? t('mandate.period', { from: formatDate(validFrom, language), to: formatDate(validTo, language) })
              : t('mandate.periodOpen', { from: formatDate(validFrom, language) }),
            ...(ownWork ? [t('mandate.own')] : []),
            ...(grantorName ? [t('mandate.givenBy', { name: grantorName })] : []),
            ...(revokedAt ? [t('mandate.revokedAt', { at: formatDateTime(revokedAt, language) })] : []),
          ],
        }),
      ),
    }
  },
)

export const action = guard(
  organisationRole('administrator'),
  async ({ request, params, who, now, language, organisation, organisations }) => {
    const t = translator(language, 'account')
    const peopleHref = (klart: string) =>
      organisationHref('/organisation/personer', organisation, organisations, { klart })
    const fields = await request.formData()
    const mandateId = fields.get('mandate')
    if (typeof mandateId === 'string') {
      await revokeMandate(who, { organisationId: organisation.id, mandateId, now })
      throw redirect(peopleHref('revoked'), 303)
    }
    const schema = z.object({ roles: z.array(z.enum(rolesIn(organisation.kind))).min(1, t('invite.rolesMissing')) })
    const submission = parseWithZod(fields, { schema })
    if (submission.status !== 'success') return submission.reply()
    try {
      const { roles } = submission.value
      await setRoles(who, { organisationId: organisation.id, userId: params.userId ?? '', roles, now })
    } catch (error) {
      if (!isPortalError(error) || error.code !== 'conflict') throw error
      return submission.reply({ fieldErrors: { roles: [t('member.lastAdministrator')] } })
    }
    throw redirect(peopleHref('roles'), 303)
  },
)

export const meta = ({ data }: { data: { member: { name: string }; organisationName: string } | undefined }) => [
  { title: pageTitle(data?.member.name, data?.organisationName) },
]

export default function MemberPage() {
  const { member, roles, signs, mandates, peopleHref, mandateHref, removeHref, organisationName } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('account')
  return (
    <PublicColumn crumbs={[{ text: t('people.title'), href: peopleHref }, { text: member.name }]}>
      <PostedErrors heading={t('member.errorHeading')} items={errorItems(reply)} />
      <Stack gap="tight">
        <H1>{member.name}</H1>
        <Lead>{member.title ? `${member.title}, ${member.email}` : member.email}</Lead>
      </Stack>
      <RolesForm roles={roles} held={member.roles} signs={signs} reply={reply} />
      {signs && <Mandates name={member.name} mandates={mandates} giveHref={mandateHref} />}
      <Card gap="tight" labelledBy="ta-bort">
        <H2 id="ta-bort">{t('member.removeTitle')}</H2>
        <p>{t('member.removeText', { name: member.name, organisation: organisationName })}</p>
        <div>
          <ButtonLink to={removeHref} variant="secondary">
            {t('member.remove', { name: member.name })}
          </ButtonLink>
        </div>
      </Card>
    </PublicColumn>
  )
}
