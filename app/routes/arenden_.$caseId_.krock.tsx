import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { resolveConflict } from '~/cases/change-answer.server'
import { conflictsOfCase } from '~/cases/conflicts.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'

export const loader = guard(caseRule('write'), async ({ request, who, now, language, caseAccess }) => {
  const { caseId } = caseAccess
  const found = await conflictsOfCase(caseId, who.user.id, language, now)
  const url = new URL(request.url)
  const page = url.searchParams.get('sida')
  if (found.conflicts.length === 0) throw redirect(page ? `/arenden/${caseId}/sida/${page}` : `/arenden/${caseId}`)
  const t = translator(language, 'case')
  return {
    ...found,
    page,
    notChosen: url.searchParams.has('valj'),
    title: pageTitle(t('conflict.title'), found.heading.title),
  }
})

export const action = guard(caseRule('write'), async ({ request, who, now, caseAccess }) => {
  const { caseId } = caseAccess
  const fields = await request.formData()
  const choice = fields.get('choice')
  const page = String(fields.get('sida') ?? '')
  const here = `/arenden/${caseId}/krock?sida=${encodeURIComponent(page)}`
  if (choice !== 'waiting' && choice !== 'standing') return redirect(`${here}&valj=1`, 303)
  try {
    await resolveConflict({ caseId, conflictId: String(fields.get('conflict')), choice, userId: who.user.id, now })
  } catch (error) {
    if (isPortalError(error) && (error.code === 'locked' || error.code === 'closed'))
      throw redirect(`/arenden/${caseId}?last=1`, 303)
    // Somebody else has chosen: the page shows what is left.
    if (!isPortalError(error) || error.code !== 'stale') throw error
  }
  return redirect(here, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Conflicts() {
  const { heading, conflicts, page, notChosen } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  const href = `/arenden/${heading.caseId}`
  return (
    <PublicColumn
      crumbs={[
        { href: '/arenden', text: t('mine.title') },
        { href, text: heading.title },
        { text: t('conflict.crumb') },
      ]}
    >
      <div className="stack tight">
        <H1>{t('conflict.title')}</H1>
        <Lead>{t('conflict.lead')}</Lead>
        {notChosen && (
          <Notice tone="error" live="assertive">
            {t('conflict.choose')}
          </Notice>
        )}
      </div>
      {conflicts.map((conflict) => (
        <Card key={conflict.id} labelledBy={`krock-${conflict.id}`}>
          <Form method="post" className="stack">
            <input type="hidden" name="conflict" value={conflict.id} />
            <input type="hidden" name="sida" value={page ?? conflict.page} />
            <fieldset className="plain-fieldset stack">
              <legend>
                <H2 id={`krock-${conflict.id}`}>
                  {conflict.pageTitle}: {conflict.label}
                </H2>
              </legend>
              <div className="option-cards">
                {(['standing', 'waiting'] as const).map((which) => {
                  const value = conflict[which]
                  return (
                    <label key={which} className="option-card">
                      <span className="row tight">
                        <input type="radio" name="choice" value={which} />
                        {value.me ? t('conflict.yours') : t('conflict.theirs', { name: value.by })}
                      </span>
                      <b className="option-value">{value.text || t('history.nothing')}</b>
                      <span className="small subtle">
                        {which === 'standing' ? t('conflict.savedAt', value) : t('conflict.writtenAt', value)}
                      </span>
                      {value.makes.map((line) => (
                        <span key={line} className="small subtle">
                          {line}
                        </span>
                      ))}
                    </label>
                  )
                })}
              </div>
            </fieldset>
            <p className="small subtle">{t('conflict.kept')}</p>
            <div className="row">
              <Button type="submit">{t('conflict.use')}</Button>
              <TextLink to={page ? `${href}/sida/${page}` : href}>{t('conflict.later')}</TextLink>
            </div>
          </Form>
        </Card>
      ))}
    </PublicColumn>
  )
}
