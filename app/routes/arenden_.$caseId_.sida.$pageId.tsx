import { parse } from '@conform-to/react'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { likeLastYear } from '~/cases/like-last-year.server'
import { filesOfCase, fileTaker, readAgain, readIntent, readRevision, toPosted } from '~/cases/post-page.server'
import { notePresence } from '~/cases/presence.store.server'
import { savePage } from '~/cases/save-page.server'
import { stepOfCase } from '~/cases/step.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { readPost } from '~/platform/form-post.server'
import { translator } from '~/platform/i18n/translator.server'
import { pageTitle } from '~/ui/page-title'
import { StepPage } from '~/views/step/step-page'

export const loader = guard(caseRule('write'), async ({ request, params, who, now, language, caseAccess }) => {
  const pageId = params.pageId ?? ''
  const { caseId, state } = caseAccess
  if (state !== 'started') throw redirect(`/arenden/${caseId}`)
  const found = await stepOfCase(caseId, pageId, language, now).catch((error: unknown) => {
    if (isPortalError(error)) throw new Response(null, { status: error.status })
    throw error
  })
  await notePresence(caseId, who.user.id, pageId, now)
  const query = new URL(request.url).searchParams
  const showErrors = query.get('visa') === 'fel'
  const t = translator(language, 'case')
  const number = found.step.number ? `${found.step.number}. ` : ''
  const wrong = showErrors && found.step.issues.length > 0
  return {
    ...found,
    showErrors: wrong,
    userId: who.user.id,
    again: query.has('forra') ? readRevision(query.get('forra')) : undefined,
    title: pageTitle(`${wrong ? t('error.prefix') : ''}${number}${found.step.title}`, found.heading.title),
  }
})

export const action = guard(caseRule('write'), async ({ request, params, who, now, language, caseAccess }) => {
  const { caseId } = caseAccess
  const pageId = params.pageId ?? ''
  const here = `/arenden/${caseId}/sida/${pageId}`
  const files = fileTaker({ caseId, userId: who.user.id, now, language })
  const fields = await readPost(request, files.onFile)
  const known = await filesOfCase(caseId, fields)
  const intent = readIntent(fields.get('intent'))
  const submission = await parse(fields, {
    resolve: async (payload) => {
      const saved = await savePage({
        caseId,
        pageId,
        posted: toPosted(payload, known),
        revision: readRevision(fields.get('revision')),
        userId: who.user.id,
        now,
        language,
      })
      if (saved.conflicts.length > 0) throw redirect(`/arenden/${caseId}/krock?sida=${pageId}`, 303)
      if (files.refused.length > 0)
        return { error: Object.fromEntries(files.refused.map(({ field, message }) => [field, [message]])) }
      return { value: saved }
    },
  }).catch((error: unknown) => {
    if (isPortalError(error) && (error.code === 'locked' || error.code === 'closed'))
      throw redirect(`/arenden/${caseId}?last=1`, 303)
    throw error
  })
  if (submission.status !== 'success') return submission.reply()
  const again = readAgain(fields.get('intent'))
  if (again) {
    const count = await likeLastYear({ caseId, pageId, ...again, userId: who.user.id, now, language })
    throw redirect(`${here}?forra=${count}${again.question ? `#fraga-${encodeURIComponent(again.question)}` : ''}`, 303)
  }
  if (intent === 'stay') throw redirect(`${here}?sparat=1`, 303)
  const { step } = await stepOfCase(caseId, pageId, language, now)
  if (intent === 'previous')
    throw redirect(step.previousPage ? `/arenden/${caseId}/sida/${step.previousPage}` : `/arenden/${caseId}`, 303)
  if (step.issues.some(({ severity }) => severity === 'error')) throw redirect(`${here}?visa=fel`, 303)
  throw redirect(step.nextPage ? `/arenden/${caseId}/sida/${step.nextPage}` : `/arenden/${caseId}/granska`, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Page() {
  const data = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return <StepPage {...data} key={`${data.heading.caseId}/${data.step.id}`} posted={posted} />
}
