import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { agencyRule } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { rounds } from '~/reviews/rounds.server'
import { ButtonLink } from '~/ui/button-link'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, Row, WideLayout } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'

/** The rounds that the programme manager looks after. */
export const loader = guard(agencyRule('manage'), async ({ agencies, language, now }) => {
  const ids = agencies.map(({ agencyId }) => agencyId)
  const found = await rounds(ids, language, now)
  return {
    title: pageTitle(translator(language, 'review')('manage.title')),
    rounds: found.map(({ id, title, opensAt, deadline, cases, handedIn }) => ({
      id,
      title,
      opens: formatDate(opensAt, language),
      deadline: formatDate(deadline, language),
      cases,
      handedIn,
    })),
  }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function ManagedRounds() {
  const { rounds: listed } = useLoaderData<typeof loader>()
  const { t } = useTranslation('review')
  const { t: round } = useTranslation('round')
  return (
    <WideLayout>
      <Row between align="bottom">
        <div className="stack xtight">
          <H1>{t('manage.title')}</H1>
          <Lead>{t('manage.lead')}</Lead>
        </div>
        <ButtonLink to="/omgangar/ny" variant={listed.length === 0 ? 'primary' : 'secondary'}>
          {round('open.button')}
        </ButtonLink>
      </Row>
      {listed.length === 0 ? (
        <EmptyState heading={<H2>{t('manage.empty')}</H2>}>
          <p>{t('manage.emptyText')}</p>
        </EmptyState>
      ) : (
        <Card flush>
          <DataTable
            caption={t('manage.title')}
            rows={listed}
            keyOf={({ id }) => id}
            columns={[
              { id: 'round', heading: t('manage.round'), cell: ({ title }) => title },
              { id: 'opens', heading: t('manage.opens'), label: t('manage.opens'), cell: ({ opens }) => opens },
              {
                id: 'deadline',
                heading: t('manage.deadline'),
                label: t('manage.deadline'),
                cell: ({ deadline }) => deadline,
              },
              {
                id: 'handedIn',
                heading: t('manage.handedIn'),
                label: t('manage.handedIn'),
                cell: ({ id, handedIn, cases }) => (
                  <TextLink to={`/granskning/${id}`}>{t('rounds.of', { count: handedIn, total: cases })}</TextLink>
                ),
              },
              {
                id: 'allocation',
                heading: <span className="sr-only">{round('allocation.title')}</span>,
                cell: ({ id, title }) => (
                  <TextLink to={`/omgangar/${id}/tilldelning`}>
                    {round('allocation.title')}
                    <span className="sr-only">: {title}</span>
                  </TextLink>
                ),
              },
              {
                id: 'change',
                heading: <span className="sr-only">{t('manage.change')}</span>,
                cell: ({ id, title }) => (
                  <TextLink to={`/omgangar/${id}`}>
                    {t('manage.change')}
                    <span className="sr-only">: {title}</span>
                  </TextLink>
                ),
              },
            ]}
          />
        </Card>
      )}
    </WideLayout>
  )
}
