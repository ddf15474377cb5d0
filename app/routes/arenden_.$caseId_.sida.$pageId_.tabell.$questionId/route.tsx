import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { compareTable } from '~/cases/compare-table.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { H1, Lead } from '~/ui/heading'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { actOnSheet, readAddress, sheetWords } from './act-on-sheet.server'
import { HandOver } from './hand-over'
import { Preview } from './preview'

/** A table that is filled in with Excel: where its file is handed over, and what the file would change. */
export const loader = guard(caseRule('write'), async ({ request, params, who, now, language, caseAccess }) => {
  const { caseId, state } = caseAccess
  if (state !== 'started') throw redirect(`/arenden/${caseId}`)
  const { pageId = '', questionId = '' } = params
  const { file, keepMissing } = readAddress(request.url)
  const t = translator(language, 'sheet')
  const found = await compareTable(
    { caseId, pageId, questionId, userId: who.user.id, language, now, file, keepMissing },
    sheetWords(t),
  ).catch((error: unknown) => {
    if (isPortalError(error)) throw new Response(null, { status: error.status })
    throw error
  })
  return {
    ...found,
    pageId,
    questionId,
    file: file ?? null,
    keepMissing,
    done: new URL(request.url).searchParams.get('klart'),
    title: pageTitle(`${found.label}: ${t('title')}`, found.heading.title),
  }
})

export const action = guard(caseRule('write'), async ({ request, params, who, now, language, caseAccess }) => {
  const { caseId } = caseAccess
  const { pageId = '', questionId = '' } = params
  const back = `/arenden/${caseId}/sida/${pageId}`
  const which = { caseId, pageId, questionId, userId: who.user.id, language }
  const t = translator(language, 'sheet')
  try {
    return await actOnSheet({ ...which, request, now, t, here: `${back}/tabell/${questionId}` })
  } catch (error) {
    if (!isPortalError(error)) throw error
    if (error.code === 'locked' || error.code === 'closed') throw redirect(`/arenden/${caseId}?last=1`, 303)
    throw new Response(null, { status: error.status })
  }
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function TableInExcel() {
  const { heading, label, pageTitle, pageId, questionId, compared, headings, file, keepMissing, done } =
    useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useTranslation('sheet')
  const { t: tc } = useTranslation('case')
  const href = `/arenden/${heading.caseId}`
  const back = `${href}/sida/${pageId}`
  const here = `${back}/tabell/${questionId}`
  const refused = posted && 'error' in posted ? posted : undefined
  return (
    <Page
      crumbs={[
        { href: '/arenden', text: tc('mine.title') },
        { href, text: heading.title },
        { href: back, text: pageTitle },
        { text: t('crumb') },
      ]}
    >
      <div className="stack page-top measure">
        <H1>{label}</H1>
        <Lead>{t('lead')}</Lead>
      </div>
      {compared && file && !refused ? (
        <Preview {...{ compared, here, back, file, keepMissing }} again={posted !== undefined && 'again' in posted} />
      ) : (
        <HandOver
          {...{ here, back, done }}
          refused={
            refused ??
            (file
              ? { error: t('noTable', { headings: headings.map((each) => `”${each}”`).join(', ') }), text: '' }
              : undefined)
          }
        />
      )}
    </Page>
  )
}
