import { data as answer, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '~/forms/format'
import {
  distributionState,
  explainMissing,
  longestExplanation,
  remindDistrict,
} from '~/grants/distribution/follow-up.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { ButtonLink } from '~/ui/button-link'
import { DataList } from '~/ui/data-list'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, Row, Stack, WideLayout } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { DistrictTable } from './district-table'
import { OneDistrict } from './one-district'
import { overviewOf } from './overview-view.server'

/** A city's districts: who has reported, what, and who is waited for. */
export const loader = guard(caseRule('keep'), async ({ request, now, language, caseAccess }) => {
  const t = translator(language, 'district')
  const state = await distributionState(caseAccess.caseId)
  const query = new URL(request.url).searchParams
  const chosen = state.districts.find(
    ({ caseId, submittedAt }) => caseId === query.get('stadsdel') && submittedAt === null,
  )
  return {
    ...overviewOf(state, { t, language, now }),
    title: pageTitle(t('title'), state.city.name),
    caseId: caseAccess.caseId,
    acts: caseAccess.rights.write,
    changeable: state.city.state === 'notOpened' || state.city.state === 'started',
    done: query.get('klart') ?? '',
    letters: Number(query.get('brev') ?? 0),
    chosen: chosen && {
      caseId: chosen.caseId,
      name: chosen.name,
      deadline: formatDate(chosen.deadline, language),
      explanation: chosen.explanation ?? '',
    },
    longest: longestExplanation,
  }
})

/** Reminds or explains. */
export const action = guard(caseRule('write'), async ({ request, who, now, language, caseAccess }) => {
  const fields = await request.formData()
  const t = translator(language, 'district')
  const district = { cityCaseId: caseAccess.caseId, districtCaseId: String(fields.get('stadsdel') ?? '') }
  const by = { userId: who.user.id, now }
  const here = `/fordelning/${caseAccess.caseId}`
  const typed = String(fields.get('forklaring') ?? '')
  const refuse = (error: string) => answer({ typed, error }, { status: 400 })
  try {
    if (fields.get('gor') === 'paminn') {
      const letters = await remindDistrict(district, by)
      return redirect(`${here}?klart=reminded&brev=${letters}`, 303)
    }
    await explainMissing(district, typed, by)
    return redirect(`${here}?klart=${typed.trim() === '' ? 'unexplained' : 'explained'}`, 303)
  } catch (error) {
    if (!isPortalError(error)) throw error
    if (error.code === 'tooLarge') return refuse(t('one.tooLong', { max: longestExplanation }))
    if (error.code === 'conflict') return refuse(t('one.hasReported'))
    if (error.code === 'closed') return refuse(t('one.closed'))
    throw error
  }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Distribution() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useTranslation(['district', 'case'])
  const { caseId, award, facts, rows, chosen, acts, changeable } = data
  const here = `/fordelning/${caseId}`
  const amounts = `${here}/belopp`
  return (
    <WideLayout
      crumbs={[
        { href: '/arenden', text: t('case:mine.title') },
        { href: `/arenden/${caseId}`, text: t('toReturn') },
        { text: t('title') },
      ]}
    >
      <Done done={data.done} letters={data.letters} />
      {refused && (
        <Notice tone="error" live="assertive">
          {refused.error}
        </Notice>
      )}
      <Row between align="bottom">
        <Stack gap="xtight">
          <H1>{t('title')}</H1>
          <p className="subtle">
            {data.city}, {data.year}
          </p>
        </Stack>
        {facts && acts && changeable && (
          <ButtonLink to={amounts} variant="secondary" size="small">
            {t('change')}
          </ButtonLink>
        )}
      </Row>
      {facts ? (
        <>
          <DataList look="facts" items={facts.map(({ key, value }) => ({ key, value, label: t(`fact.${key}`) }))} />
          <Standing {...data} />
          {chosen && (
            <OneDistrict
              key={chosen.caseId}
              district={chosen}
              here={here}
              sentIn={data.sentIn}
              longest={data.longest}
              refused={refused}
            />
          )}
          <Card flush>
            <DistrictTable rows={rows} sums={data.sums} acts={acts} here={here} />
          </Card>
        </>
      ) : (
        <EmptyState
          heading={<H2>{t('distribute')}</H2>}
          actions={award !== null && acts ? <ButtonLink to={amounts}>{t('distribute')}</ButtonLink> : undefined}
        >
          <Lead>{award === null ? t('noAward') : t('lead', { city: data.city, kronor: award, year: data.year })}</Lead>
        </EmptyState>
      )}
    </WideLayout>
  )
}

interface StandingProps {
  readonly reported: number
  readonly rows: readonly unknown[]
  readonly unexplained: number
  readonly afterwards: number
  readonly sentIn: boolean
}

/** What the city's return waits for. */
function Standing({ reported, rows, unexplained, afterwards, sentIn }: StandingProps) {
  const { t } = useTranslation('district')
  const so = t('reported', { done: reported, all: rows.length })
  if (sentIn) {
    return (
      <Notice tone="info">
        {so} {afterwards > 0 && t('afterwards', { count: afterwards })}
      </Notice>
    )
  }
  return (
    <Notice tone={unexplained === 0 ? 'success' : 'info'}>
      {so} {unexplained === 0 ? t('ready') : t('missing', { count: unexplained })}
    </Notice>
  )
}

function Done({ done, letters }: { readonly done: string; readonly letters: number }) {
  const { t } = useTranslation('district')
  const words =
    done === 'distributed' || done === 'takenBack'
      ? t(done === 'distributed' ? 'amounts.done' : 'amounts.takenBack')
      : done === 'reminded'
        ? t(letters === 0 ? 'one.reminded_zero' : 'one.reminded', { count: letters })
        : done === 'explained' || done === 'unexplained'
          ? t(`one.${done}`)
          : undefined
  return words === undefined ? null : (
    <Notice tone="success" live="polite">
      {words}
    </Notice>
  )
}
