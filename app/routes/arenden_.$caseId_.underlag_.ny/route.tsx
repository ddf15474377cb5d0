import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { loadContribution } from '~/cases/contributions/contribution.store.server'
import { askablePages } from '~/cases/contributions/list.server'
import { suggestedDay } from '~/cases/contributions/suggested-day'
import { formatDate } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { translator } from '~/platform/i18n/translator.server'
import { errorItems } from '~/platform/posted'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { PostedErrors } from '~/ui/posted-errors'
import { TextLink } from '~/ui/text-link'
import { AskForm } from './ask-form'
import { askFrom } from './ask-from.server'

export const loader = guard(caseRule('write'), async ({ request, now, language, caseAccess }) => {
  const { caseId, state } = caseAccess
  if (state !== 'started') throw redirect(`/arenden/${caseId}?last=1`)
  const query = new URL(request.url).searchParams
  const { heading, deadline, pages } = await askablePages(caseId, language, now)
  const before = query.get('fran')
  const earlier = before === null ? undefined : await loadContribution(before, caseId)
  const page = pages.find(({ id }) => id === (query.get('sida') ?? earlier?.page))
  const wanted = earlier?.questions ?? query.getAll('fraga')
  // Follow-ups go with the question that they hang on; what is hidden goes with the page.
  const questions = (page?.questions ?? []).filter(({ visible, follows }) => visible && follows === undefined)
  const ticked = questions.filter(({ id }) => wanted.length === 0 || wanted.includes(id)).map(({ id }) => id)
  const t = translator(language, 'contribution')
  return {
    heading,
    pages: pages.map(({ id, title }) => ({ id, title })),
    page: page && {
      id: page.id,
      title: page.title,
      questions: questions.map(({ id, label }) => ({ id, label })),
      ticked,
    },
    name: earlier?.name ?? '',
    email: earlier?.email ?? '',
    message: earlier?.message ?? '',
    day: suggestedDay(now, deadline),
    deadline: formatDate(deadline, language),
    title: pageTitle(t('new.title'), heading.title),
  }
})

export const action = guard(caseRule('write'), async ({ request, who, now, language, caseAccess }) => {
  const { caseId } = caseAccess
  const pageId = new URL(request.url).searchParams.get('sida') ?? ''
  const asked = await askFrom(await request.formData(), { caseId, pageId, user: who.user, now, language })
  if ('reply' in asked) return asked.reply
  throw redirect(`/arenden/${caseId}/underlag?klart=asked&underlag=${asked.id}`, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Ask() {
  const data = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['contribution', 'case'])
  const { heading, pages, page } = data
  const caseHref = `/arenden/${heading.caseId}`
  const href = `${caseHref}/underlag`
  return (
    <PublicColumn
      crumbs={[
        { href: '/arenden', text: t('mine.title', { ns: 'case' }) },
        { href: caseHref, text: heading.title },
        { href, text: t('title') },
        { text: t('new.title') },
      ]}
    >
      <PostedErrors heading={t('new.errorHeading')} items={errorItems(reply)} />
      <div className="stack tight">
        <H1>{t('new.title')}</H1>
        <Lead>{t('new.lead')}</Lead>
      </div>
      {page ? (
        <AskForm {...data} page={page} reply={reply} href={href} />
      ) : (
        <Card flush labelledBy="sidor">
          <div className="card-head ruled">
            <H2 id="sidor">{t('new.pick')}</H2>
          </div>
          <ol className="tasks">
            {pages.map(({ id, title }) => (
              <li key={id}>
                <span />
                <TextLink to={`${href}/ny?sida=${id}`}>{title}</TextLink>
              </li>
            ))}
          </ol>
        </Card>
      )}
    </PublicColumn>
  )
}
