import { data as answer } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatKronor } from '~/forms/format'
import { grantedBy } from '~/grants/allocations/allocations.store.server'
import { previewAllocations } from '~/grants/allocations/import-allocations.server'
import { keptList } from '~/grants/allocations/kept-list.server'
import { readList } from '~/grants/allocations/read-list.server'
import { guard } from '~/platform/access/guard.server'
import { type AgencyAccess, agencyRule } from '~/platform/access/rules.server'
import { isPortalError, PortalError } from '~/platform/errors'
import type { Language } from '~/platform/i18n/languages'
import { translator } from '~/platform/i18n/translator.server'
import { loadRound } from '~/reviews/round.server'
import { ButtonLink } from '~/ui/button-link'
import { H1, Lead } from '~/ui/heading'
import { Row, WideLayout } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { GivenList } from './given-list'
import { actOnList, agencyOf } from './list-actions.server'
import { type ListAddress, readAddress } from './list-address'
import { Preview } from './preview'
import { previewView } from './preview-view.server'

/** What the round's recipients get: a list is handed over, looked at and agreed to. */
export const loader = guard(agencyRule('manage'), async ({ request, params, agencies, language }) => {
  const roundId = params.roundId ?? ''
  const t = translator(language, 'round')
  const round = await loadRound(roundId, language)
  const query = new URL(request.url).searchParams
  const address = readAddress(query)
  const { awards, kronor, held } = await grantedBy(
    roundId,
    agencies.map(({ agencyId }) => agencyId),
  )
  return {
    title: pageTitle(t('allocation.title'), round.title),
    roundId,
    round: round.title,
    query: query.toString(),
    agencies: agencies.map(({ agencyId, agencyName }) => ({ value: agencyId, label: agencyName })),
    granted: { awards, kronor: formatKronor(kronor, language), held },
    done: query.get('klart'),
    preview: address && (await look(roundId, agencies, address, language)),
  }
})

async function look(roundId: string, agencies: readonly AgencyAccess[], address: ListAddress, language: Language) {
  try {
    const { name, bytes } = await keptList(roundId, address.list)
    const sheets = await readList(bytes)
    const sheet = sheets[address.sheet]
    if (!sheet) throw new PortalError('notFound')
    const agency = agencyOf(agencies, address.agency)
    const allocation = { roundId, agencyId: agency.agencyId, sheet, choices: address.choices }
    const judged = await previewAllocations(allocation)
    const view = previewView({ judged, sheets, address, t: translator(language, 'round'), language })
    return { ...view, name, list: address.list, agency: agencies.length > 1 ? agency : null }
  } catch (error) {
    // A list that was kept once may have been cleared away.
    if (isPortalError(error) && error.code === 'notFound') return 'gone' as const
    throw error
  }
}

export const action = guard(agencyRule('manage'), async ({ request, params, agencies, who, now, language }) => {
  const outcome = await actOnList({
    request,
    roundId: params.roundId ?? '',
    agencies,
    userId: who.user.id,
    now,
    t: translator(language, 'round'),
  })
  return answer(outcome, { status: 'again' in outcome && outcome.again === 'stale' ? 409 : 400 })
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Allocation() {
  const { roundId, round, query, agencies, granted, done, preview } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { t } = useTranslation('round')
  const here = `/omgangar/${roundId}/tilldelning`
  const refused = outcome && 'error' in outcome ? outcome : undefined
  const shown = preview === 'gone' ? null : preview
  return (
    <WideLayout
      crumbs={[
        { href: '/omgangar', text: t('rounds') },
        { href: `/omgangar/${roundId}`, text: round },
        { text: t('allocation.title'), ...(shown && { href: here }) },
        ...(shown ? [{ text: t('preview.heading') }] : []),
      ]}
    >
      <Row between align="bottom">
        <div className="stack xtight">
          <H1>{shown ? shown.name || t('allocation.pasted') : t('allocation.title')}</H1>
          {shown ? <p className="subtle">{[round, shown.agency?.agencyName].filter(Boolean).join(' · ')}</p> : null}
          {!shown && <Lead>{t('allocation.lead')}</Lead>}
        </div>
        {shown && (
          <ButtonLink to={here} variant="secondary" size="small">
            {t('allocation.another')}
          </ButtonLink>
        )}
      </Row>
      {outcome && 'again' in outcome && (
        <Notice tone="warning" live="assertive">
          {t('preview.stale')}
        </Notice>
      )}
      {shown ? (
        <Preview preview={shown} query={query} home={here} />
      ) : (
        <GivenList
          agencies={agencies}
          granted={granted}
          done={done}
          refused={refused ?? (preview === 'gone' ? { error: t('allocation.gone'), text: '', total: '' } : undefined)}
        />
      )}
    </WideLayout>
  )
}
