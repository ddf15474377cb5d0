import { parse, useForm } from '@conform-to/react'
import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { candidates, requestSignature } from '~/cases/request-signature.server'
import { latestRequest } from '~/cases/signature.store.server'
import { tasksOfCase } from '~/cases/tasks.server'
import { unlockAnswers } from '~/cases/unlock.server'
import { formatDateTime } from '~/forms/format'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { ButtonLink } from '~/ui/button-link'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { Phases } from '~/ui/phases'
import { Radios } from '~/ui/radios'
import { TextArea } from '~/ui/text-area'
import { TextLink } from '~/ui/text-link'

export const loader = guard(caseRule('requestSignature'), async ({ who, now, language, caseAccess }) => {
  const { caseId, organisationId, state } = caseAccess
  if (state !== 'started' && state !== 'awaitingSignature')
    throw redirect(state === 'notOpened' ? `/arenden/${caseId}` : `/arenden/${caseId}/kvittens`)
  const tasks = await tasksOfCase(caseId, who.user.id, language, now)
  if (state === 'started' && (!tasks.complete || tasks.conflicts > 0)) throw redirect(`/arenden/${caseId}/granska`)
  const request = state === 'awaitingSignature' ? await latestRequest(caseId) : null
  const people = await candidates(caseId, organisationId, now)
  const t = translator(language, 'case')
  return {
    heading: tasks.heading,
    candidates: people.map(({ mandate, problem }) => ({
      mandateId: mandate.id,
      name: mandate.holder.name,
      title: mandate.title,
      decision: mandate.decision,
      me: mandate.holder.id === who.user.id,
      problem: problem ?? null,
    })),
    request: request && {
      id: request.id,
      name: request.signatory.name,
      me: request.signatory.id === who.user.id,
      at: formatDateTime(request.requestedAt, language),
      by: request.requester.name,
    },
    title: pageTitle(t('signature.title'), tasks.heading.title),
  }
})

export const action = guard(caseRule('requestSignature'), async ({ request, who, now, language, caseAccess }) => {
  const { caseId } = caseAccess
  const fields = await request.formData()
  const here = `/arenden/${caseId}/underskrift`
  if (fields.get('intent') === 'unlock') {
    await unlockAnswers({ caseId, requestId: String(fields.get('request')), officer: who.user, now }).catch(ignoreStale)
    return redirect(`/arenden/${caseId}`, 303)
  }
  const t = translator(language, 'case')
  const submission = await parse<string, string[]>(fields, {
    resolve: async ({ mandate, message }) => {
      if (typeof mandate !== 'string') return { error: { mandate: [t('signature.chooseWho')] } }
      try {
        const value = await requestSignature({
          caseId,
          mandateId: mandate,
          message: typeof message === 'string' ? message.slice(0, 1000) : '',
          requester: who.user,
          now,
        })
        return { value }
      } catch (error) {
        if (!isPortalError(error)) throw error
        if (error.code === 'locked' || error.code === 'closed') throw redirect(here, 303)
        return { error: { mandate: [t(error.code === 'stale' ? 'signature.changed' : 'signature.notNow')] } }
      }
    },
  })
  return submission.status === 'success' ? redirect(here, 303) : submission.reply()
})

function ignoreStale(error: unknown): void {
  if (!isPortalError(error) || error.code !== 'stale') throw error
}

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Signature() {
  const { heading, request } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  return (
    <PublicColumn
      crumbs={[
        { href: '/arenden', text: t('mine.title') },
        { href: `/arenden/${heading.caseId}`, text: heading.title },
        { text: t('signature.title') },
      ]}
    >
      <div className="stack">
        <div className="stack tight">
          <H1>{t('signature.title')}</H1>
          <Lead>{request ? t('signature.waiting', { name: request.name }) : t('signature.lead')}</Lead>
        </div>
        <Phases current="sign" />
      </div>
      {request ? <Waiting /> : <Ask />}
    </PublicColumn>
  )
}

function Waiting() {
  const { request } = useLoaderData<typeof loader>()
  const { t } = useTranslation('case')
  if (!request) return null
  return (
    <>
      <Card gap="normal">
        <p>{t('signature.asked', request)}</p>
        {request.me && (
          <div>
            <ButtonLink to={`/skriv-under/${request.id}`}>{t('signature.readAndSign')}</ButtonLink>
          </div>
        )}
        <p>
          <TextLink document to={`/skriv-under/${request.id}/handling.pdf`}>
            {t('signature.document')}
          </TextLink>
        </p>
      </Card>
      <Card labelledBy="las-upp" gap="tight">
        <H2 id="las-upp">{t('signature.unlockTitle')}</H2>
        <p>{t('signature.unlockText', request)}</p>
        <Form method="post">
          <input type="hidden" name="intent" value="unlock" />
          <input type="hidden" name="request" value={request.id} />
          <Button type="submit" variant="secondary">
            {t('signature.unlock')}
          </Button>
        </Form>
      </Card>
    </>
  )
}

function Ask() {
  const { candidates: people } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const [form, fields] = useForm<{ mandate: string; message: string }>({
    ...(result && 'status' in result ? { lastResult: result } : {}),
  })
  const { t } = useTranslation('case')
  const able = people.filter(({ problem }) => problem === null)
  const unable = people.filter(({ problem }) => problem !== null)
  return (
    <Card>
      <Form method="post" className="stack" id={form.id} noValidate>
        {able.length === 0 ? (
          <Notice tone="warning">{t('signature.nobody')}</Notice>
        ) : (
          <Radios
            name="mandate"
            label={t('signature.who')}
            help={t('signature.whoHelp')}
            {...(fields.mandate.errors ? { errors: fields.mandate.errors } : {})}
            {...(able.length === 1 && able[0] ? { defaultValue: able[0].mandateId } : {})}
            options={able.map(({ mandateId, name, title, decision, me }) => ({
              value: mandateId,
              label: me ? t('signature.yourself', { name }) : name,
              help: `${title}. ${decision}`,
            }))}
          />
        )}
        {unable.map(({ mandateId, name, problem }) => (
          <p key={mandateId} className="small subtle">
            {t(`signature.problem.${problem}`, { name })}
          </p>
        ))}
        {able.length > 0 && (
          <>
            <TextArea name="message" label={t('signature.message')} optional rows={3} maxLength={1000} />
            <p className="small subtle">{t('signature.locks')}</p>
            <div>
              <Button type="submit">{t('signature.ask')}</Button>
            </div>
          </>
        )}
      </Form>
    </Card>
  )
}
