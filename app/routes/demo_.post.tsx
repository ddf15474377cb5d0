import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { demoOnly } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { listInbox } from '~/platform/sign-in/inbox.server'
import { DataTable } from '~/ui/data-table'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, OfficerLayout, Stack } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'

/** More than anybody reads; older letters are reached by their address. */
const most = 200

export const loader = guard(demoOnly, async ({ language }) => ({
  title: translator(language, 'account')('inbox.title'),
  letters: (await listInbox(most)).map(({ at, attachments, ...letter }) => ({
    ...letter,
    at: formatDateTime(at, language),
    attachments: attachments.length,
  })),
}))

export const meta = ({ data }: { data: { title: string } | undefined }) => [{ title: pageTitle(data?.title) }]

export default function InboxPage() {
  const { letters } = useLoaderData<typeof loader>()
  const { t } = useTranslation('account')
  return (
    <OfficerLayout crumbs={[{ text: t('crumbs.demo'), href: '/demo' }, { text: t('inbox.title') }]}>
      <Stack gap="tight">
        <H1>{t('inbox.title')}</H1>
        <Lead>{t('inbox.lead')}</Lead>
      </Stack>
      {letters.length === 0 ? (
        <EmptyState heading={<H2>{t('inbox.emptyTitle')}</H2>}>
          <p>{t('inbox.emptyText')}</p>
        </EmptyState>
      ) : (
        <Card flush>
          <DataTable
            caption={t('inbox.letters')}
            rows={letters}
            keyOf={({ id }) => id}
            columns={[
              {
                id: 'subject',
                heading: t('inbox.subject'),
                cell: ({ id, subject }) => <TextLink to={`/demo/post/${id}`}>{subject}</TextLink>,
              },
              { id: 'to', heading: t('inbox.to'), label: t('inbox.to'), cell: ({ to }) => to },
              { id: 'at', heading: t('inbox.at'), label: t('inbox.at'), cell: ({ at }) => at },
              {
                id: 'attachments',
                heading: t('inbox.attachments'),
                label: t('inbox.attachments'),
                cell: ({ attachments }) => (attachments > 0 ? t('inbox.attachment', { count: attachments }) : '–'),
              },
            ]}
          />
        </Card>
      )}
    </OfficerLayout>
  )
}
