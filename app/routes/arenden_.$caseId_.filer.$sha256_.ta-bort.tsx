import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findAttachment } from '~/cases/attachment.store.server'
import { removeFile } from '~/cases/change-answer.server'
import { checkCase } from '~/cases/check.server'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { H1 } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { pageTitle } from '~/ui/page-title'
import { TextLink } from '~/ui/text-link'

/** The question that the file belongs to and its page, or 404. */
async function placeOf(request: Request, caseId: string, language: 'sv' | 'en') {
  const question = new URL(request.url).searchParams.get('fraga') ?? ''
  const { form } = await checkCase(caseId, language)
  if (!form.questions.has(question)) throw new Response(null, { status: 404 })
  return { question, back: `/arenden/${caseId}/sida/${form.pageOf(question)?.id ?? ''}` }
}

export const loader = guard(caseRule('write'), async ({ request, params, language, caseAccess }) => {
  const file = await findAttachment(caseAccess.caseId, params.sha256 ?? '')
  if (!file) throw new Response(null, { status: 404 })
  const { back } = await placeOf(request, caseAccess.caseId, language)
  const t = translator(language, 'case')
  return { name: file.name, back, title: pageTitle(t('file.remove', { name: file.name })) }
})

export const action = guard(caseRule('write'), async ({ request, params, who, now, language, caseAccess }) => {
  const { caseId } = caseAccess
  const { question, back } = await placeOf(request, caseId, language)
  try {
    await removeFile({ caseId, question, sha256: params.sha256 ?? '', userId: who.user.id, now })
  } catch (error) {
    if (isPortalError(error) && (error.code === 'locked' || error.code === 'closed'))
      throw redirect(`/arenden/${caseId}?last=1`, 303)
    throw error
  }
  return redirect(`${back}#${question}`, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function RemoveFile() {
  const { name, back } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  return (
    <PublicColumn>
      <Card gap="normal">
        <H1>{t('file.remove', { name })}</H1>
        <p>{t('file.removeText')}</p>
        <Form method="post" className="row">
          <Button type="submit" variant="danger">
            {t('file.removeButton')}
          </Button>
          <TextLink to={back}>{t('file.keep')}</TextLink>
        </Form>
      </Card>
    </PublicColumn>
  )
}
