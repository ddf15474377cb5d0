import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { contributionList } from '~/cases/contributions/list.server'
import { remindContributor } from '~/cases/contributions/remind.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { ButtonLink } from '~/ui/button-link'
import { EmptyState } from '~/ui/empty-state'
import { H1, H2, Lead } from '~/ui/heading'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import type { ContributionView } from '~/views/contributions/contribution'
import { ContributionCard } from '~/views/contributions/contribution-card'

const outcomes = ['asked', 'reminded', 'withdrawn', 'accepted', 'sentBack'] as const

export const loader = guard(caseRule('write'), async ({ request, now, language, caseAccess }) => {
  const list = await contributionList(caseAccess.caseId, language, now)
  const query = new URL(request.url).searchParams
  const done = outcomes.find((each) => each === query.get('klart'))
  const about = list.contributions.find(({ id }) => id === query.get('underlag'))
  const t = translator(language, 'contribution')
  return {
    ...list,
    done: done && about ? t(`done.${done}`, { name: about.name }) : undefined,
    mayAsk: caseAccess.state === 'started',
    title: pageTitle(t('title'), list.heading.title),
  }
})

/** Reminds whoever has not answered. When somebody was faster, the list says what has become of it. */
export const action = guard(caseRule('write'), async ({ request, now, caseAccess }) => {
  const { caseId } = caseAccess
  const contributionId = String((await request.formData()).get('underlag') ?? '')
  try {
    await remindContributor({ caseId, contributionId, now })
  } catch (error) {
    if (isPortalError(error) && error.code === 'stale') throw redirect(`/arenden/${caseId}/underlag`, 303)
    throw error
  }
  return redirect(`/arenden/${caseId}/underlag?klart=reminded&underlag=${contributionId}`, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Contributions() {
  const { heading, contributions, done, mayAsk } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['contribution', 'case'])
  const caseHref = `/arenden/${heading.caseId}`
  const href = `${caseHref}/underlag`
  const of = (...statuses: ContributionView['status'][]) =>
    contributions.filter(({ status }) => statuses.includes(status))
  const sections = [
    { key: 'waiting', list: of('handedIn') },
    { key: 'asked', list: of('asked', 'opened', 'sentBack', 'expired') },
    { key: 'closed', list: of('accepted', 'withdrawn') },
  ].filter(({ list }) => list.length > 0)
  return (
    <Page
      crumbs={[
        { href: '/arenden', text: t('mine.title', { ns: 'case' }) },
        { href: caseHref, text: heading.title },
        { text: t('title') },
      ]}
    >
      <div className="column stack loose">
        <div className="stack tight">
          <H1>{t('title')}</H1>
          <Lead>{t('lead')}</Lead>
          {done && (
            <Notice tone="success" live="polite">
              {done}
            </Notice>
          )}
          {mayAsk && contributions.length > 0 && (
            <p>
              <ButtonLink to={`${href}/ny`} variant={of('handedIn').length > 0 ? 'secondary' : 'primary'}>
                {t('ask')}
              </ButtonLink>
            </p>
          )}
        </div>
        {contributions.length === 0 && (
          <EmptyState heading={<H2>{t('none')}</H2>}>
            <p>{t('noneText')}</p>
            {mayAsk && (
              <p>
                <ButtonLink to={`${href}/ny`}>{t('ask')}</ButtonLink>
              </p>
            )}
          </EmptyState>
        )}
        {sections.map(({ key, list }) => (
          <section key={key} className="stack" aria-labelledby={key}>
            <H2 id={key}>{t(`section.${key}`)}</H2>
            {list.map((contribution) => (
              <ContributionCard key={contribution.id} contribution={contribution} href={href} />
            ))}
          </section>
        ))}
      </div>
    </Page>
  )
}
