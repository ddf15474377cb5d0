import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { previousCase } from '~/cases/previous-case.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { H1, H2, Lead } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'
import { AnswerList, Answers } from '~/views/summary/answers'

/** What the recipient answered last year: what has no place in this year's form first, then all of it. */
export const loader = guard(caseRule('keep'), async ({ caseAccess, language, now }) => {
  const found = await previousCase(caseAccess.caseId, language, now).catch((error: unknown) => {
    if (isPortalError(error)) throw new Response(null, { status: error.status })
    throw error
  })
  const t = translator(language, 'case')
  return { ...found, title: pageTitle(t('again.title', { year: found.year }), found.heading.title) }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function PreviousYear() {
  const { heading, year, caseId, summary, dropped, added } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const href = `/arenden/${heading.caseId}`
  const title = t('again.title', { year })
  return (
    <Page crumbs={[{ href: '/arenden', text: t('mine.title') }, { href, text: heading.title }, { text: title }]}>
      <div className="stack page-top measure">
        <H1>{title}</H1>
        <Lead>{t('again.lead', { year })}</Lead>
        <p>
          <TextLink document to={`/arenden/${caseId}/handling.pdf`}>
            {t('again.document', { year })}
          </TextLink>
        </p>
      </div>
      <div className="stack">
        {dropped.length > 0 && (
          <Card labelledBy="borttaget">
            <H2 id="borttaget">{t('again.dropped')}</H2>
            <p>{t('again.droppedLead')}</p>
            <AnswerList answers={dropped} summary={summary} />
          </Card>
        )}
        {added.length > 0 && (
          <Card labelledBy="nytt">
            <H2 id="nytt">{t('again.added')}</H2>
            <ul>
              {added.map(({ id, page, label }) => (
                <li key={id}>
                  <TextLink to={`${href}/sida/${page}#fraga-${id}`}>{label}</TextLink>
                </li>
              ))}
            </ul>
          </Card>
        )}
        <Card labelledBy="alla-svar">
          <H2 id="alla-svar">{t('again.every')}</H2>
          {dropped.length + added.length === 0 && <p>{t('again.unchanged')}</p>}
          <Answers summary={summary} fileHref={(file) => `/arenden/${caseId}/filer/${file.sha256}`} />
        </Card>
      </div>
    </Page>
  )
}
