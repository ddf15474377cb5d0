import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDate } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { agencyRule } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { rounds } from '~/reviews/rounds.server'
import { DataTable, type TableColumn } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, WideLayout } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'

/** The rounds that the agency reviews: where reading begins. */
export const loader = guard(agencyRule('review'), async ({ agencies, language, now }) => {
  const t = translator(language, 'review')
  const found = await rounds(
    agencies.map(({ agencyId }) => agencyId),
    language,
    now,
  )
  return {
    title: pageTitle(t('rounds.title')),
    toRead: found.reduce((sum, round) => sum + round.toRead, 0),
    rounds: found.map(({ id, title, deadline, cases, handedIn, toRead, late }) => ({
      id,
      title,
      deadline: formatDate(deadline, language),
      cases,
      handedIn,
      toRead,
      late,
    })),
  }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Rounds() {
  const { rounds: listed, toRead } = useLoaderData<typeof loader>()
  const { t } = useTranslation('review')
  const columns: TableColumn<(typeof listed)[number]>[] = [
    {
      id: 'round',
      heading: t('rounds.round'),
      cell: ({ id, title }) => <TextLink to={`/granskning/${id}`}>{title}</TextLink>,
    },
    { id: 'deadline', heading: t('rounds.deadline'), label: t('rounds.deadline'), cell: ({ deadline }) => deadline },
    {
      id: 'handedIn',
      heading: t('rounds.submitted'),
      label: t('rounds.submitted'),
      cell: ({ handedIn, cases }) => t('rounds.of', { count: handedIn, total: cases }),
    },
    {
      id: 'toRead',
      heading: t('rounds.toRead'),
      label: t('rounds.toRead'),
      align: 'right',
      cell: (round) =>
        round.toRead > 0 ? (
          <TextLink to={`/granskning/${round.id}?status=submitted`}>{round.toRead}</TextLink>
        ) : (
          round.toRead
        ),
    },
    {
      id: 'late',
      heading: t('rounds.late'),
      label: t('rounds.late'),
      align: 'right',
      cell: ({ id, late }) => (late > 0 ? <TextLink to={`/granskning/${id}?sen=1`}>{late}</TextLink> : late),
    },
  ]
  return (
    <WideLayout>
      <div className="stack xtight">
        <H1>{t('rounds.title')}</H1>
        <Lead>{toRead > 0 ? t('rounds.lead', { count: toRead }) : t('rounds.nothingToRead')}</Lead>
      </div>
      {listed.length === 0 ? (
        <EmptyState heading={<H2>{t('rounds.empty')}</H2>}>
          <p>{t('rounds.emptyText')}</p>
        </EmptyState>
      ) : (
        <Card flush>
          <DataTable caption={t('rounds.title')} columns={columns} rows={listed} keyOf={({ id }) => id} />
        </Card>
      )}
    </WideLayout>
  )
}
