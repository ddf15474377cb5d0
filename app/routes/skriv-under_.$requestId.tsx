import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requestPage } from '~/cases/request-page.server'
import { sealAtOnce } from '~/cases/seal-submission.server'
import { signAndSubmit } from '~/cases/sign.server'
import { guard } from '~/platform/access/guard.server'
import { requestRule } from '~/platform/access/rules.server'
import { isPortalError } from '~/platform/errors'
import { translator } from '~/platform/i18n/translator.server'
import { log } from '~/platform/log.server'
import { ErrorSummary } from '~/ui/error-summary'
import { Eyebrow, H1, Lead } from '~/ui/heading'
import { Card } from '~/ui/layout'
import { Page } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { Paragraphs } from '~/ui/paragraphs'
import { FiguresCard } from '~/views/signing/figures-card'
import { LastYearCard } from '~/views/signing/last-year-card'
import { CodeSection, RequestDocument } from '~/views/signing/request-document'
import { RequestState } from '~/views/signing/request-state'
import { Affirmation, CannotSign, SignForm } from '~/views/signing/sign-form'
import { SignersCard } from '~/views/signing/signers-card'
import styles from '~/views/signing/signing.module.css'

/** What went wrong in the last attempt stands in the address: `fel`. */
const faults = ['kryss', 'andrat', 'gemensam', 'annat'] as const

export const loader = guard(requestRule('see'), async ({ request, who, now, language, requestAccess }) => {
  const query = new URL(request.url).searchParams
  const { view, summary } = await requestPage(requestAccess.requestId, who.user.id, language, now)
  const fault = requestAccess.rights.sign && faults.find((each) => each === query.get('fel'))
  const t = translator(language, 'sign')
  const prefix = fault && view.state !== 'signed' ? translator(language, 'common')('title.errorPrefix') : ''
  return {
    view,
    summary: query.get('visa') === 'text' ? summary : null,
    fault: fault || null,
    language,
    title: pageTitle(`${prefix}${view.title}`, t('list.title')),
  }
})

/** Signs what was seen, and submits when nobody else has to sign. Whatever stops it is shown where the signatory stands. */
export const action = guard(requestRule('sign'), async ({ request, who, now, requestAccess }) => {
  const { requestId, caseId } = requestAccess
  const fields = await request.formData()
  const back = (fault: (typeof faults)[number]) => redirect(`/skriv-under/${requestId}?fel=${fault}`, 303)
  if (fields.get('accept') !== 'on') return back('kryss')
  try {
    const submissionId = await signAndSubmit({
      requestId,
      seenHash: String(fields.get('seenHash') ?? ''),
      signatory: who.user,
      method: who.method,
      now,
    })
    if (!submissionId) return redirect(`/skriv-under/${requestId}`, 303)
    await sealAtOnce(submissionId, now)
  } catch (error) {
    if (isPortalError(error) && error.code === 'stale') return back('andrat')
    if (isPortalError(error) && error.code === 'conflict') return back('gemensam')
    // The page itself says why there is no right to sign.
    if (isPortalError(error) && error.code === 'forbidden') return redirect(`/skriv-under/${requestId}`, 303)
    if (isPortalError(error)) throw error
    log().error({ err: error, requestId }, 'a signature could not be made')
    return back('annat')
  }
  // A partner's signatory has no right to the case itself.
  const own = who.memberships.some(({ organisationId }) => organisationId === requestAccess.organisationId)
  return redirect(own ? `/arenden/${caseId}/kvittens` : `/skriv-under/${requestId}`, 303)
})

export const meta = ({ data }: { data?: { title: string } }) => [{ title: data?.title ?? 'Bidra' }]

export default function SignPage() {
  const { view, summary, fault, language } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['sign', 'signers'])
  const { organisation, requester, signatory, message, lastYear } = view
  const toAct = view.state === 'open' && signatory.me && !signatory.signedAt
  const missing = toAct && fault === 'kryss' && !view.problem
  return (
    <Page>
      <div className={styles.grid}>
        <div className={`stack tight ${styles.top}`}>
          <Eyebrow>
            {signatory.me
              ? t('page.asksYou', { requester, organisation: signatory.organisation })
              : t('page.asks', { requester, name: signatory.name, organisation })}
          </Eyebrow>
          <H1>{view.title}</H1>
          {signatory.partner && (
            <Lead>{t('signers:partner.lead', { lead: organisation, partner: signatory.organisation })}</Lead>
          )}
          {missing && (
            <ErrorSummary heading={t('sign.notYet')} items={[{ href: '#accept', message: t('sign.acceptMissing') }]} />
          )}
          <RequestState view={view} refused={fault === 'kryss' ? null : fault} language={language} />
        </div>
        <div className={`stack ${styles.facts}`}>
          <FiguresCard view={view} language={language} />
          {view.signers.length > 0 && <SignersCard signers={view.signers} />}
          {view.state === 'open' && message && (
            <Card gap="xtight">
              <p className="subtle small">{t('page.message', { name: requester })}</p>
              <Paragraphs text={message} />
            </Card>
          )}
          {view.state === 'open' && lastYear && <LastYearCard lastYear={lastYear} language={language} />}
        </div>
        <RequestDocument view={view} summary={summary} language={language} />
        <div className={`stack ${styles.code}`}>
          <CodeSection code={view.recordHash} />
          {toAct && (view.problem ? <CannotSign view={view} /> : <Affirmation view={view} />)}
        </div>
        {toAct && !view.problem && <SignForm view={view} missing={missing} />}
      </div>
    </Page>
  )
}
