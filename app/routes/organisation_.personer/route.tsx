import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime } from '~/forms/format'
import { organisationHistory } from '~/grants/organisations/history.store.server'
import { findMandates } from '~/grants/organisations/mandates.store.server'
import { findMembers } from '~/grants/organisations/members.store.server'
import { organisationHref } from '~/grants/organisations/organisation-href'
import { guard } from '~/platform/access/guard.server'
import { organisationRole } from '~/platform/access/rules.server'
import { isAgency, roles } from '~/platform/access/who'
import { translator } from '~/platform/i18n/translator.server'
import { ButtonLink } from '~/ui/button-link'
import { Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { OrganisationFrame } from '../organisation/organisation-frame'
import { History, historyLine } from './history'
import { MemberTable } from './member-table'

const done = ['invited', 'roles', 'removed', 'mandate', 'revoked'] as const

export const loader = guard(
  organisationRole(...roles),
  async ({ request, who, now, language, organisation, organisations }) => {
    const t = translator(language, 'account')
    const manages = organisation.roles.includes('administrator')
    const [members, mandates] = await Promise.all([findMembers(organisation.id), findMandates(organisation.id, now)])
    const history = manages ? await organisationHistory(organisation.id, 50) : []
    const query = new URL(request.url).searchParams
    return {
      title: t('people.title'),
      organisation,
      organisations,
      manages,
      mandated: !isAgency(organisation.kind),
      done: done.find((known) => known === query.get('klart')),
      inviteHref: organisationHref('/organisation/personer/bjud-in', organisation, organisations),
      members: members.map((member) => {
        const mandate =
          mandates.find(({ holderId, state }) => holderId === member.userId && state === 'valid') ??
          mandates.find(({ holderId, state }) => holderId === member.userId && state === 'coming')
        return {
          ...member,
          roles: member.roles.map((role) => t(`role.${role}`)),
          me: member.userId === who.user.id,
          href: organisationHref(`/organisation/personer/${member.userId}`, organisation, organisations),
          mandate: mandate && mandateInShort(mandate),
        }
      }),
      history: history.map((event) => ({
        seq: event.seq,
        at: formatDateTime(event.at, language),
        text: historyLine(event, t, language),
      })),
    }

    function mandateInShort({ state, validFrom, validTo }: (typeof mandates)[number]): string {
      if (state === 'coming') return t('people.mandateFrom', { date: formatDate(validFrom, language) })
      return validTo ? t('people.mandateUntil', { date: formatDate(validTo, language) }) : t('people.mandateOpen')
    }
  },
)

export const meta = ({ data }: { data: { title: string; organisation: { name: string } } | undefined }) => [
  { title: pageTitle(data?.title, data?.organisation.name) },
]

export default function PeoplePage() {
  const { organisation, organisations, manages, mandated, done, inviteHref, members, history } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  const notice = done && (
    <Notice tone="success" live="polite">
      {t(`people.done.${done}`)}
    </Notice>
  )
  return (
    <OrganisationFrame
      page="people"
      heading={t('people.title')}
      lead={t(mandated ? 'people.lead' : 'people.agencyLead', { organisation: organisation.name })}
      organisation={organisation}
      organisations={organisations}
      notice={notice}
    >
      {manages && (
        <div>
          <ButtonLink to={inviteHref}>{t('people.invite')}</ButtonLink>
        </div>
      )}
      <Card flush>
        <MemberTable members={members} manages={manages} mandated={mandated} />
      </Card>
      {manages && <History events={history} />}
    </OrganisationFrame>
  )
}
