import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findOrganisation } from '~/grants/organisations/contact.store.server'
import { contactSections } from '~/grants/organisations/contact-fields'
import { contactSchema } from '~/grants/organisations/contact-schema.server'
import { findMembers } from '~/grants/organisations/members.store.server'
import { organisationHref } from '~/grants/organisations/organisation-href'
import { saveContact } from '~/grants/organisations/save-contact.server'
import { guard } from '~/platform/access/guard.server'
import { organisationRole } from '~/platform/access/rules.server'
import { isAgency, roles } from '~/platform/access/who'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems } from '~/platform/posted'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { ContactForm } from './contact-form'
import { ContactList } from './contact-list'
import { OrganisationFrame } from './organisation-frame'

export const loader = guard(organisationRole(...roles), async ({ request, language, organisation, organisations }) => {
  const { contact, orgNumber } = await findOrganisation(organisation.id)
  const editable = organisation.roles.includes('administrator')
  const members = editable ? [] : await findMembers(organisation.id)
  return {
    title: translator(language, 'account')('contact.title'),
    organisation,
    organisations,
    editable,
    administrators: members.filter((member) => member.roles.includes('administrator')).map(({ name }) => name),
    saved: new URL(request.url).searchParams.has('sparat'),
    values: { ...contact, ...(orgNumber && { orgNumber }) },
    // Nobody pays an agency.
    sections: contactSections.filter(({ id }) => id !== 'payment' || !isAgency(organisation.kind)).map(({ id }) => id),
  }
})

export const action = guard(
  organisationRole('administrator'),
  async ({ request, who, language, organisation, organisations }) => {
    const submission = parseWithZod(await request.formData(), { schema: contactSchema(language) })
    if (submission.status !== 'success') return submission.reply()
    try {
      await saveContact(who, organisation.id, submission.value)
    } catch (error) {
      if (!isPortalError(error) || error.code !== 'conflict') throw error
      const message = translator(language, 'account')('contact.orgNumberTaken')
      return submission.reply({ fieldErrors: { orgNumber: [message] } })
    }
    throw redirect(organisationHref('/organisation', organisation, organisations, { sparat: '1' }), 303)
  },
)

export const meta = ({ data }: { data: { title: string; organisation: { name: string } } | undefined }) => [
  { title: pageTitle(data?.title, data?.organisation.name) },
]

export default function OrganisationPage() {
  const { organisation, organisations, editable, administrators, saved, values, sections } =
    useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('account')
  const shown = contactSections.filter(({ id }) => sections.includes(id))
  const notice = saved && !reply && (
    <Notice tone="success" live="polite">
      {t('contact.saved')}
    </Notice>
  )
  return (
    <OrganisationFrame
      page="details"
      heading={t('contact.title')}
      lead={t(editable ? 'contact.editLead' : 'contact.lead')}
      organisation={organisation}
      organisations={organisations}
      notice={notice}
    >
      <PostedErrors heading={t('contact.errorHeading')} items={errorItems(reply)} />
      {editable ? (
        <ContactForm sections={shown} values={values} reply={reply} />
      ) : (
        <ContactList sections={shown} values={values} administrators={administrators} />
      )}
    </OrganisationFrame>
  )
}
