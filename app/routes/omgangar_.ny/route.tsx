import { parseWithZod } from '@conform-to/zod/v4'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { loadForm } from '~/cases/form-versions.store.server'
import { dateInSweden, formatDate, formatInteger } from '~/forms/format'
import { choicesOf } from '~/grants/rounds/choose-recipients'
import { startRound } from '~/grants/rounds/start-round.server'
import { guard } from '~/platform/access/guard.server'
import { agencyRule } from '~/platform/access/rules.server'
import { PortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { pageTitle } from '~/ui/page-title'
import { ChooseForm } from './choose-form'
import { agenciesOf, countiesOf, offeredForms, rateFields, roundSchema } from './new-round.server'
import { RoundForm } from './round-form'

/** Opening a round: first which form, then its dates, rates and recipients. */
export const loader = guard(agencyRule('manage'), async ({ request, agencies: access, who, now, language }) => {
  const t = translator(language, 'round')
  const query = new URL(request.url).searchParams
  const { agencies, municipalities } = await agenciesOf(access)
  const forms = await offeredForms(agencies, language, translator(language, 'review'))
  const chosen = await chosenForm(forms, query.get('blankett'))
  const agency = agencies.find(({ id }) => id === query.get('myndighet')) ?? agencies[0]
  if (!agency) throw new PortalError('notFound')
  const ours = municipalities.filter(({ countyCode }) => !agency.countyCode || countyCode === agency.countyCode)
  const year = Number(dateInSweden(now).slice(0, 4))
  return {
    title: pageTitle(t('open.title')),
    agencies: agencies.map(({ id, name }) => ({ value: id, label: name })),
    forms,
    chosen: chosen && {
      title: chosen.form.title,
      kind: chosen.form.kind,
      version: chosen.version.version,
      isNewest: chosen.version === chosen.form.versions[0],
      rates: rateFields(chosen.definition.rates, language, t),
      year: String(chosen.definition.kind === 'application' ? year + 1 : year - 1),
      opens: dateInSweden(now),
    },
    agency: { id: agency.id, name: agency.name, county: agency.county },
    person: { name: who.user.name, email: who.user.email, phone: who.user.phone ?? '' },
    choices: choicesOf(agency.countyCode),
    municipalities: formatInteger(ours.length, language),
    counties: countiesOf(municipalities),
  }
})

async function chosenForm(forms: Awaited<ReturnType<typeof offeredForms>>, versionId: string | null) {
  const form = forms.find(({ versions }) => versions.some(({ id }) => id === versionId))
  const version = form?.versions.find(({ id }) => id === versionId)
  if (!form || !version) return null
  const { definition } = await loadForm(version.id)
  return { form, version, definition }
}

export const action = guard(agencyRule('manage'), async ({ request, agencies: access, who, now, language }) => {
  const t = translator(language, 'round')
  const fields = await request.formData()
  const { agencies, municipalities } = await agenciesOf(access)
  const forms = await offeredForms(agencies, language, translator(language, 'review'))
  const chosen = await chosenForm(forms, String(fields.get('blankett') ?? ''))
  const agency = agencies.find(({ id }) => id === fields.get('myndighet'))
  if (!chosen || !agency) throw new PortalError('notFound')
  const { rates } = chosen.definition
  const submission = parseWithZod(fields, {
    schema: roundSchema({ agency, municipalities, rates, now, language, t }),
  })
  if (submission.status !== 'success') return { reply: submission.reply(), shared: null }
  const { contact, ...round } = submission.value
  const started = await startRound(
    { ...round, formVersionId: chosen.version.id, desk: { agencyId: agency.id, contact } },
    { userId: who.user.id, now },
  )
  if ('roundId' in started) throw redirect(`/omgangar/${started.roundId}?klart=${started.outcome}`, 303)
  if (started.outcome === 'ours') {
    const message = t('open.ours', { year: round.year })
    return { reply: submission.reply({ fieldErrors: { ar: [message] } }), shared: null }
  }
  const { deadline, agencies: others } = started.round
  return {
    reply: submission.reply(),
    shared: { deadline: formatDate(deadline, language), agencies: others.map(({ name }) => name).join(', ') },
  }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function NewRound() {
  const { forms, chosen, ...data } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { t } = useTranslation('round')
  const crumbs = [
    { href: '/omgangar', text: t('rounds') },
    { text: t('open.title'), ...(chosen && { href: '/omgangar/ny' }) },
  ]
  if (!chosen) return <ChooseForm crumbs={crumbs} forms={forms} />
  return (
    <RoundForm
      crumbs={[...crumbs, { text: chosen.title }]}
      chosen={chosen}
      {...data}
      reply={outcome?.reply}
      shared={outcome?.shared ?? null}
    />
  )
}
