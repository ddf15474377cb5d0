import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { restoreAnswer } from '~/cases/change-answer.server'
import { historyOfCase } from '~/cases/history.server'
import { readRevision } from '~/cases/post-page.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { H1, Lead } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'

export const loader = guard(caseRule('keep'), async ({ request, now, language, caseAccess }) => {
  const url = new URL(request.url)
  const before = readRevision(url.searchParams.get('fore'))
  const history = await historyOfCase(caseAccess.caseId, language, now, before > 0 ? before : undefined)
  const t = translator(language, 'case')
  return {
    ...history,
    restorable: caseAccess.rights.write && caseAccess.state === 'started',
    restored: url.searchParams.has('aterstalld'),
    title: pageTitle(t('history.title'), history.heading.title),
  }
})

/** Puts one answer back to what it was before a change. */
export const action = guard(caseRule('write'), async ({ request, who, now, caseAccess }) => {
  const fields = await request.formData()
  const { caseId } = caseAccess
  try {
    await restoreAnswer({
      caseId,
      userId: who.user.id,
      now,
      revision: readRevision(fields.get('revision')),
      key: String(fields.get('key') ?? ''),
    })
  } catch (error) {
    if (isPortalError(error) && (error.code === 'locked' || error.code === 'closed'))
      throw redirect(`/arenden/${caseId}?last=1`, 303)
    if (isPortalError(error) && error.code === 'notFound') throw new Response(null, { status: 404 })
    throw error
  }
  return redirect(`/arenden/${caseId}/historik?aterstalld=1`, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function History() {
  const { heading, rows, older, restorable, restored } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const href = `/arenden/${heading.caseId}`
  return (
    <Page
      crumbs={[
        { href: '/arenden', text: t('mine.title') },
        { href, text: heading.title },
        { text: t('history.title') },
      ]}
    >
      <div className="stack tight page-top measure">
        <H1>{t('history.title')}</H1>
        <Lead>{t('history.lead')}</Lead>
        {restored && (
          <Notice tone="success" live="polite">
            {t('history.restored')}
          </Notice>
        )}
      </div>
      <Card flush>
        <ol className="history">
          {rows.map(({ revision, at, by, from, page, entries }) => (
            <li key={revision}>
              <p className="small subtle">
                <b>{from === undefined ? by : t('history.accepted', { by, from })}</b> · {at}
                {page && <> · {page}</>}
              </p>
              <ul className="plain-list">
                {entries.map(({ key, revision: first, label, before, after }) => (
                  <li key={key} className="change">
                    <div>
                      <b>{label}</b>
                      <p>
                        <del>{before || t('history.nothing')}</del> → <ins>{after || t('history.nothing')}</ins>
                      </p>
                    </div>
                    {restorable && (
                      <Form method="post">
                        <input type="hidden" name="revision" value={first} />
                        <input type="hidden" name="key" value={key} />
                        <Button type="submit" size="small" variant="tertiary">
                          {t('history.restore')}
                          <span className="sr-only">: {label}</span>
                        </Button>
                      </Form>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Card>
      {rows.length === 0 && <p>{t('history.empty')}</p>}
      {older !== null && (
        <p className="page-end">
          <TextLink to={`${href}/historik?fore=${older}`}>{t('history.older')}</TextLink>
        </p>
      )}
    </Page>
  )
}
