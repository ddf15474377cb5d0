import { data as answer, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDate, formatInteger, formatKronor } from '~/forms/format'
import { cityPlace, districtRows, districtsOfCity } from '~/grants/distribution/distribution.store.server'
import { dayOf, deadlineAhead } from '~/grants/rounds/deadline'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { hasRole } from '~/platform/access/who'
import { translator } from '~/platform/i18n/translator.server'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { PublicColumn, Stack } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { AmountsForm } from './amounts-form'
import { actOnAmounts, amountField } from './posted-amounts.server'

/** Days that a city is offered for its districts to report in. */
const daysToReport = 28

/** How much each district gets, and who decided it. */
export const loader = guard(caseRule('write'), async ({ who, now, language, caseAccess }) => {
  const t = translator(language, 'district')
  const city = await cityPlace(caseAccess.caseId)
  const { distribution } = city
  const districts = await districtsOfCity(city.organisationId)
  const rows = distribution ? await districtRows(distribution.districtsId) : []
  const given = new Map(rows.map(({ organisationId, received }) => [organisationId, formatInteger(received, language)]))
  const stored: Readonly<Record<string, string>> = {
    ...Object.fromEntries(districts.map(({ id }) => [amountField(id), given.get(id) ?? ''])),
    organ: distribution?.decidedBy ?? '',
    beslutsdag: distribution ? distribution.decidedOn.toISOString().slice(0, 10) : '',
    paragraf: distribution?.reference ?? '',
    sistaDag: dayOf(distribution?.deadline ?? deadlineAhead(now, daysToReport)),
  }
  return {
    title: pageTitle(t('distribute'), city.name),
    caseId: city.caseId,
    award: city.award === null ? null : formatKronor(city.award, language),
    cityDeadline: formatDate(city.deadline, language),
    districts: districts.map(({ id, name }) => ({ id, name, field: amountField(id) })),
    mayTakeBack: rows.length > 0 && rows.every(({ state }) => state === 'notOpened'),
    administers: hasRole(who, city.organisationId, 'administrator'),
    stored,
  }
})

export const action = guard(caseRule('write'), async ({ request, who, now, language, caseAccess }) => {
  const city = await cityPlace(caseAccess.caseId)
  const { id, name, email, phone } = who.user
  const fields = await request.formData()
  const outcome = await actOnAmounts({
    fields,
    city,
    districts: await districtsOfCity(city.organisationId),
    contact: { name, email, ...(phone ? { phone } : {}) },
    userId: id,
    now,
    language,
  })
  const done = fields.get('gor') === 'taTillbaka' ? 'takenBack' : 'distributed'
  if (!outcome) return redirect(`/fordelning/${caseAccess.caseId}?klart=${done}`, 303)
  return answer(outcome, { status: Object.keys(outcome.errors).length > 0 ? 400 : 200 })
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Amounts() {
  const data = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { t } = useTranslation('district')
  const { caseId, award, districts, administers } = data
  const errors = outcome?.errors ?? {}
  return (
    <PublicColumn
      crumbs={[
        { href: `/arenden/${caseId}`, text: t('toReturn') },
        { href: `/fordelning/${caseId}`, text: t('title') },
        { text: t('distribute') },
      ]}
    >
      <PostedErrors
        heading={t('amounts.stopped')}
        items={Object.entries(errors).flatMap(([field, messages]) =>
          messages.map((message) => ({ href: `#${field}`, message })),
        )}
      />
      <Stack gap="tight">
        <H1>{t('distribute')}</H1>
        {award !== null && districts.length > 0 && <Lead>{t('amounts.lead', { kronor: award })}</Lead>}
      </Stack>
      {award === null || districts.length === 0 ? (
        <EmptyState
          heading={<H2>{t('districts.title')}</H2>}
          actions={
            administers && award !== null ? (
              <ButtonLink to="/organisation/stadsdelar">{t('amounts.noneLink')}</ButtonLink>
            ) : undefined
          }
        >
          <p>{award === null ? t('noAward') : t('amounts.none')}</p>
        </EmptyState>
      ) : (
        <AmountsForm {...data} outcome={outcome} />
      )}
    </PublicColumn>
  )
}
