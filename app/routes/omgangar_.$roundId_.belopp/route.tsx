import { Button } from '@navikt/ds-react/Button'
import { data as answer } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '~/forms/format'
import { appliedFor } from '~/grants/allocations/amount-per-unit.server'
import { guard } from '~/platform/access/guard.server'
import { agencyRule } from '~/platform/access/rules.server'
import { PortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { loadRound } from '~/reviews/round.server'
import { DataList } from '~/ui/data-list'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { More } from '~/ui/more'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { TextInput } from '~/ui/text-input'
import { computeList, shownUnits } from './compute-list.server'

/** What an award is for each unit that has been applied for, known when all applications are in: leads to a list to agree to. */
export const loader = guard(agencyRule('manage'), async ({ params, agencies, language, now }) => {
  const roundId = params.roundId ?? ''
  const t = translator(language, 'per-unit')
  const round = await loadRound(roundId, language)
  const applied = await Promise.all(
    agencies.map(async ({ agencyId, agencyName }) => ({
      agencyId,
      agencyName,
      ...(await appliedFor(round.form, roundId, agencyId)),
    })),
  )
  const { per } = round.form.definition.figures
  if (per === undefined) throw new PortalError('notFound')
  return {
    title: pageTitle(t('title'), round.title),
    heading: round.title,
    roundId,
    open: now <= round.deadline ? formatDate(round.deadline, language, { weekday: true }) : null,
    agencies: applied.map(({ agencyId, agencyName, applicants = [], waiting = [], units = 0, scale = 0 }) => ({
      id: agencyId,
      name: agencyName,
      handedIn: applicants.length,
      waiting,
      units: shownUnits(units, scale, language),
    })),
  }
})

export const action = guard(agencyRule('manage'), async ({ request, params, agencies, language, now }) => {
  const refused = await computeList({
    fields: await request.formData(),
    round: await loadRound(params.roundId ?? '', language),
    agencyIds: agencies.map(({ agencyId }) => agencyId),
    now,
    t: translator(language, 'per-unit'),
  })
  return answer(refused, { status: 400 })
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function AmountPerUnit() {
  const { heading, roundId, open, agencies } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['per-unit', 'round'])
  return (
    <PublicColumn
      crumbs={[
        { href: '/omgangar', text: t('round:rounds') },
        { href: `/omgangar/${roundId}`, text: heading },
        { text: t('title') },
      ]}
    >
      <div className="stack tight">
        <H1>{t('title')}</H1>
        <Lead>{t('lead')}</Lead>
      </div>
      {open !== null && <Notice tone="warning">{t('open', { deadline: open })}</Notice>}
      {agencies.map((agency) => (
        <AgencyCard key={agency.id} {...agency} named={agencies.length > 1} closed={open === null} />
      ))}
    </PublicColumn>
  )
}

interface AgencyCardProps {
  readonly id: string
  readonly name: string
  readonly handedIn: number
  readonly waiting: readonly string[]
  readonly units: string
  /** Whether the manager has several agencies, each with applicants of its own. */
  readonly named: boolean
  /** Whether the deadline is past. */
  readonly closed: boolean
}

function AgencyCard({ id, name, handedIn, waiting, units, named, closed }: AgencyCardProps) {
  const reply = useActionData<typeof action>()
  const refused = reply?.agency === id ? reply : undefined
  const { t } = useTranslation('per-unit')
  const field = (each: 'perUnit' | 'frame') => ({
    id: `${each}-${id}`,
    name: each,
    label: t(`${each}.label`),
    help: t(`${each}.help`),
    optional: true,
    width: 16 as const,
    autoComplete: 'off',
    defaultValue: refused?.typed[each],
    errors: refused?.field === each ? [refused.error] : undefined,
  })
  return (
    <Card labelledBy={`sokt-${id}`} gap="normal">
      <H2 id={`sokt-${id}`}>{named ? name : t('applied')}</H2>
      {refused && (
        <PostedErrors
          heading={t('errorHeading')}
          items={[{ href: `#${refused.field}-${id}`, message: refused.error }]}
        />
      )}
      <DataList
        look="facts"
        items={[
          { key: 'handedIn', label: t('handedIn'), value: String(handedIn) },
          { key: 'units', label: t('units'), value: units },
        ]}
      />
      {waiting.length > 0 && (
        <More title={t('waiting', { count: waiting.length })}>
          <p>{waiting.join(', ')}</p>
        </More>
      )}
      {closed && handedIn > 0 && (
        <Form method="post" className="stack tight" noValidate>
          <input type="hidden" name="agency" value={id} />
          <TextInput {...field('perUnit')} />
          <TextInput {...field('frame')} />
          <p>
            <Button type="submit">{t('compute')}</Button>
          </p>
        </Form>
      )}
    </Card>
  )
}
