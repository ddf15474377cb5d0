import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countyName } from '~/grants/register/county'
import { guard } from '~/platform/access/guard.server'
import { agencyRule } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { worklist } from '~/reviews/worklist.server'
import { pageSize, readFilter, sameContent, viewFilter, writeFilter } from '~/reviews/worklist-filter'
import { ButtonLink } from '~/ui/button-link'
import { Eyebrow, H1, H2 } from '~/ui/heading'
import { Card, Row, Stack, WideLayout } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { Pagination } from '~/ui/pagination'
import { SavedViews } from '~/ui/saved-views'
import { Shortcuts } from '~/ui/shortcuts'
import { TextLink } from '~/ui/text-link'
import { Distribution } from './distribution'
import { Downloads } from './downloads'
import styles from './worklist.module.css'
import { WorklistFilters } from './worklist-filters'
import { WorklistTable } from './worklist-table'
import { columnWords, deadlineLine, rowView } from './worklist-view.server'

/** A round's cases of the agency: everything about the list stands in the address. */
export const loader = guard(agencyRule('review'), async ({ request, params, agencies, language, now }) => {
  const roundId = params.roundId ?? ''
  const filter = readFilter(new URL(request.url).searchParams)
  const list = await worklist({ roundId, agencyIds: agencies.map(({ agencyId }) => agencyId), now }, filter, language)
  const t = translator(language, 'review')
  const { round, counts, columns, total, pages, views } = list
  const heading = `${round.shortTitle} ${round.year}`
  return {
    title: pageTitle(heading),
    heading,
    href: `/granskning/${roundId}`,
    roundId,
    manages: agencies.some(({ manage }) => manage),
    deadline: deadlineLine(list, t, language, now),
    filter,
    rows: list.cases.map((row) => rowView(row, t, language, now)),
    columns,
    words: columnWords(round.kind, t),
    total,
    pages,
    views,
    byState: counts.byState,
    handedIn: counts.handedIn,
    all: counts.total,
    counties: counts.counties.map(({ code, county }) => ({ code, name: countyName(county) })),
  }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Worklist() {
  const data = useLoaderData<typeof loader>()
  const { href, filter, total, rows, columns, pages } = data
  const { t } = useTranslation('review')
  const first = (filter.page - 1) * pageSize + 1
  return (
    <WideLayout crumbs={[{ href: '/granskning', text: t('title') }, { text: data.heading }]}>
      <Row between align="bottom">
        <Stack gap="xtight">
          <Eyebrow>{data.deadline}</Eyebrow>
          <H1>{data.heading}</H1>
        </Stack>
        <Row>
          <Downloads href={href} filter={filter} total={total} />
          {data.manages && (
            <ButtonLink to={`/omgangar/${data.roundId}`} variant="secondary" size="small">
              {t('list.round')}
            </ButtonLink>
          )}
        </Row>
      </Row>
      <Distribution byState={data.byState} handedIn={data.handedIn} total={data.all} />
      <Card flush>
        <div className={styles.tabs}>
          <SavedViews
            label={t('list.views')}
            views={data.views.map(({ view, count }) => ({
              href: `${href}${writeFilter(viewFilter[view])}`,
              text: t(`list.view.${view}`),
              count,
              current: sameContent(filter, viewFilter[view]),
            }))}
          />
        </div>
        <WorklistFilters filter={filter} href={href} counties={data.counties} withRemaining={columns.remaining} />
        <p className={`${styles.count} small num`} role="status">
          <b>{t('list.count', { count: total })}</b>,{' '}
          {t('list.sortedBy', {
            count: total,
            column: data.words[filter.sort].toLocaleLowerCase(),
            direction: t(filter.descending ? 'list.descending' : 'list.ascending'),
          })}
        </p>
        {data.all === 0 ? (
          <div className={`${styles.empty} stack tight`}>
            <H2>{t('list.nobody')}</H2>
            <p>{t('list.nobodyText')}</p>
            {data.manages && (
              <p>
                <ButtonLink to={`/omgangar/${data.roundId}/bjud-in`}>{t('list.invite')}</ButtonLink>
              </p>
            )}
          </div>
        ) : rows.length === 0 ? (
          <div className={`${styles.empty} stack tight`}>
            <H2>{t('list.empty')}</H2>
            <p>{t('list.emptyText')}</p>
            <p>
              <TextLink to={href}>{t('list.clear')}</TextLink>
            </p>
          </div>
        ) : (
          <>
            <WorklistTable rows={rows} filter={filter} href={href} words={data.words} columns={columns} />
            <div className={styles.foot}>
              <span className="small subtle num">
                {t('list.showing', { from: first, to: first + rows.length - 1, total })}
              </span>
              <Pagination
                page={filter.page}
                pages={pages}
                hrefOf={(page) => `${href}${writeFilter({ ...filter, page })}`}
              />
            </div>
          </>
        )}
      </Card>
      <Shortcuts
        keys={[
          { key: 'j', does: 'next', words: t('keys.next') },
          { key: 'k', does: 'previous', words: t('keys.previous') },
          { key: '/', does: 'search', words: t('keys.search') },
          { key: '?', does: 'help', words: t('keys.help') },
        ]}
        also={[{ key: 'Enter', words: t('keys.open') }]}
        title={t('keys.title')}
        lead={t('keys.lead')}
        enabledLabel={t('keys.enabled')}
      />
    </WideLayout>
  )
}
