import { parse } from '@conform-to/react'
import { Button } from '@navikt/ds-react/Button'
import { redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { remindSignatories } from '~/cases/remind-signatories.server'
import { reminderOf } from '~/cases/reminder'
import { type Candidate, candidates, requestSignature } from '~/cases/request-signature.server'
import { latestRequest } from '~/cases/signature.store.server'
import { signerRowsOf } from '~/cases/signer-rows.server'
import { awaited, missingSigners, signersOf } from '~/cases/signers'
import { signersToAsk } from '~/cases/signers-to-ask.server'
import { tasksOfCase } from '~/cases/tasks.server'
import { unlockAnswers } from '~/cases/unlock.server'
import { when } from '~/cases/when'
import { guard } from '~/platform/access/guard.server'
import { caseRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { errorsOf, typedIn } from '~/platform/posted'
import { ButtonLink } from '~/ui/button-link'
import { H1, H2, Lead } from '~/ui/heading'
import { Card, PublicColumn } from '~/ui/layout'
import { Notice } from '~/ui/notice'
import { pageTitle } from '~/ui/page-title'
import { Phases } from '~/ui/phases'
import { TextArea } from '~/ui/text-area'
import { TextLink } from '~/ui/text-link'
import { RemindButton } from '~/views/signing/reminder'
import { SignerChoice } from '~/views/signing/signer-choice'
import { SignersCard } from '~/views/signing/signers-card'

export const loader = guard(
  caseRule('requestSignature'),
  async ({ request: asked, who, now, language, caseAccess }) => {
    const { caseId, organisationId, state } = caseAccess
    if (state !== 'started' && state !== 'awaitingSignature')
      throw redirect(state === 'notOpened' ? `/arenden/${caseId}` : `/arenden/${caseId}/kvittens`)
    const tasks = await tasksOfCase(caseId, who.user.id, language, now)
    if (state === 'started' && (!tasks.complete || tasks.conflicts > 0)) throw redirect(`/arenden/${caseId}/granska`)
    const request = state === 'awaitingSignature' ? await latestRequest(caseId) : null
    if (state === 'started' && tasks.joint) throw redirect(`/arenden/${caseId}`)
    const people = await candidates(caseId, organisationId, now)
    const further = await signersToAsk(caseId, language, now)
    const shown = ({ mandate, problem }: Candidate) => ({
      mandateId: mandate.id,
      name: mandate.holder.name,
      title: mandate.title,
      decision: mandate.decision,
      me: mandate.holder.id === who.user.id,
      problem: problem ?? null,
    })
    const t = translator(language, 'case')
    return {
      heading: tasks.heading,
      candidates: people.map(shown),
      further: further.map(({ candidates: able, ...signer }) => ({ ...signer, candidates: able.map(shown) })),
      request: request && {
        id: request.id,
        name: awaited(request, language),
        names: new Intl.ListFormat(language).format(signersOf(request).map(({ person }) => person.name)),
        me: missingSigners(request).some(({ person }) => person.id === who.user.id),
        signers: await signerRowsOf(request, who.user.id, language),
        at: when(request.requestedAt, now, language, t),
        by: request.requester.name,
        reminder: reminderOf(
          { ...request, missing: missingSigners(request).map(({ person }) => person) },
          who.user.id,
          language,
          now,
        ),
      },
      reminded: new URL(asked.url).searchParams.has('paminnelse'),
      title: pageTitle(t('signature.title'), tasks.heading.title),
    }
  },
)

export const action = guard(caseRule('requestSignature'), async ({ request, who, now, language, caseAccess }) => {
  const { caseId } = caseAccess
  const fields = await request.formData()
  const here = `/arenden/${caseId}/underskrift`
  if (fields.get('intent') === 'unlock') {
    await unlockAnswers({ caseId, requestId: String(fields.get('request')), officer: who.user, now }).catch(ignoreStale)
    return redirect(`/arenden/${caseId}`, 303)
  }
  if (fields.get('intent') === 'remind') {
    const sent = await remindSignatories({ caseId, requestId: String(fields.get('request')), officer: who.user, now })
      .then(() => true)
      .catch(ignoreLate)
    if (!sent) return redirect(here, 303)
    return redirect(fields.get('from') === 'list' ? `/arenden?paminnelse=${caseId}` : `${here}?paminnelse=1`, 303)
  }
  const t = translator(language, 'case')
  const submission = await parse<string, string[]>(fields, {
    resolve: async ({ mandate, message, ...rest }) => {
      const further: Record<string, string> = {}
      const missing: Record<string, string[]> =
        typeof mandate === 'string' ? {} : { mandate: [t('signature.chooseWho')] }
      const words = translator(language, 'signers')
      for (const { role, label, partner } of await signersToAsk(caseId, language, now)) {
        const chosen = rest[`signer-${role}`]
        if (typeof chosen === 'string') further[role] = chosen
        else
          missing[`signer-${role}`] = [
            partner === undefined ? words('chooseMissing', { role: label }) : words('partner.missing', { partner }),
          ]
      }
      if (typeof mandate !== 'string' || Object.keys(missing).length > 0) return { error: missing }
      try {
        const value = await requestSignature({
          caseId,
          mandateId: mandate,
          further,
          message: typeof message === 'string' ? message.slice(0, 1000) : '',
          requester: who.user,
          now,
        })
        return { value }
      } catch (error) {
        if (!isPortalError(error)) throw error
        if (error.code === 'conflict' || error.code === 'locked' || error.code === 'closed') throw redirect(here, 303)
        if (error.message === 'samePerson') {
          return { error: { mandate: [translator(language, 'signers')('samePerson')] } }
        }
        return { error: { mandate: [t(error.code === 'stale' ? 'signature.changed' : 'signature.notNow')] } }
      }
    },
  })
  return submission.status === 'success' ? redirect(here, 303) : submission.reply()
})

/** Somebody has signed, or a colleague has reminded them already: the page says so. */
function ignoreLate(error: unknown): false {
  if (!isPortalError(error) || (error.code !== 'stale' && error.code !== 'tooMany')) throw error
  return false
}

function ignoreStale(error: unknown): void {
  if (!isPortalError(error) || error.code !== 'stale') throw error
}

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function Signature() {
  const { heading, request, further, reminded } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['case', 'signers', 'reminder'])
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
          <Lead>
            {request
              ? t('signature.waiting', { name: request.name })
              : t(further.length > 0 ? 'signers:lead' : 'signature.lead')}
          </Lead>
          {request?.reminder && reminded && (
            <Notice tone="success" live="polite">
              {t('reminder:done', { names: request.reminder.names })}
            </Notice>
          )}
        </div>
        <Phases current="sign" />
      </div>
      {request ? <Waiting /> : <Ask />}
    </PublicColumn>
  )
}

function Waiting() {
  const { heading, request } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['case', 'signers', 'reminder'])
  if (!request) return null
  const { reminder } = request
  const several = request.signers.length > 0
  return (
    <>
      {several && <SignersCard signers={request.signers} />}
      <Card gap="normal">
        <p>
          {several
            ? t('signers:asked', { by: request.by, names: request.names, at: request.at })
            : t('signature.asked', request)}
          {reminder?.at && ` ${t('reminder:last', { at: reminder.at })}`}
          {reminder?.today && ` ${t('reminder:tomorrow')}`}
        </p>
        {request.me && (
          <div>
            <ButtonLink to={`/skriv-under/${request.id}`}>{t('signature.readAndSign')}</ButtonLink>
          </div>
        )}
        {reminder && !reminder.today && <RemindButton caseId={heading.caseId} reminder={reminder} from="signature" />}
        <p>
          <TextLink document to={`/skriv-under/${request.id}/handling.pdf`}>
            {t('signature.document')}
          </TextLink>
        </p>
      </Card>
      <Card labelledBy="las-upp" gap="tight">
        <H2 id="las-upp">{t('signature.unlockTitle')}</H2>
        <p>{several ? t('signers:unlockText') : t('signature.unlockText', request)}</p>
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
  const { candidates: people, further } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const reply = result && 'status' in result ? result : undefined
  const { t } = useTranslation(['case', 'signers'])
  const able = [people, ...further.map((each) => each.candidates)].every((each) =>
    each.some(({ problem }) => problem === null),
  )
  return (
    <Card>
      <Form method="post" className="stack" noValidate>
        <SignerChoice
          name="mandate"
          label={t('signature.who')}
          help={t('signature.whoHelp')}
          nobody={t('signature.nobody')}
          candidates={people}
          chosen={typedIn(reply, 'mandate')}
          errors={errorsOf(reply, 'mandate')}
        />
        {further.map(({ role, label, partner, candidates: each }) => (
          <SignerChoice
            key={role}
            name={`signer-${role}`}
            label={t(partner ? 'signers:partner.choose' : 'signers:choose', { role: label, partner })}
            help={t(partner ? 'signers:partner.help' : 'signers:chooseHelp', { role: label, partner })}
            nobody={t(partner ? 'signers:partner.nobody' : 'signers:nobody', { role: label, partner })}
            candidates={each}
            chosen={typedIn(reply, `signer-${role}`)}
            errors={errorsOf(reply, `signer-${role}`)}
          />
        ))}
        {able && (
          <>
            <TextArea
              name="message"
              label={t('signature.message')}
              optional
              rows={3}
              maxLength={1000}
              defaultValue={typedIn(reply, 'message')}
            />
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
